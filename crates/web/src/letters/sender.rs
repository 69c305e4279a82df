//! Hands over what is due in the outbox: claimed by one instance at a time, tried again with growing
//! pauses, given up in plain sight.

use std::time::Duration;

use jiff::SignedDuration;
use plaudit_store::outbox::{self, Letter};
use plaudit_store::{Actor, StoreError};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::post_office::{Envelope, NotTaken};
use super::{Forms, Unwritten, contact, write};
use crate::state::App;

/// How often the outbox is looked into.
const EVERY: Duration = Duration::from_secs(1);

/// How many letters are claimed at once: so few that a claim does not run out before its last letter, even if the mail
/// server takes all the time for each that it is given.
const AT_ONCE: u64 = 3;

/// How long a claim gives way to nominations that are being written: whoever sent one sees the receipt at once, and in
/// the busiest minute the letter may come a little later.
const GIVES_WAY: Duration = Duration::from_millis(200);

/// After each failure, how long until the next try; after the last, the letter is given up.
const PAUSES: [SignedDuration; 6] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(30),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(8),
    SignedDuration::from_hours(24),
];

/// From how many hexadecimal digits on something may be a key.
const SHORTEST_SECRET: usize = 40;

/// The most of a mail server's answer that is kept.
const LONGEST_FAILURE: usize = 500;

/// Sends until it is told to stop; a letter that was begun is finished.
pub(crate) async fn run(app: App, stop: CancellationToken) {
    let sender = app.moment(Actor::System).id();
    while !stop.is_cancelled() {
        app.store.give_way(GIVES_WAY).await;
        match send_claimed(&app, sender, &stop).await {
            Ok(0) => {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = tokio::time::sleep(EVERY) => {}
                }
            }
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "the outbox cannot be read");
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = tokio::time::sleep(EVERY * 5) => {}
                }
            }
        }
    }
}

/// Sends everything that is due now, and answers how many were tried: what a test does instead of waiting.
pub async fn send_due(app: &App) -> Result<usize, StoreError> {
    let sender = app.moment(Actor::System).id();
    let mut tried = 0;
    loop {
        match send_claimed(app, sender, &CancellationToken::new()).await? {
            0 => return Ok(tried),
            some => tried += some,
        }
    }
}

async fn send_claimed(
    app: &App,
    sender: Uuid,
    stop: &CancellationToken,
) -> Result<usize, StoreError> {
    let letters = outbox::claim(&app.store, app.clock.now(), sender, AT_ONCE).await?;
    for letter in &letters {
        // With a mail server that hangs, the others would hold up the end; they are free again when the claim runs out.
        if stop.is_cancelled() {
            break;
        }
        match send(app, letter).await {
            Ok(Outcome::Taken) => {
                outbox::mark_sent(&app.store, letter.id, app.clock.now()).await?;
            }
            Ok(Outcome::Overtaken) => outbox::mark_overtaken(&app.store, letter.id).await?,
            Err(failure) => {
                let again_at = match failure {
                    NotTaken::ForGood(_) => None,
                    NotTaken::ForNow(_) => pause_after(letter.tries),
                };
                let now = app.clock.now();
                let again_at = again_at.map(|pause| now + pause);
                let failure = without_secrets(&failure.to_string());
                let failure: String = failure.chars().take(LONGEST_FAILURE).collect();
                // The address stays out of the log; the letter's id leads to it on the outbox page.
                let reason = without_addresses(&failure);
                tracing::warn!(letter = %letter.id, kind = letter.kind, tries = letter.tries, reason, "a letter was not taken");
                outbox::mark_failed(&app.store, letter.id, &failure, (now, again_at)).await?;
            }
        }
    }
    Ok(letters.len())
}

/// A mail server may answer with what it was sent: a private link in that would open to every administrator.
fn without_secrets(answer: &str) -> String {
    let mut kept = String::new();
    for run in answer.split_inclusive(|symbol: char| !symbol.is_ascii_hexdigit()) {
        let digits = run.trim_end_matches(|symbol: char| !symbol.is_ascii_hexdigit());
        if digits.len() < SHORTEST_SECRET {
            kept.push_str(run);
        } else {
            kept.push('…');
            kept.push_str(&run[digits.len()..]);
        }
    }
    kept
}

/// The same without addresses of people, as the log may hold it.
fn without_addresses(answer: &str) -> String {
    let words = answer
        .split(' ')
        .map(|word| if word.contains('@') { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// How long to wait after this many tries; nothing when there have been enough.
fn pause_after(tries: u32) -> Option<SignedDuration> {
    let failures = usize::try_from(tries).ok()?;
    PAUSES.get(failures.checked_sub(1)?).copied()
}

/// What became of a letter of which nothing went wrong.
enum Outcome {
    /// The post office has it.
    Taken,
    /// There was nothing left to say.
    Overtaken,
}

async fn send(app: &App, letter: &Letter) -> Result<Outcome, NotTaken> {
    let for_now = |error: &dyn std::error::Error| NotTaken::ForNow(error.to_string());
    let organisation = app
        .organisation()
        .await
        .map_err(|error| for_now(&error))?
        .ok_or_else(|| NotTaken::ForNow("there is no organisation yet".to_owned()))?;
    let written = match write(app, letter).await {
        Ok(written) => written,
        Err(Unwritten::Overtaken) => return Ok(Outcome::Overtaken),
        // Another instance, of a later version, may know how to write it.
        Err(
            error @ (Unwritten::UnknownKind(_)
            | Unwritten::Merge(_)
            | Unwritten::Store(StoreError::Database(_))),
        ) => return Err(for_now(&error)),
        Err(error @ Unwritten::Store(_)) => return Err(NotTaken::ForGood(error.to_string())),
    };
    let contact = contact(&written, &organisation);
    let words = app.words.language(Some(&letter.language));
    let public_url = app.settings.public_url();
    let from = app
        .settings
        .letters_from
        .clone()
        .unwrap_or_else(|| organisation.contact.email.clone());
    app.post_office
        .take(Envelope {
            message_id: format!("{}@{}", letter.id, public_url.host()),
            at: letter.created_at,
            from_name: organisation.name.clone(),
            from: from.to_string(),
            reply_name: contact.name.clone(),
            reply_to: contact.email.clone(),
            to: letter.address.clone(),
            subject: written.subject.clone(),
            forms: Forms::of(&written, &organisation, &words),
        })
        .await?;
    Ok(Outcome::Taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_servers_answer_is_kept_without_keys_and_logged_without_addresses() {
        let link = format!("http://award.example/nominations/{}", "a1".repeat(32));
        let answer = format!("554 5.7.1 <ann@council.example>: spam: {link}, see e4f1a20b");
        let kept = without_secrets(&answer);
        assert_eq!(
            kept,
            "554 5.7.1 <ann@council.example>: spam: http://award.example/nominations/…, see e4f1a20b"
        );
        assert_eq!(
            without_addresses(&kept),
            "554 5.7.1 … spam: http://award.example/nominations/…, see e4f1a20b"
        );
        assert_eq!(without_secrets(&"b".repeat(40)), "…");
    }

    #[test]
    fn pauses_grow_and_end() {
        assert_eq!(pause_after(1), Some(SignedDuration::from_mins(1)));
        assert_eq!(pause_after(6), Some(SignedDuration::from_hours(24)));
        assert_eq!(pause_after(7), None);
    }
}
