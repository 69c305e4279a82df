//! Runs the server: opens the database, answers, seals and sends, and leaves nothing half-done when it stops.

mod refused;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use plaudit_store::{
    Actor, Address, Store, assignments, ledger, memberships, nominations, organisations, seasons,
};
use tokio::net::TcpListener;
use tokio::signal;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::clock::Clock;
use crate::config::Settings;
use crate::http::rate_limit;
use crate::letters::post_office::{PATIENCE as PATIENCE_WITH_MAIL, PostOffice};
use crate::letters::sender;
use crate::paths::accounts::SetUp;
use crate::router::router;
use crate::state::App;

/// How often the ledger's new facts are sealed.
const SEAL_EVERY: Duration = Duration::from_millis(500);

/// How long a client may take to read its answer once the server has been asked to stop. What was to be
/// written is written all the same.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked whom to remind: a reminder that goes days after the nomination need not be punctual.
const CHASE_EVERY: Duration = Duration::from_mins(5);

/// How often it is asked whether the close of a season has passed.
const CLOSE_EVERY: Duration = Duration::from_secs(1);

/// Why the server cannot run, for whoever started it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Opens the database that the settings name, made if it is not there, and brings its schema up to date.
pub async fn open(settings: Settings, clock: Clock) -> Result<App, Failure> {
    let folder = &settings.data_dir;
    make_private(folder)
        .map_err(|error| format!("cannot use {} for data: {error}", folder.display()))?;
    let post_office = match &settings.smtp_url {
        Some(url) => {
            PostOffice::smtp(url, PATIENCE_WITH_MAIL).map_err(|_| refused::mail_server(url))?
        }
        None => PostOffice::folder(settings.letters_dir()),
    };
    let address = address(&settings)?;
    if let Address::Sqlite(file) = &address {
        make_file_private(file).map_err(|error| refused::database(&address, &error))?;
    }
    let store = Store::open(&address, clock.now())
        .await
        .map_err(|error| refused::database(&address, &error))?;
    Ok(App::new(store, clock, settings, post_office))
}

/// Opens the database only if it is there: whoever asks about one would learn nothing from a new, empty one.
pub(crate) async fn open_existing(settings: Settings, clock: Clock) -> Result<App, Failure> {
    let address = address(&settings)?;
    if !address.is_there() {
        let say_where = "name its folder with --data-dir, or the database with --database-url";
        return Err(format!("there is no database at {address}; {say_where}").into());
    }
    open(settings, clock).await
}

fn address(settings: &Settings) -> Result<Address, Failure> {
    let unknown = "the database URL begins neither with sqlite: nor with postgres:";
    Ok(Address::parse(&settings.database_url()).ok_or(unknown)?)
}

/// Makes the folder of data for the server's user only; one that is there stays as it is.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Makes a new database's file for the server's user only, also in a folder that others may look into. What SQLite
/// lays beside it is as private as the file itself.
fn make_file_private(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(file) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Serves until it is asked to stop, by SIGTERM or Ctrl-C.
pub async fn serve(mut settings: Settings) -> Result<(), Failure> {
    let listener = bind(&mut settings).await?;
    let app = open(settings, Clock::system()).await?;
    print_set_up_link(&app).await?;
    serve_on(app, listener, asked_to_stop()).await
}

/// Takes the socket, and corrects the settings where the system chose the port.
pub(crate) async fn bind(settings: &mut Settings) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind(settings.listen)
        .await
        .map_err(|error| refused::socket(settings.listen, &error))?;
    settings.listen = listener.local_addr()?;
    Ok(listener)
}

