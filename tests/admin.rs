//! What administrators see and do: the dashboard, nominations, cases, judges, the shortlist, the record.
