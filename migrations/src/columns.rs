//! The few kinds of column that the tables are made of, each said once.

use sea_orm_migration::prelude::*;

type Name = &'static str;

/// The table's own id, a UUID version 7 that the caller supplies.
pub(crate) fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().take()
}

/// An id of another table's row.
pub(crate) fn reference(name: Name) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().take()
}

/// An id of another table's row, or none.
pub(crate) fn maybe_reference(name: Name) -> ColumnDef {
    ColumnDef::new(name).uuid().null().take()
}

/// A text of any length.
pub(crate) fn text(name: Name) -> ColumnDef {
    ColumnDef::new(name).text().not_null().take()
}

/// A text of any length, or none.
pub(crate) fn maybe_text(name: Name) -> ColumnDef {
    ColumnDef::new(name).text().null().take()
}

/// JSON: text on SQLite, `jsonb` on PostgreSQL.
pub(crate) fn json(name: Name) -> ColumnDef {
    ColumnDef::new(name).json_binary().not_null().take()
}

/// JSON, or none.
pub(crate) fn maybe_json(name: Name) -> ColumnDef {
    ColumnDef::new(name).json_binary().null().take()
}

/// An instant in UTC.
pub(crate) fn instant(name: Name) -> ColumnDef {
    ColumnDef::new(name)
        .timestamp_with_time_zone()
        .not_null()
        .take()
}

/// An instant in UTC, or none.
pub(crate) fn maybe_instant(name: Name) -> ColumnDef {
    ColumnDef::new(name)
        .timestamp_with_time_zone()
        .null()
        .take()
}

/// A whole number.
pub(crate) fn number(name: Name) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// A whole number, or none.
pub(crate) fn maybe_number(name: Name) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().take()
}

/// Yes or no.
pub(crate) fn flag(name: Name) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

/// A digest or a key.
pub(crate) fn bytes(name: Name) -> ColumnDef {
    ColumnDef::new(name).binary().not_null().take()
}

/// A digest or a key, or none.
pub(crate) fn maybe_bytes(name: Name) -> ColumnDef {
    ColumnDef::new(name).binary().null().take()
}

/// A table with these columns, whose references are `(column, table)` pairs to the other table's `id`.
pub(crate) fn table(
    name: Name,
    columns: Vec<ColumnDef>,
    references: &[(Name, Name)],
) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for column in columns {
        table.col(column);
    }
    for (column, to) in references {
        table.foreign_key(ForeignKey::create().from(name, *column).to(*to, "id"));
    }
    table
}

/// An index named after its table and columns.
pub(crate) fn index(on: Name, columns: &[Name]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("{on}_by_{}", columns.join("_")))
        .table(on);
    for column in columns {
        index.col(*column);
    }
    index
}

/// An index that also forbids two rows with the same values.
pub(crate) fn unique(on: Name, columns: &[Name]) -> IndexCreateStatement {
    index(on, columns).unique().take()
}

/// Creates the tables, then the indexes.
pub(crate) async fn create(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}
