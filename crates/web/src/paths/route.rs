//! What is known of each URL: its template, its methods, its audience.

/// Which audience's folder a URL belongs to, and with it which gate it stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Anybody, without an account.
    Public,
    /// Judges.
    Judging,
    /// Administrators.
    Admin,
    /// Files, each gated by who may have it.
    Exports,
    /// Signing in and out.
    Accounts,
    /// What belongs to no audience: assets, the gallery, health.
    Server,
}

impl Area {
    /// The area's word in `plaudit routes` and in snapshots.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Judging => "judging",
            Self::Admin => "admin",
            Self::Exports => "exports",
            Self::Accounts => "accounts",
            Self::Server => "server",
        }
    }
}

/// One line of the site map.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// The URL's template, as the router and the logs know it.
    pub pattern: &'static str,
    /// What may be asked of it; HEAD goes with GET.
    pub methods: &'static [&'static str],
    /// The audience whose gate it stands behind.
    pub area: Area,
    /// The path type's name within its area.
    pub name: &'static str,
}

impl Route {
    /// Whether the URL holds a secret, so that its page sends no referrer and is never kept.
    pub fn holds_secret(&self) -> bool {
        holds_secret(self.pattern)
    }
}

/// Whether a URL's template holds a secret: a `{token}` or a `{key}`.
pub fn holds_secret(pattern: &str) -> bool {
    pattern.contains("{token}") || pattern.contains("{key}")
}
