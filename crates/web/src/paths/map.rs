//! How the site map's lines become path types, and the table of them all.

/// Writes one path type per line, and the table of them all, under the name that comes first.
///
/// `Name "/pattern/{field}" { field: Type } [GET POST];` becomes a struct with that field, public,
/// that is a [`TypedPath`]; a path that does not parse is a page that does not exist.
macro_rules! site_map {
    ($table:ident $(
        $(#[$area_doc:meta])*
        $area:ident = $kind:ident {
            $(
                $(#[$doc:meta])*
                $name:ident $pattern:literal $({ $($field:ident : $type:ty),+ })? [$($method:ident)+];
            )*
        }
    )*) => {
        $(
            $(#[$area_doc])*
            pub mod $area {
                use super::*;
                $(
                    site_map!(@path $(#[$doc])* $name $pattern $({ $($field : $type),+ })?);
                )*
            }
        )*

        /// This part of the map as a table.
        pub(super) const $table: &[Route] = &[
            $($(
                Route {
                    pattern: $pattern,
                    methods: &[$(stringify!($method)),+],
                    area: Area::$kind,
                    name: stringify!($name),
                },
            )*)*
        ];
    };
    (@path $(#[$doc:meta])* $name:ident $pattern:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, TypedPath)]
        #[typed_path($pattern, rejection(NoSuchPage))]
        pub struct $name;
    };
    (@path $(#[$doc:meta])* $name:ident $pattern:literal { $($field:ident : $type:ty),+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, TypedPath, Deserialize)]
        #[typed_path($pattern, rejection(NoSuchPage))]
        pub struct $name {
            $(
                #[doc = concat!("The address's `", stringify!($field), "`.")]
                pub $field: $type,
            )+
        }
    };
}
