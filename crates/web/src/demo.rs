//! `plaudit demo`: the demo's world in a throw-away folder, served until it is stopped.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::SignedDuration;
use plaudit_domain::person::Email;
use plaudit_store::{Actor, accounts, demo, programmes};

use crate::clock::Clock;
use crate::config::Settings;
use crate::paths::accounts::{SignIn, SignInLink};
use crate::paths::public::{Home, Nominate, Programme};
use crate::serve::{self, Failure};
use crate::state::App;

/// What can be decided about a demo.
#[derive(Debug, Args)]
pub(crate) struct Choices {
    /// The address and port to answer on; port 0 takes any that is free.
    #[arg(long, env = "PLAUDIT_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// A folder to keep the demo in. It must be empty; without it, a throw-away folder is used.
    #[arg(long, env = "PLAUDIT_DATA_DIR")]
    data_dir: Option<PathBuf>,
}

/// How long the printed links can be used.
const LINKS_LAST: SignedDuration = SignedDuration::from_hours(12);

/// Loads the world, prints where to go and how to sign in as each role, and serves until it is stopped.
pub(crate) async fn run(choices: Choices) -> Result<(), Failure> {
    let (folder, throw_away) = folder(choices.data_dir)?;
    let mut settings = Settings::of_one(choices.listen, folder);
    let listener = serve::bind(&mut settings).await?;
    let clock = Clock::system();
    let mut app = serve::open(settings, clock.clone()).await?;
    tell("Loading the demo's world …")?;
    let world = demo::load(&app.store, clock.ids()).await?;
    app.clock = Clock::starting_at(world.now);
    tell(&welcome(&app, &world, throw_away.is_some()).await?)?;
    serve::serve_on(app, listener, serve::asked_to_stop()).await?;
    if let Some(folder) = throw_away {
        // Whatever is left is in the system's folder for such things.
        let _ = folder.close();
    }
    Ok(())
}

/// The folder that was named, which must be empty, or a throw-away one.
fn folder(named: Option<PathBuf>) -> Result<(PathBuf, Option<tempfile::TempDir>), Failure> {
    let Some(named) = named else {
        let folder = tempfile::Builder::new().prefix("plaudit-demo-").tempdir()?;
        return Ok((folder.path().to_owned(), Some(folder)));
    };
    if holds_something(&named)? {
        let named = named.display();
        return Err(format!("{named} is not empty; the demo begins in an empty folder").into());
    }
    Ok((named, None))
}

fn holds_something(folder: &Path) -> std::io::Result<bool> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

async fn welcome(app: &App, world: &demo::World, throw_away: bool) -> Result<String, Failure> {
    let public = app.settings.public_url();
    let second = programmes::get(&app.store, world.second_programme).await?;
    let first = programmes::get(&app.store, world.programme).await?;
    let zone = &second.words.zone;
    let words = app.words.english();
    let folder = app.settings.data_dir.display();
    let fate = if throw_away {
        "The demo and its folder are gone when it stops."
    } else {
        "Its folder stays when the demo stops."
    };
    Ok(format!(
        "
The demo is at  {home}
It stands at {now}, and its clock runs on from there.

Open a link and press its button to sign in; each works once. Use a private window for each role:
  as the administrator               {administrator}
  as a judge in the middle of it     {judge}
  as a judge who has yet to begin    {fresh_judge}
  as the chair of the panel          {chair}
  as a judge in the middle of a sift {sifting_judge}

Without signing in:
  put somebody forward               {nominate}
  read what the award is about       {programme}

To sign in again, ask for a link at {sign_in} with an address:
{addresses}
Letters go nowhere: each one that you cause becomes a file in {folder}/letters,
which a mail program opens.
{fate} Ctrl-C stops it.
",
        home = public.link(Home),
        now = words.moment(world.now, &zone.time_zone()),
        administrator = sign_in(app, &world.administrator).await?,
        judge = sign_in(app, &world.judge).await?,
        fresh_judge = sign_in(app, &world.fresh_judge).await?,
        chair = sign_in(app, &world.chair).await?,
        sifting_judge = sign_in(app, &world.sifting_judge).await?,
        nominate = public.link(Nominate {
            programme: second.words.slug.to_string()
        }),
        programme = public.link(Programme {
            programme: first.words.slug.to_string()
        }),
        sign_in = public.link(SignIn),
        addresses = [
            ("the administrator", &world.administrator),
            ("a judge in the middle of it", &world.judge),
            ("a judge who has yet to begin", &world.fresh_judge),
            ("the chair of the panel", &world.chair),
            ("the panel’s secretary", &world.secretary),
            ("a judge in the middle of a sift", &world.sifting_judge),
        ]
        .map(|(role, email)| format!("  {role:<34} {email}"))
        .join("\n"),
    ))
}

async fn sign_in(app: &App, email: &Email) -> Result<String, Failure> {
    let moment = app.moment(Actor::System);
    let minted = accounts::print_sign_in_link(&app.store, &moment, email, LINKS_LAST).await?;
    Ok(app.settings.public_url().link(SignInLink {
        token: minted.token.text(),
    }))
}

fn tell(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use plaudit_store::secrets::Token;

    use super::*;

    #[tokio::test]
    async fn every_link_that_is_printed_signs_in_as_the_role_beside_it() {
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        let settings = Settings::of_one(listen, folder.path().to_owned());
        let clock = Clock::system();
        let mut app = serve::open(settings, clock.clone())
            .await
            .expect("it opens");
        let world = demo::load(&app.store, clock.ids())
            .await
            .expect("the world");
        app.clock = Clock::starting_at(world.now);
        let said = welcome(&app, &world, true).await.expect("it is said");
        let mut signed_in = Vec::new();
        for line in said.lines() {
            let printed = line.trim_start().strip_prefix("as ");
            let Some((role, address)) = printed.and_then(|text| text.rsplit_once(' ')) else {
                continue;
            };
            let token = address.rsplit('/').next().and_then(Token::parse);
            let token = token.expect("the link ends with a secret");
            let moment = app.moment(Actor::Visitor);
            let who = accounts::sign_in_by_link(&app.store, &moment, &token).await;
            let who = accounts::get(&app.store, who.expect("the link works")).await;
            signed_in.push((role.trim_end(), who.expect("the account").email));
        }
        assert_eq!(
            signed_in,
            [
                ("the administrator", world.administrator),
                ("a judge in the middle of it", world.judge),
                ("a judge who has yet to begin", world.fresh_judge),
                ("the chair of the panel", world.chair),
                ("a judge in the middle of a sift", world.sifting_judge),
            ]
        );
    }
}
