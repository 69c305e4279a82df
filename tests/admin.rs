//! What administrators see and do: the dashboard, nominations, cases, judges, the shortlist, the record.

mod interests;
mod judges;
