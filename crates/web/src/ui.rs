//! The looks: components that know nothing of nominations.
//!
//! [`crate::gallery`] shows each of them in each of its states; `gallery/forms.rs` a whole form that was refused.
//!
//! | to say | use |
//! |---|---|
//! | the document and what surrounds the page | [`page::Page`] (`layout` Narrow, Wide, Full; `failed`), [`page::Frame`] |
//! | the page's `h1`, its line above and below, buttons beside | [`heading::Heading`] (`grand` opens a public page in full width), [`panel::panel`] for a receipt |
//! | the mark, and its light on a curtain | [`mark::mark`], [`mark::light`] |
//! | where to go | [`link::Link`], [`link::back`], [`button::link_button`] |
//! | do something | [`button::submit`], [`button::submit_as`], [`button::PostButton`] (a form of its own), [`button::buttons`] around several |
//! | a form | [`form::Form`] (`autosave`; [`form::draft_sent`] on the page after it), [`error_summary::error_summary`], [`filter_bar::filter_bar`] for a list |
//! | a question | [`fields::Field`]: `text email telephone link search number code date month time area select radios checkboxes`, then `hint value error optional required grand rows word_limit autocomplete suffix short inline chosen`; [`fields::Fieldset`], [`fields::hidden`] |
//! | a criterion's score | [`scale::Scale`] |
//! | a list | [`table::Table`], [`pager::Pager`], [`empty::empty`] |
//! | one thing, or answers to check | [`summary_list::SummaryList`] |
//! | a status | [`status_tag::status_tag`] with a [`tone::Tone`] |
//! | what happened, what matters | [`notice::Notice`], [`notice::aside`] |
//! | what to do next, how much is done, when | [`steps::Steps`], [`progress::progress`], [`timeline::Timeline`] |
//! | a dashboard | [`card::cards`], [`card::figures`] |
//! | people's texts | [`prose::prose`] (Markdown), [`prose::as_typed`] |
//! | a case beside its scorecard | [`split::split`] in the Full layout |
//! | numbers on one scale, orders side by side | [`plot::Plot`] with [`plot::key`], [`bumps::Bumps`]; always with a table that says the same |
//! | more, folded away | [`details::details`] |
//!
//! Classes for views: `visually-hidden`, `screen-only`, `print-only`, `number` (a table's cell), `muted`, `stack` (even distances), `prose`.
pub mod bumps;
pub mod button;
pub mod card;
pub mod details;
pub mod empty;
pub mod error_summary;
pub mod fields;
pub mod filter_bar;
pub mod form;
pub mod heading;
pub mod link;
pub mod mark;
pub mod notice;
pub mod page;
pub mod pager;
pub mod panel;
pub mod plot;
pub mod progress;
pub mod prose;
pub mod scale;
pub mod split;
pub mod status_tag;
pub mod steps;
pub mod summary_list;
pub mod table;
pub mod telephone;
pub mod timeline;
pub mod tone;
