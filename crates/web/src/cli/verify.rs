//! `plaudit verify`: whether a results package is what was signed, on any machine; or whether the database's ledger holds.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use plaudit_domain::publication::LEAST_TOLD;
use plaudit_store::ledger;

use super::{EVERYTHING, log_to, say};
use crate::clock::Clock;
use crate::config::Settings;
use crate::package::check::{Verified, verify};
use crate::package::fault::Fault;
use crate::package::public::check as public;
use crate::serve::{self, Failure};

/// What is to be verified.
#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// A results package: its signature, every byte of it, the chain of the ledger in it, and its ranking, worked out again.
    /// Public results: the same, but that no ranking can be worked out from them. No database is needed.
    #[arg(
        value_name = "PACKAGE",
        required_unless_present = "ledger",
        conflicts_with = "ledger"
    )]
    package: Option<PathBuf>,

    /// The key that the package must be signed under, as the organisers publish it: 64 hexadecimal digits.
    #[arg(long, value_name = "KEY", requires = "package")]
    public_key: Option<String>,

    /// The ledger in the database: that no fact was changed, removed or added out of turn.
    #[arg(long)]
    ledger: bool,

    /// A head of the ledger that somebody kept, from a resolution or a letter: whether it is in the chain.
    #[arg(long, value_name = "SEAL", requires = "ledger")]
    head: Option<String>,

    #[command(flatten)]
    settings: Settings,
}

impl VerifyArguments {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        if let Some(package) = &self.package {
            return verify_package(package, self.public_key.as_deref());
        }
        log_to(self.settings.log_format, EVERYTHING);
        verify_ledger(self.settings, self.head.as_deref()).await
    }
}

fn verify_package(path: &Path, key: Option<&str>) -> Result<ExitCode, Failure> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path)
        .and_then(|file| file.take(u64::from(u32::MAX)).read_to_end(&mut bytes));
    read.map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let told = if public::is_meant(&bytes) {
        public::verify(&bytes, key).map(|verified| tell_public(&verified, key.is_some()))
    } else {
        verify(&bytes, key).map(|verified| tell(&verified, key.is_some()))
    };
    match told {
        Ok(told) => {
            told?;
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => tell_faults(&faults),
    }
}

fn tell_faults(faults: &[Fault]) -> Result<ExitCode, Failure> {
    for fault in faults {
        say(&fault.to_string())?;
    }
    say("The package does not hold.")?;
    Ok(ExitCode::FAILURE)
}

fn tell(verified: &Verified, is_key_given: bool) -> std::io::Result<()> {
    let Verified {
        programme,
        season,
        category,
        made_by,
        cases,
        scorecards,
        signed_by,
        facts: (facts, whole),
        head,
    } = verified;
    say(&format!("{programme}, {season}: {category}"))?;
    say(&format!("made by Plaudit {made_by}"))?;
    say("every member is what was signed")?;
    tell_key(signed_by, is_key_given)?;
    say(&format!(
        "the ledger is a chain of {facts} facts, of which {whole} can be read"
    ))?;
    if let Some((number, seal)) = head {
        say(&format!("head {number} {seal}"))?;
    }
    say(&format!(
        "the ranking of {cases} cases follows from {scorecards} scorecards, to the last byte"
    ))?;
    say("The package holds.")
}

fn tell_public(verified: &public::Verified, is_key_given: bool) -> std::io::Result<()> {
    let public::Verified {
        programme,
        season,
        category,
        made_by,
        listed,
        signed_by,
        resolution,
    } = verified;
    say(&format!("{programme}, {season}: {category}"))?;
    say(&format!("public results, made by Plaudit {made_by}"))?;
    say("every member is what was signed")?;
    tell_key(signed_by, is_key_given)?;
    if let Some((number, seal)) = resolution {
        say(&format!("the resolution is fact {number}, seal {seal}"))?;
    }
    say(&format!(
        "cases listed: {listed}; beside that no count under {LEAST_TOLD} is told or follows from the figures, and no score of a case that won nothing"
    ))?;
    say(
        "The ranking cannot be worked out again from public results, which leave most scores out: that takes the whole results package, which the organisers can give to somebody independent.",
    )?;
    say("The public results hold.")
}

fn tell_key(signed_by: &str, is_key_given: bool) -> std::io::Result<()> {
    say(&format!("signed under {signed_by}"))?;
    if !is_key_given {
        say(
            "  Is that the organisers' key? Give it with --public-key, from somewhere else than this package.",
        )?;
    }
    Ok(())
}

async fn verify_ledger(settings: Settings, asked: Option<&str>) -> Result<ExitCode, Failure> {
    let asked = asked.map(str::trim);
    if let Some(head) = asked.filter(|head| !is_seal(head)) {
        return Err(format!(
            "“{head}” is no seal: one is 64 characters long, of 0 to 9 and a to f, and stands in a resolution or in a letter about one"
        )
        .into());
    }
    let app = serve::open_existing(settings, Clock::system()).await?;
    let found = ledger::verify_with(&app.store, asked.unwrap_or_default()).await?;
    app.store.close().await?;
    say(&format!("{} facts sealed", found.sealed))?;
    if let Some(head) = &found.head {
        say(&format!("head {head}"))?;
    }
    say(&format!("{} facts not sealed yet", found.unsealed))?;
    for fault in &found.faults {
        say(&fault.to_string())?;
    }
    let mut holds = found.faults.is_empty();
    match (asked, found.asked) {
        (None, _) => {}
        (Some(_), Some(number)) if holds => say(&format!(
            "The seal you gave is that of fact {number}: nothing up to it was changed since."
        ))?,
        (Some(_), Some(number)) => say(&format!("The seal you gave is that of fact {number}."))?,
        (Some(_), None) => {
            say(
                "The seal you gave is that of no fact: this is not the ledger that it was taken from, or its history was rewritten.",
            )?;
            holds = false;
        }
    }
    if holds {
        say("The ledger holds.")?;
        Ok(ExitCode::SUCCESS)
    } else {
        say("The ledger does not hold.")?;
        Ok(ExitCode::FAILURE)
    }
}

/// Whether this may be the seal of a fact, whosever.
fn is_seal(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