/// Serves on this socket until `stop` comes true: then it takes no more requests, answers those that it
/// has, finishes what it was sealing and sending, and closes the database.
pub async fn serve_on(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Failure> {
    tracing::info!(address = %listener.local_addr()?, public_url = %app.settings.public_url(), "listening");
    let stopping = CancellationToken::new();
    let tasks = TaskTracker::new();
    tasks.spawn(sender::run(app.clone(), stopping.clone()));
    tasks.spawn(seal(app.store.clone(), stopping.clone()));
    tasks.spawn(forget_the_idle(app.clone(), stopping.clone()));
    tasks.spawn(close_due(app.clone(), stopping.clone()));
    tasks.spawn(chase(app.clone(), stopping.clone()));

    let pages = router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let asked = CancellationToken::new();
    let requests = axum::serve(listener, pages).with_graceful_shutdown({
        let asked = asked.clone();
        let live = app.live.clone();
        async move {
            stop.await;
            tracing::info!("stopping");
            // Streams never end by themselves.
            live.stop();
            asked.cancel();
        }
    });
    let too_late = async {
        asked.cancelled().await;
        tokio::time::sleep(PATIENCE).await;
    };
    let served = tokio::select! {
        served = requests.into_future() => served,
        () = too_late => {
            tracing::warn!("some requests were still not read to their end");
            Ok(())
        }
    };

    stopping.cancel();
    tasks.close();
    tasks.wait().await;
    // What the last requests left is sealed now rather than at the next start.
    if let Err(error) = ledger::seal(&app.store).await {
        tracing::warn!(%error, "the ledger's tail stays unsealed");
    }
    app.store.close().await?;
    tracing::info!("stopped");
    Ok(served?)
}

/// Seals the ledger until it is told to stop.
async fn seal(store: Store, stopping: CancellationToken) {
    while !stopping.is_cancelled() {
        if let Err(error) = ledger::seal(&store).await {
            tracing::warn!(%error, "the ledger cannot be sealed");
        }
        pause(&stopping, SEAL_EVERY).await;
    }
}

/// Closes seasons when their close has passed, until it is told to stop.
async fn close_due(app: App, stopping: CancellationToken) {
    while !stopping.is_cancelled() {
        let moment = app.moment(Actor::System);
        if let Err(error) = seasons::close_due(&app.store, &moment).await {
            tracing::warn!(%error, "seasons cannot be closed");
        }
        pause(&stopping, CLOSE_EVERY).await;
    }
}

/// Reminds nominators who have not confirmed their address, judges where their season says so, and whoever has not answered an
/// invitation, until it is told to stop.
async fn chase(app: App, stopping: CancellationToken) {
    while !stopping.is_cancelled() {
        let moment = app.moment(Actor::System);
        if let Err(error) = nominations::chase_unconfirmed(&app.store, &moment).await {
            tracing::warn!(%error, "nominators cannot be reminded");
        }
        if let Err(error) = assignments::remind_due(&app.store, &moment).await {
            tracing::warn!(%error, "judges cannot be reminded");
        }
        if let Err(error) = memberships::remind_invited(&app.store, &moment).await {
            tracing::warn!(%error, "invitations cannot be sent again");
        }
        pause(&stopping, CHASE_EVERY).await;
    }
}

async fn forget_the_idle(app: App, stopping: CancellationToken) {
    while !stopping.is_cancelled() {
        pause(&stopping, rate_limit::TIDY_EVERY).await;
        app.limits.forget_the_idle();
    }
}

async fn pause(stopping: &CancellationToken, time: Duration) {
    tokio::select! {
        () = stopping.cancelled() => {}
        () = tokio::time::sleep(time) => {}
    }
}

/// Without an organisation nobody can sign in: whoever can read the server's output sets it up.
async fn print_set_up_link(app: &App) -> Result<(), Failure> {
    if app.organisation().await?.is_some() {
        return Ok(());
    }
    let token = organisations::set_up_link(&app.store, &app.moment(Actor::System)).await?;
    let link = app.settings.public_url().link(SetUp {
        token: token.text(),
    });
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "Open this link to set Plaudit up. It works once.\n\n    {link}\n"
    )?;
    Ok(out.flush()?)
}

/// Comes true when the process is asked to stop.
pub(crate) async fn asked_to_stop() {
    let interrupted = async {
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut terminated) => {
                terminated.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
