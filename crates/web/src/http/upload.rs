//! One file that a browser posted, of which no more is held than it may weigh.

use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::http::StatusCode;

use super::error::PageError;

/// The most that is read of a posted file at all, in bytes: a photograph straight from a camera. What is too heavy is
/// read to its end and let go, since a browser that is cut off shows an error of its own instead of our sentence.
pub const LARGEST_UPLOAD: usize = 16 * 1024 * 1024;

/// What was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upload {
    /// This file, or an empty one where none was chosen.
    File(Vec<u8>),
    /// A file that weighs more than it may.
    TooLarge,
}

/// Reads the file of this field.
pub async fn file(
    form: Result<Multipart, MultipartRejection>,
    name: &str,
    largest: usize,
) -> Result<Upload, PageError> {
    let mut form = form.map_err(|_| PageError::NotAForm)?;
    match read(&mut form, name, largest).await {
        Ok(upload) => Ok(upload),
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Ok(Upload::TooLarge),
        Err(_) => Err(PageError::NotAForm),
    }
}

async fn read(form: &mut Multipart, name: &str, largest: usize) -> Result<Upload, MultipartError> {
    let mut found = None;
    while let Some(mut field) = form.next_field().await? {
        let is_asked_for = field.name() == Some(name) && found.is_none();
        let mut bytes = Vec::new();
        let mut too_large = false;
        while let Some(chunk) = field.chunk().await? {
            too_large |= bytes.len() + chunk.len() > largest;
            if is_asked_for && !too_large {
                bytes.extend_from_slice(&chunk);
            }
        }
        if is_asked_for {
            found = Some(if too_large {
                Upload::TooLarge
            } else {
                Upload::File(bytes)
            });
        }
    }
    Ok(found.unwrap_or(Upload::File(Vec::new())))
}
