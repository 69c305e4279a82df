//! What Plaudit asks and shows: the pages, the letters, the files and the command line.
//!
//! # How a page is made
//!
//! A page is three files named after its URL's second segment: handlers, form, view. This is a whole one, at
//! `/admin/organisation`; `accounts/set_up` is a real one to compare.
//!
//! **The URL**, once, in [`paths`]; the route, the handler's first argument and every link share the type.
//!
//! ```ignore
//! // paths.rs, under `admin = Admin { … }`
//! /// The organisation's name and its contact.
//! Organisation "/admin/organisation" [GET POST];
//! ```
//!
//! **The handlers** load, parse, do one operation of the store, and respond. No SQL, no rule, no `html!`. Errors go
//! out by `?`: a refusal, a missing thing and a lost database each have their page, which keeps what was typed.
//!
//! ```ignore
//! // admin/organisation.rs
//! //! The organisation's name and contact: `/admin/organisation`.
//!
//! mod form;
//! mod view;
//!
//! pub(super) fn routes() -> Router<App> {
//!     Router::new().typed_get(show).typed_post(change)
//! }
//!
//! /// Shows what is known now.
//! async fn show(_: Organisation, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
//!     let organisation = organisations::find(&app.store).await?.ok_or(PageError::NotFound)?;
//!     Ok(view::page(&admin, &form::of(&organisation), &FieldErrors::default()))
//! }
//!
//! /// Changes it.
//! async fn change(_: Organisation, admin: Admin, State(app): State<App>, raw: RawForm) -> Result<Response, PageError> {
//!     let (name, contact) = match form::parse(&raw) {
//!         Ok(parsed) => parsed,
//!         Err(errors) => return Ok(view::page(&admin, &raw, &errors).unprocessable()),
//!     };
//!     organisations::change(&app.store, &app.moment(admin.actor()), name, contact).await?;
//!     Ok(Notice::good(say!(admin.words, "organisation-changed")).then(Organisation))
//! }
//! ```
//!
//! **The form** names its fields once, for itself, the view and the tests. [`http::form::RawForm`] is what was typed;
//! `parse` gives the domain's values or every error at once, each with its field and a noun of the words
//! (`organisation-name-noun = the name of the organisation` makes "Enter the name of the organisation").
//!
//! ```ignore
//! // admin/organisation/form.rs
//! //! What is asked about the organisation.
//!
//! pub(super) const NAME: &str = "name";
//!
//! /// Reads what was typed, or says everything that is wrong with it.
//! pub(super) fn parse(raw: &RawForm) -> Result<String, FieldErrors> {
//!     let mut errors = raw.errors();
//!     let name = errors.take(NAME, "organisation-name-noun", text::line(raw.get(NAME), NAME_LIMIT));
//!     match name {
//!         Some(name) if errors.is_empty() => Ok(name),
//!         _ => Err(errors),
//!     }
//! }
//!
//! /// The form as if it had been typed.
//! pub(super) fn of(organisation: &organisations::Organisation) -> RawForm {
//!     RawForm::from_pairs([(NAME, organisation.name.as_str())])
//! }
//! ```
//!
//! A list of like things has names such as `claim[0].before` ([`http::form::RawForm::indices`]) or `answer[<id>]`
//! ([`http::form::RawForm::keys`]). An error with a sentence of its own is `errors.say(FIELD, "key")`.
//!
//! **The view** puts components of [`ui`] together; all words are Fluent's, in `words/en.ftl`.
//!
//! ```ignore
//! // admin/organisation/view.rs
//! //! How the organisation's page looks.
//!
//! pub(super) fn page(admin: &Admin, raw: &RawForm, errors: &FieldErrors) -> Answer {
//!     let words = &admin.words;
//!     let messages = errors.in_words(words);
//!     let title = say!(words, "organisation-title");
//!     let form = Form::post(&Organisation, html! {
//!         (Field::text(words, NAME, say!(words, "organisation-name")).value(raw.get(NAME)).error(messages.get(NAME)))
//!         (submit(Look::Primary, &say!(words, "organisation-save")))
//!     });
//!     let body = html! { (error_summary(words, messages.iter())) (Heading::new(&title)) (form) };
//!     Answer::page(admin, Place::Administration, title, body)
//! }
//! ```
//!
//! **The area** carries its gate once, so that no page can be mounted outside it; [`router`] merges the areas.
//!
//! ```ignore
//! // admin.rs
//! pub(crate) fn routes(app: &App) -> Router<App> {
//!     Router::new()
//!         .merge(organisation::routes())
//!         .route_layer(from_extractor_with_state::<Admin, App>(app.clone()))
//! }
//! ```
//!
//! A file is [`http::csv::download`] over a stream of lines. A letter is a file in [`letters`]: its merge data is
//! queued by the store in the operation's own transaction, and what is secret in it is minted when it is sent.

mod accounts;
mod admin;
pub mod assets;
pub mod cli;
pub mod clock;
pub mod config;
mod demo;
mod exports;
pub mod http;
mod judging;
pub mod letters;
pub mod paths;
mod public;
pub mod router;
pub mod serve;
mod server;
pub mod shown;
pub mod state;
pub mod ui;
pub mod words;
