//! The program `plaudit`.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;
use plaudit_web::cli::CommandLine;

/// A nomination is some thousand small pieces of memory, and the system's own allocator took a fifth of its time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // First of all: whatever speaks TLS afterwards, to the database or to a mail server, uses this.
    if rustls::crypto::ring::default_provider()
        .install_default()
        .is_err()
    {
        return ExitCode::FAILURE;
    }
    let command = CommandLine::parse();
    let Ok(runtime) = tokio::runtime::Runtime::new() else {
        return ExitCode::FAILURE;
    };
    runtime.block_on(command.run())
}
