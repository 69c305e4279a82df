//! Statements about several rows, of few different lengths: the database has then prepared each of them before.

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait};

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
        A::Entity::insert_many(rows)
            .exec_without_returning(conn)
            .await?;
        rows = later;
    }
    Ok(())
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
    use super::*;

    #[test]
    fn lengths_are_few() {
        assert_eq!([1, 2, 3, 63, 64, 500].map(length), [1, 2, 2, 32, 64, 64]);
        assert_eq!(padded([1, 2, 3]), [1, 2, 3, 3]);
        assert!(padded::<u8>([]).is_empty());
    }
}
