//! What would stand in the way of inviting somebody to judge: said before the letter goes, and gone on with all the same.

pub(super) mod view;

use plaudit_domain::ids::SeasonId;
use plaudit_domain::interest::signs::Somebody;
use plaudit_domain::person::Email;
use plaudit_store::suggestions::{self, Suggestion};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::form::RawForm;
use crate::state::App;

/// The field that says that what stands in the way was read.
pub(super) const GO_ON: &str = "go-on";
/// It was.
pub(super) const YES: &str = "yes";

/// What is to be read first: what somebody has in common with this season's cases and nominations, unless it was.
pub(super) async fn unread(
    app: &App,
    admin: &Admin,
    season: SeasonId,
    (name, email): (&str, &Email),
    raw: &RawForm,
) -> Result<Vec<Suggestion>, PageError> {
    if raw.get(GO_ON) == YES {
        return Ok(Vec::new());
    }
    let somebody = Somebody {
        name: name.to_owned(),
        email: Some(email.to_string()),
        employer: None,
    };
    Ok(suggestions::in_the_way(&app.store, &admin.viewer(), season, &somebody).await?)
}
