//! What a command is busy with, on a terminal, once it takes longer than a second.

use std::io::{self, IsTerminal as _, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// After how long anything is said.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the seconds are written anew.
const BEAT: Duration = Duration::from_millis(200);

/// A line on standard error that says what is being done and for how long; it is wiped when this is dropped, and never
/// written when nobody watches.
#[derive(Debug)]
pub(super) struct Progress {
    watch: Option<(Sender<String>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to count.
    pub(super) fn new() -> Self {
        if io::stderr().is_terminal() {
            Self::to(io::stderr(), PATIENCE)
        } else {
            Self { watch: None }
        }
    }

    fn to(mut out: impl Write + Send + 'static, patience: Duration) -> Self {
        let (sender, receiver) = mpsc::channel();
        let watch = thread::spawn(move || {
            let begun = Instant::now();
            let mut what = String::new();
            let mut is_shown = false;
            loop {
                let wait = patience.saturating_sub(begun.elapsed()).max(BEAT);
                match receiver.recv_timeout(wait) {
                    Ok(next) => what = next,
                    Err(RecvTimeoutError::Timeout) => {
                        is_shown = true;
                        let seconds = begun.elapsed().as_secs();
                        // A terminal that is gone is no reason to stop.
                        let _ = write!(out, "\r\x1b[K{what} … {seconds} s");
                        let _ = out.flush();
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            if is_shown {
                let _ = write!(out, "\r\x1b[K");
                let _ = out.flush();
            }
        });
        Self {
            watch: Some((sender, watch)),
        }
    }

    /// What is being done from now on.
    pub(super) fn says(&self, what: &str) {
        if let Some((sender, _)) = &self.watch {
            // It listens for as long as this lives.
            let _ = sender.send(what.to_owned());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, watch)) = self.watch.take() {
            drop(sender);
            let _ = watch.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// What was written, and a bell for each time.
    #[derive(Clone)]
    struct Screen(Arc<Mutex<Vec<u8>>>, Sender<()>);

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("nobody panics").extend(bytes);
            let _ = self.1.send(());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_takes_long_is_said_and_wiped() {
        let (bell, rung) = mpsc::channel();
        let screen = Screen(Arc::default(), bell);
        let progress = Progress::to(screen.clone(), Duration::ZERO);
        progress.says("ranking 800 reviews");
        rung.recv_timeout(Duration::from_mins(1))
            .expect("it is said");
        drop(progress);
        let told = String::from_utf8(screen.0.lock().expect("nobody panics").clone());
        let told = told.expect("words");
        assert!(
            told.starts_with("\r\x1b[Kranking 800 reviews … 0 s"),
            "{told:?}"
        );
        assert!(told.ends_with("\r\x1b[K"), "{told:?}");
    }

    #[test]
    fn what_is_soon_done_is_not_mentioned() {
        let (bell, rung) = mpsc::channel();
        let progress = Progress::to(Screen(Arc::default(), bell), Duration::from_hours(1));
        progress.says("ranking 3 reviews");
        drop(progress);
        assert!(rung.try_recv().is_err());
    }
}
