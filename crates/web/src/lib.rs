//! What Plaudit asks and shows: the pages, the letters, the files and the command line.
//!
//! # How a page is made
//!
//! A page is three files named after its URL's second segment: handlers, form, view. To see a whole one, read
//! `/admin/organisation`: `admin/organisation.rs`, `admin/organisation/form.rs`, `admin/organisation/view.rs`.
//!
//! **The URL** stands once, in [`paths`]; the route, the handler's first argument and every link share the type.
//!
//! **The handlers** load, parse, do one operation of the store, and respond. No SQL, no rule, no `html!`. Errors go
//! out by `?`: a refusal, a missing thing and a lost database each have their page, which keeps what was typed
//! ([`http::error`]). What was done is said on the next page by a [`http::notice`].
//!
//! **The form** names its fields once, for itself, the view and the tests. [`http::form::RawForm`] is what was typed;
//! `parse` gives the domain's values or every error at once, each with its field and a noun of the words
//! (`organisation-name-noun = the name of the organisation` makes "Enter the name of the organisation"). A list of like
//! things has names such as `claim[0].before` ([`http::form::RawForm::indices`]) or `answer[<id>]`
//! ([`http::form::RawForm::keys`]). An error with a sentence of its own is
//! [`say`](http::field_errors::FieldErrors::say).
//!
//! **The view** puts components of [`ui`] together; all words are Fluent's, in `words/en.ftl`, and a key begins with the
//! name of the file that says it.
//!
//! **The area** carries its gate once, so that no page can be mounted outside it; [`router`] merges the areas.
//!
//! A file is [`http::sheet::download`] over a stream of lines. A letter is a file in [`letters`]: its merge data is
//! queued by the store in the operation's own transaction, and what is secret in it is minted when it is sent.
//!
//! For those who run an award, judge in it or operate a server there are handbooks: [`handbook`].

#[doc = include_str!("../docs/access.md")]
pub mod access {}
mod accounts;
mod admin;
pub mod assets;
pub mod cli;
pub mod clock;
pub mod config;
mod demo;
mod exports;
pub mod gallery;
pub mod handbook;
pub mod http;
mod judging;
pub mod letters;
mod live;
mod package;
pub mod paths;
mod public;
pub mod router;
pub mod serve;
mod server;
pub mod shown;
#[doc = include_str!("../docs/speed.md")]
pub mod speed {}
pub mod state;
pub mod ui;
pub mod words;
