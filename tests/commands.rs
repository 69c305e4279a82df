//! The command line as whoever types it meets it: the real binary, what it prints and how it ends.

mod assign;
mod rank;
mod verify;

use std::{ffi::OsStr, path::Path, process::Output};

use crate::support::server;

fn plaudit(arguments: &[&str], folder: &Path) -> Output {
    let mut all: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    all.extend([OsStr::new("--data-dir"), folder.as_os_str()]);
    server::run(&all)
}

pub(crate) fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn whoever_asks_about_a_database_that_is_not_there_is_told_so_and_none_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("nowhere");
    for arguments in [
        &["verify", "--ledger"] as &[&str],
        &["sign-in-link", "ann@society.example"],
    ] {
        let (code, out, error) = said(&plaudit(arguments, &nowhere));
        let file = nowhere.join("plaudit.sqlite");
        let told = format!(
            "plaudit: there is no database at {}; name its folder with --data-dir, or the database with \
             --database-url\n",
            file.display()
        );
        assert_eq!((code, out, error), (Some(1), String::new(), told));
        assert!(!nowhere.exists());
    }
}

#[cfg(unix)]
#[test]
fn a_new_database_is_for_the_servers_user_only_wherever_it_lies() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder.path(), open).expect("the folder is ours");
    let (code, out, _) = said(&plaudit(&["migrate"], folder.path()));
    assert_eq!(
        (code, out.as_str()),
        (Some(0), "The database is up to date.\n")
    );
    let file = folder.path().join("plaudit.sqlite");
    let mode = std::fs::metadata(file)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_setting_that_cannot_be_used_is_named_and_its_password_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = |setting: [&str; 2]| {
        let (code, _, error) = said(&plaudit(
            &["migrate", setting[0], setting[1]],
            folder.path(),
        ));
        assert_ne!(code, Some(0), "{setting:?}");
        assert!(!error.contains("secret"), "{error}");
        error
    };
    let smtp = told(["--smtp-url", "ann:secret@mail.example"]);
    assert!(smtp.starts_with("plaudit: cannot use --smtp-url: begin with smtps:// or smtp://"));
    let from = told(["--letters-from", "the society"]);
    assert!(from.contains("invalid value 'the society' for '--letters-from"));
    let missing = folder.path().join("missing").join("x.sqlite");
    let file = told(["--database-url", &format!("sqlite:{}", missing.display())]);
    assert!(file.starts_with(&format!(
        "plaudit: cannot open the database at {}: ",
        missing.display()
    )));
}

#[test]
fn a_reader_who_has_seen_enough_is_not_told_of_a_broken_pipe() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = server::plaudit()
        .arg("routes")
        .stdout(writer)
        .stderr(std::process::Stdio::piped())
        .output()
        .expect("the binary runs");
    let (_, _, error) = said(&output);
    assert_eq!(error, "");
}
