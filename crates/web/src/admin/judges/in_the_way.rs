//! What would stand in the way of inviting somebody to judge, and what it means once judging has begun: said before the letter
//! goes, and gone on with all the same.

pub(super) mod view;

use plaudit_domain::ids::SeasonId;
use plaudit_domain::interest::signs::Somebody;
use plaudit_domain::membership::Role;
use plaudit_domain::person::Email;
use plaudit_domain::season::{Season, Status};
use plaudit_store::plans;
use plaudit_store::reports::quorum::{self, More};
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

/// What is to be read first.
pub(super) struct First<'a> {
    /// Of whom.
    pub(super) name: &'a str,
    /// What they have in common with cases and nominations.
    pub(super) found: &'a [Suggestion],
    /// What it means that judging has begun.
    pub(super) late: Option<&'a Late>,
}

/// What it means that somebody is added while judging goes on.
pub(super) struct Late {
    /// What they do to the quorum.
    pub(super) more: More,
    /// The quorum.
    pub(super) needed: u32,
    /// Whether cases are given out by a plan.
    pub(super) is_planned: bool,
}

/// The consequences of adding somebody who scores while judging goes on, unless they were read.
pub(super) async fn late(
    app: &App,
    admin: &Admin,
    season: &Season,
    role: Role,
    raw: &RawForm,
) -> Result<Option<Late>, PageError> {
    if raw.get(GO_ON) == YES || season.status != Status::Judging || !role.scores() {
        return Ok(None);
    }
    let quorum = quorum::get(&app.store, &admin.viewer(), season.id).await?;
    Ok(Some(Late {
        more: quorum.with_one_more(),
        needed: quorum.needed,
        is_planned: plans::find(&app.store, season.id).await?.is_some(),
    }))
}
