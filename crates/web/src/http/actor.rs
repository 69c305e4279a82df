//! Who is asking. The areas' gates, and what each page knows of its reader.
//!
//! Whoever must sign in first is sent to sign in and comes back; whoever is signed in without the
//! role is told that there is no such page.

use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use plaudit_domain::ids::{AccountId, PersonId, SessionId};
use plaudit_domain::membership::Role;
use plaudit_store::organisations::Organisation;
use plaudit_store::sessions::{self, Session};
use plaudit_store::{Actor, StoreError};

use super::error::PageError;
use super::{notice, session};
use crate::paths;
use crate::say;
use crate::state::App;
use crate::ui::page::{Contact, Frame, Identity, Link, Notice, Place};
use crate::words::Words;
