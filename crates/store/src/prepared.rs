//! Statements about several rows, of few different lengths: the database has then prepared each of them before.

use sea_orm::{
    ActiveModelTrait, ActiveValue, ConnectionTrait, DbBackend, DbErr, EntityName, EntityTrait,
    IdenStatic, Iterable, Statement, Value,
};

/// How many rows one statement is about at most.
const MOST: usize = 64;

/// Inserts these rows with as few statements as powers of two allow; nothing for no rows.
pub(crate) async fn insert<A>(
    conn: &impl ConnectionTrait,
    rows: impl IntoIterator<Item = A>,
) -> Result<(), DbErr>
where
    A: ActiveModelTrait + Send,
{
    let mut rows: Vec<A> = rows.into_iter().collect();
    while !rows.is_empty() {
        let later = rows.split_off(length(rows.len()));
        let statement = insertion(conn.get_database_backend(), rows)?;
        conn.execute_raw(statement).await?;
        rows = later;
    }
    Ok(())
}

/// The statement that inserts these rows, which all have the columns of the first. Written here, since so many values
/// cost more in the tree of a query builder than in the database.
fn insertion<A: ActiveModelTrait>(backend: DbBackend, rows: Vec<A>) -> Result<Statement, DbErr> {
    let table = A::Entity::default();
    let columns: Vec<_> = <A::Entity as EntityTrait>::Column::iter()
        .filter(|column| rows.first().is_some_and(|row| !row.is_not_set(*column)))
        .collect();
    let names: Vec<&str> = columns.iter().map(IdenStatic::as_str).collect();
    let mut sql = format!(
        r#"INSERT INTO "{}" ("{}") VALUES "#,
        table.table_name(),
        names.join(r#"", ""#)
    );
    let mut values: Vec<Value> = Vec::with_capacity(rows.len() * columns.len());
    for mut row in rows {
        sql.push_str(if values.is_empty() { "(" } else { "), (" });
        for (place, column) in columns.iter().enumerate() {
            let (ActiveValue::Set(value) | ActiveValue::Unchanged(value)) = row.take(*column)
            else {
                let unset = format!("{} of {} is not set", column.as_str(), table.table_name());
                return Err(DbErr::AttrNotSet(unset));
            };
            values.push(value);
            if place > 0 {
                sql.push_str(", ");
            }
            sql.push_str(&placeholder(backend, values.len()));
        }
    }
    sql.push(')');
    Ok(Statement::from_sql_and_values(backend, sql, values))
}

/// The place of the value with this number, counted from 1.
pub(crate) fn placeholder(backend: DbBackend, number: usize) -> String {
    match backend {
        DbBackend::Postgres => format!("${number}"),
        _ => "?".to_owned(),
    }
}

/// About how many of so many rows the next statement is: the largest power of two that is no more, up to the most.
pub(crate) fn length(rows: usize) -> usize {
    1 << rows.min(MOST).ilog2()
}

/// The same values for a condition `IN`, the last one as often as it takes to reach a power of two.
pub(crate) fn padded<T: Clone>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    if let Some(last) = values.last().cloned() {
        values.resize(values.len().next_power_of_two(), last);
    }
    values
}

#[cfg(test)]
mod tests {
    use sea_orm::ActiveValue::{NotSet, Set};
    use uuid::Uuid;

    use super::*;
    use crate::entities::person_keys::ActiveModel;

    #[test]
    fn each_row_has_the_places_of_the_first() {
        let key = |number| ActiveModel {
            person_id: Set(Uuid::from_u128(number)),
            key: Set(vec![1]),
        };
        let sql = |backend| {
            let statement = insertion(backend, vec![key(1), key(2)]);
            statement.expect("all is set").sql
        };
        assert_eq!(
            sql(DbBackend::Sqlite),
            r#"INSERT INTO "person_keys" ("person_id", "key") VALUES (?, ?), (?, ?)"#
        );
        assert_eq!(
            sql(DbBackend::Postgres),
            r#"INSERT INTO "person_keys" ("person_id", "key") VALUES ($1, $2), ($3, $4)"#
        );
        let without = ActiveModel {
            key: NotSet,
            ..key(3)
        };
        let refused = insertion(DbBackend::Sqlite, vec![key(1), without]);
        assert_eq!(
            refused.map(|statement| statement.sql),
            Err(DbErr::AttrNotSet(
                "key of person_keys is not set".to_owned()
            ))
        );
    }

    #[test]
    fn lengths_are_few() {
        assert_eq!([1, 2, 3, 63, 64, 500].map(length), [1, 2, 2, 32, 64, 64]);
        assert_eq!(padded([1, 2, 3]), [1, 2, 3, 3]);
        assert!(padded::<u8>([]).is_empty());
    }
}
