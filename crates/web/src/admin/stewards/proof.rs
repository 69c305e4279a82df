//! To which addresses the ledger's head is mailed with each resolution, at `/admin/stewards/{programme}/proof`.

use axum::extract::State;
use axum::response::Response;
use plaudit_domain::person::Email;
use plaudit_domain::programme::Programme;
use plaudit_store::{StoreError, programmes, proofs};

use super::view;
use crate::admin::filled::{Filled, VERSION, version};
use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::paths::admin::{Stewards, StewardsProof};
use crate::say;
use crate::state::App;

/// The field of the addresses, one on each line.
pub(super) const ADDRESSES: &str = "addresses";

/// The form as it stands.
pub(super) fn written(programme: &Programme, to: &[Email]) -> RawForm {
    let lines: Vec<&str> = to.iter().map(Email::as_str).collect();
    RawForm::from_pairs([
        (VERSION, programme.version.to_string()),
        (ADDRESSES, lines.join("\n")),
    ])
}

/// Has it mailed to these and no others.
pub(super) async fn mail_to(
    path: StewardsProof,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let stewards = Stewards {
        programme: path.programme,
    };
    let new = Filled::default();
    let addresses = match parse(&raw) {
        Ok(addresses) => addresses,
        Err(errors) => {
            let programme = programmes::get(&app.store, path.programme).await?;
            let filled = Filled::wrong(raw, errors);
            return Ok(filled.answer(view::list(&admin, &programme, &new, &filled)));
        }
    };
    let count = addresses.len();
    let moment = app.moment(admin.actor());
    let seen = version(&raw);
    match proofs::mail_to(&app.store, &moment, path.programme, seen, addresses).await {
        Ok(()) => {
            let notice = say!(admin.words, "stewards-proof-saved", count = count);
            Ok(Notice::good(notice).then(stewards))
        }
        Err(StoreError::Stale) => {
            let programme = programmes::get(&app.store, path.programme).await?;
            let to = proofs::addresses(&app.store, programme.id).await?;
            let filled = Filled::stale(raw, written(&programme, &to));
            Ok(filled.answer(view::list(&admin, &programme, &new, &filled)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The addresses, each once.
fn parse(raw: &RawForm) -> Result<Vec<Email>, FieldErrors> {
    let mut errors = raw.errors();
    let mut addresses: Vec<Email> = Vec::new();
    for line in raw.get(ADDRESSES).lines().map(str::trim) {
        if line.is_empty() {
            continue;
        }
        match Email::parse(line) {
            Ok(address) if addresses.contains(&address) => {}
            Ok(address) => addresses.push(address),
            Err(_) => {
                let fills = vec![("address", Fill::Text(line.to_owned()))];
                errors.say_filled(ADDRESSES, "stewards-proof-wrong", fills);
            }
        }
    }
    if addresses.len() > proofs::MOST {
        let fills = vec![("most", Fill::Number(proofs::MOST))];
        errors.say_filled(ADDRESSES, "stewards-proof-too-many", fills);
    }
    if errors.is_empty() {
        Ok(addresses)
    } else {
        Err(errors)
    }
}
