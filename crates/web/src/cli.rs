//! The command line: what `plaudit` can be told to do.

mod assign;
mod faults;
mod progress;
pub(crate) mod rank;
mod sheet;
mod verify;

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use plaudit_domain::person::Email;
use plaudit_store::{Actor, StoreError, accounts};
use tracing_subscriber::EnvFilter;

use crate::clock::Clock;
use crate::config::{LogFormat, Settings};
use crate::demo::{self, Choices};
use crate::paths::accounts::SignInLink;
use crate::paths::{ROUTES, Route};
use crate::serve::{self, Failure};

/// Runs an award from the first nomination to the published winner.
#[derive(Debug, Parser)]
#[command(name = "plaudit", version, args_conflicts_with_subcommands = true)]
pub struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the site; what is done when nothing else is said.
    Serve {
        #[command(flatten)]
        settings: Settings,
    },
    /// Shows Plaudit with sample data in a throw-away folder, and prints how to sign in as each role.
    Demo {
        #[command(flatten)]
        choices: Choices,
    },
    /// Brings the database's schema up to date, and does nothing else.
    Migrate {
        #[command(flatten)]
        settings: Settings,
    },
    /// Prints a link that signs somebody in once, for when no letter reaches them. It is on record.
    SignInLink {
        /// The email address that signs in.
        email: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Ranks the entries of any CSV file of scores, and says what the scores can and cannot support.
    Rank {
        #[command(flatten)]
        arguments: rank::RankArguments,
    },
    /// Assigns judges to entries: the best match within loads and conflicts, so that all entries can be compared.
    Assign {
        #[command(flatten)]
        arguments: assign::AssignArguments,
    },
    /// Lists every URL of the site.
    Routes,
    /// Checks a results package, or the ledger in the database.
    Verify {
        #[command(flatten)]
        arguments: verify::VerifyArguments,
    },
}

impl CommandLine {
    /// Does what was asked.
    pub async fn run(self) -> ExitCode {
        match self.obey().await {
            Ok(code) => code,
            // Whoever read the output has seen enough, as `head` has.
            Err(failure) if is_broken_pipe(&failure) => ExitCode::FAILURE,
            Err(failure) => {
                // The log may be going elsewhere; whoever typed the command reads this.
                drop(writeln!(std::io::stderr(), "plaudit: {failure}"));
                ExitCode::FAILURE
            }
        }
    }

    async fn obey(self) -> Result<ExitCode, Failure> {
        let settings = self.settings;
        match self.command.unwrap_or(Command::Serve { settings }) {
            Command::Serve { settings } => {
                log_to(settings.log_format, EVERYTHING);
                serve::serve(settings).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Demo { choices } => {
                log_to(LogFormat::Text, TROUBLE);
                demo::run(choices).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Migrate { settings } => {
                log_to(settings.log_format, EVERYTHING);
                let app = serve::open(settings, Clock::system()).await?;
                app.store.close().await?;
                say("The database is up to date.")?;
                Ok(ExitCode::SUCCESS)
            }
            Command::SignInLink { email, settings } => {
                log_to(settings.log_format, EVERYTHING);
                print_sign_in_link(&email, settings).await
            }
            Command::Rank { arguments } => arguments.run(),
            Command::Assign { arguments } => arguments.run(),
            Command::Routes => {
                let lines: Vec<String> = ROUTES.iter().map(line).collect();
                say(&lines.join("\n"))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Verify { arguments } => arguments.run().await,
        }
    }
}

async fn print_sign_in_link(email: &str, settings: Settings) -> Result<ExitCode, Failure> {
    let email = Email::parse(email).map_err(|_| format!("{email} is not an email address"))?;
    let app = serve::open_existing(settings, Clock::system()).await?;
    let moment = app.moment(Actor::System);
    let lasts = accounts::LETTER_LASTS;
    let minted = match accounts::print_sign_in_link(&app.store, &moment, &email, lasts).await {
        Err(StoreError::NotFound) => return Err(format!("nobody signs in with {email}").into()),
        minted => minted?,
    };
    let link = app.settings.public_url().link(SignInLink {
        token: minted.token.text(),
    });
    app.store.close().await?;
    let minutes = lasts.as_mins();
    say(&format!(
        "{link}\n\nIt signs {email} in once, within {minutes} minutes."
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn is_broken_pipe(failure: &Failure) -> bool {
    failure
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// A route as it is listed: its methods, its URL, its area.
fn line(route: &Route) -> String {
    format!(
        "{:9} {:60} {}",
        route.methods.join(" "),
        route.pattern,
        route.area.as_str()
    )
}

fn say(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

/// What an operator's log tells: the libraries speak up only when something is wrong, and what people typed is never in their
/// warnings.
const EVERYTHING: &str = "warn,plaudit_web=info,plaudit_store=info";
/// What a demo's tells, under the links that it printed and that must stay in view.
const TROUBLE: &str = "warn";

/// Writes the log to standard error, so that what a command prints can be read on its own.
fn log_to(format: LogFormat, what: &str) {
    let filter = EnvFilter::new(what);
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    // A second call, in a test that runs two commands, changes nothing.
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn serving_is_what_is_done_when_nothing_is_said() {
        let line = CommandLine::try_parse_from(["plaudit", "--listen", "0.0.0.0:80"]);
        let line = line.expect("a command");
        assert!(line.command.is_none());
        assert_eq!(line.settings.listen.port(), 80);
    }

    #[test]
    fn a_subcommand_takes_the_same_settings() {
        let line = CommandLine::try_parse_from([
            "plaudit",
            "sign-in-link",
            "ann@society.example",
            "--data-dir",
            "elsewhere",
        ]);
        let Some(Command::SignInLink { email, settings }) = line.expect("a command").command else {
            panic!("another command was read");
        };
        assert_eq!(email, "ann@society.example");
        assert_eq!(settings.data_dir.to_str(), Some("elsewhere"));
    }
}
