//! Between the wire and the pages: what is asked is parsed here, and what is answered is guarded here.

pub mod actor;
pub mod attempt;
pub mod cookies;
pub mod error;
pub mod field_errors;
pub mod form;
pub mod headers;
pub mod kept;
pub(crate) mod note;
pub mod notice;
pub mod origin;
pub(crate) mod query;
pub mod rate_limit;
pub mod refusal;
pub mod request_id;
pub mod response;
pub mod return_to;
pub mod session;
pub mod sheet;
pub mod upload;
