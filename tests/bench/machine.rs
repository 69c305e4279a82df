//! On which machine it was measured: its processor, how long its disk takes to be sure, what a process holds.

use std::{fs, io::Write, path::Path, process::Command, time::Instant};

use super::median;

/// The processor, and how many of it there are.
pub(crate) fn processor() -> String {
    let said = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = said
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("unknown", |line| line.trim_start_matches(['\t', ' ', ':']));
    let count = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{count} × {name}")
}

/// How many processes want to run, over the last minute: above the number of processors, figures are worse than they are.
pub(crate) fn load() -> String {
    let said = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    said.split(' ').next().unwrap_or("unknown").to_owned()
}

/// The median time in milliseconds of making 4 KiB durable in this folder.
pub(crate) fn fsync_milliseconds(folder: &Path) -> f64 {
    let mut file = fs::File::create(folder.join("fsync")).expect("the folder can be written");
    median((0..200).map(|_| {
        let began = Instant::now();
        file.write_all(&[1; 4096]).expect("there is room");
        file.sync_data().expect("the disk answers");
        began.elapsed()
    }))
}

/// How many megabytes of memory a process holds now.
pub(crate) fn megabytes(process: u32) -> f64 {
    memory(process, "VmRSS:")
}

/// How many megabytes it held at most.
pub(crate) fn most_megabytes(process: u32) -> f64 {
    memory(process, "VmHWM:")
}

fn memory(process: u32, which: &str) -> f64 {
    let said = fs::read_to_string(format!("/proc/{process}/status")).expect("the process runs");
    let kilobytes: f64 = said
        .lines()
        .find_map(|line| line.strip_prefix(which))
        .and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .expect("Linux says it so");
    kilobytes / 1024.0
}

/// Sends a process this signal.
pub(crate) fn signal(process: u32, name: &str) {
    let sent = Command::new("kill")
        .args(["-s", name, &process.to_string()])
        .status()
        .expect("every system has it");
    assert!(sent.success(), "the process runs");
}
