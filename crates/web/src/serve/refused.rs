//! What stood in the way of a start, said so that whoever runs the server can put it right, and with no secret in it.

use std::fmt::Display;
use std::net::SocketAddr;

use plaudit_store::Address;

/// The database could not be opened.
pub(super) fn database(address: &Address, error: &impl Display) -> String {
    let said = error.to_string();
    // What a layer adds about itself says nothing to whoever reads it.
    let said = said.trim_start_matches("database: ");
    let said = said.trim_start_matches("Custom Error: ");
    format!("cannot open the database at {address}: {said}")
}

/// The socket could not be taken.
pub(super) fn socket(listen: SocketAddr, error: &std::io::Error) -> String {
    let advice = if error.kind() == std::io::ErrorKind::AddrInUse {
        let mut other = listen;
        other.set_port(listen.port().checked_add(1).unwrap_or(8080));
        format!("; choose another with --listen {other}")
    } else {
        String::new()
    };
    format!("cannot listen on {listen}: {error}{advice}")
}

/// The mail server's URL could not be read. It is not repeated, since a password may stand in it.
pub(super) fn mail_server(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    let tls = query.split('&').find_map(|pair| pair.strip_prefix("tls="));
    let wrong = match (scheme, tls) {
        ("smtp", Some(tls)) if !matches!(tls, "required" | "opportunistic") => {
            "tls= may be required or opportunistic"
        }
        ("smtp" | "smtps", _) => {
            "it is smtps://user:password@host:465 or smtp://user:password@host:587?tls=required; in the user and the \
             password, special characters are percent-encoded: # is %23, @ is %40, / is %2F, ? is %3F"
        }
        _ => "begin with smtps:// or smtp://",
    };
    format!("cannot use --smtp-url: {wrong}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::post_office::{PATIENCE, PostOffice};

    #[test]
    fn what_is_wrong_with_a_mail_servers_url_is_said_without_its_password() {
        for (url, said) in [
            ("mail.example:25", "begin with smtps:// or smtp://"),
            (
                "smtp://u:secret@mail.example?tls=yes",
                "tls= may be required or opportunistic",
            ),
            ("smtp://u:se#cret@mail.example", "percent-encoded"),
        ] {
            assert!(PostOffice::smtp(url, PATIENCE).is_err(), "{url}");
            let refused = mail_server(url);
            assert!(refused.contains(said), "{refused}");
            assert!(!refused.contains("cret"), "{refused}");
        }
    }

    #[test]
    fn a_port_that_is_taken_comes_with_another() {
        let listen = "127.0.0.1:8080".parse().expect("an address");
        let taken = std::io::Error::from(std::io::ErrorKind::AddrInUse);
        let refused = socket(listen, &taken);
        assert!(
            refused.ends_with("; choose another with --listen 127.0.0.1:8081"),
            "{refused}"
        );
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        assert!(!socket(listen, &denied).contains("--listen"));
    }
}
