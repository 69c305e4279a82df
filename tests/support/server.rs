//! The real binary as a process: started, asked, and killed without warning.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex, mpsc},
    thread,
    time::Duration,
};

use super::{client::Client, database::Database};

/// The longest that a start may take, on a machine that is busy with all the other tests.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running `plaudit serve`. Dropping it kills it.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) process: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts it over this database and folder, on a free port, and waits until it says where it is.
    pub(crate) fn start(database: &Database, folder: &Path, more: &[&str]) -> Self {
        Self::run(serve(database, folder, "127.0.0.1:0").args(more))
    }

    /// The same where no file can grow beyond so many bytes, which is as full as a disk gets for whoever writes.
    pub(crate) fn cramped(database: &Database, folder: &Path, more: &[&str], room: u64) -> Self {
        let server = serve(database, folder, "127.0.0.1:0");
        let mut shell = free_of_settings(Command::new("sh"));
        shell
            .args([
                "-c",
                "trap '' XFSZ; ulimit -S -f \"$0\"; exec \"$@\"",
                &(room / 512).to_string(),
            ])
            .arg(server.get_program())
            .args(server.get_args())
            .args(more)
            .stdin(Stdio::null());
        Self::run(&mut shell)
    }

    /// Gives a cramped one all the room that there is, while it runs.
    pub(crate) fn give_room(&self) {
        let status = Command::new("prlimit")
            .args(["--fsize=unlimited:", "--pid"])
            .arg(self.process.id().to_string())
            .status()
            .expect("prlimit starts");
        assert!(status.success(), "prlimit: {status}");
    }

    fn run(command: &mut Command) -> Self {
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let said = Arc::new(Mutex::new(String::new()));
        let (sender, receiver) = mpsc::channel();
        let output = process.stdout.take().expect("its output is piped");
        let log = process.stderr.take().expect("its log is piped");
        listen(output, sender.clone(), Arc::clone(&said));
        listen(log, sender, Arc::clone(&said));
        let address = receiver.recv_timeout(PATIENCE).ok();
        let said = said.lock().expect("nobody panics with it").clone();
        let address = address.unwrap_or_else(|| SocketAddr::from(([0, 0, 0, 0], 0)));
        assert_ne!(
            address.port(),
            0,
            "plaudit serve did not say where it listens:\n{said}"
        );
        Self { process, address }
    }

    /// A browser that talks to it.
    pub(crate) fn client(&self) -> Client {
        Client::of_server(self.address)
    }

    /// `kill -9`: nothing is finished, nothing flushed.
    pub(crate) fn kill(&mut self) {
        // It may be dead already, which is as well.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// One run of another subcommand, to its end.
pub(crate) fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Output {
    plaudit()
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the binary starts")
}

/// The server over this database and folder, about to be started on this address.
pub(crate) fn serve(database: &Database, folder: &Path, listen: &str) -> Command {
    let mut command = plaudit();
    command
        .args(["serve", "--listen", listen, "--database-url"])
        .arg(database.url())
        .arg("--data-dir")
        .arg(folder)
        .stdin(Stdio::null());
    command
}

/// The binary, without this process's settings.
pub(crate) fn plaudit() -> Command {
    free_of_settings(Command::new(env!("CARGO_BIN_EXE_plaudit-under-test")))
}

fn free_of_settings(mut command: Command) -> Command {
    for (name, _) in
        std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PLAUDIT_"))
    {
        command.env_remove(name);
    }
    command
}

/// Reads what the process says for as long as it lives, so that it never waits for a reader, and passes on the address.
fn listen(
    from: impl Read + Send + 'static,
    found: mpsc::Sender<SocketAddr>,
    said: Arc<Mutex<String>>,
) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let address = line.split_once("http://").map(|(_, rest)| {
                rest.split(|symbol: char| !(symbol.is_ascii_digit() || ".:".contains(symbol)))
                    .next()
                    .unwrap_or_default()
            });
            if let Some(address) = address.and_then(|address| address.parse().ok()) {
                // Nobody waits for a second one.
                let _ = found.send(address);
            }
            let mut said = said.lock().expect("nobody panics with it");
            said.push_str(&line);
            said.push('\n');
        }
    });
}
