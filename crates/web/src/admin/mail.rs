//! Whether letters arrive: how they are handed over, what the sender's domain must publish, what failed of late, and a
//! trial letter, at `/admin/mail`. Nothing is looked up in the DNS.

mod view;

pub(super) use view::no_server;

use std::net::IpAddr;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum_extra::routing::RouterExt;
use plaudit_domain::person::Email;
use plaudit_store::{reports, trial_letters};

use crate::http::actor::Admin;
use crate::http::error::PageError;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;
use crate::http::notice::Notice;
use crate::http::rate_limit::Class;
use crate::http::response::Answer;
use crate::paths::admin::{Mail, TrialLetter};
use crate::say;
use crate::state::App;

/// Where the trial letter goes.
const EMAIL: &str = "email";

pub(super) fn routes() -> Router<App> {
    Router::new().typed_get(show).typed_post(send)
}

/// How letters go out of this server.
struct Way {
    /// The mail server with its port, without the name and password it is opened with; none where letters are files.
    server: Option<String>,
    /// The folder of the files.
    folder: String,
    /// The address that letters come from.
    from: String,
}

impl Way {
    fn of(app: &App, admin: &Admin) -> Self {
        let settings = &app.settings;
        let contact = admin.organisation.as_ref();
        Self {
            server: settings.mail_server(),
            folder: settings.letters_dir().display().to_string(),
            from: settings
                .letters_from
                .clone()
                .or_else(|| contact.map(|organisation| organisation.contact.email.clone()))
                .map_or_else(String::new, |address| address.to_string()),
        }
    }

    /// The part of the sender's address after the `@`.
    fn domain(&self) -> &str {
        self.from.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The mail server's name without its port.
    fn host(&self) -> &str {
        let server = self.server.as_deref().unwrap_or_default();
        server.rsplit_once(':').map_or(server, |(host, _)| host)
    }

    /// What an SPF record names the mail server by; nothing where it is this machine, of which nobody outside knows.
    fn mechanism(&self) -> Option<String> {
        let host = self.host().trim_matches(['[', ']']);
        match host.parse::<IpAddr>() {
            Ok(ip) if ip.is_loopback() => None,
            Ok(IpAddr::V4(ip)) => Some(format!("ip4:{ip}")),
            Ok(IpAddr::V6(ip)) => Some(format!("ip6:{ip}")),
            Err(_) if matches!(host, "" | "localhost") => None,
            Err(_) => Some(format!("a:{host}")),
        }
    }
}

async fn show(_: Mail, admin: Admin, State(app): State<App>) -> Result<Answer, PageError> {
    page(&app, &admin, &RawForm::default(), &FieldErrors::default()).await
}

async fn page(
    app: &App,
    admin: &Admin,
    raw: &RawForm,
    errors: &FieldErrors,
) -> Result<Answer, PageError> {
    let mail = reports::outbox::mail(&app.store, &admin.viewer()).await?;
    let zone = app.zone().await?;
    let shown = view::Shown {
        way: Way::of(app, admin),
        mail: &mail,
        zone: &zone,
    };
    Ok(shown.page(admin, raw, errors))
}

/// Sends a trial letter, as often as letters may be asked for.
async fn send(
    _: TrialLetter,
    admin: Admin,
    State(app): State<App>,
    raw: RawForm,
) -> Result<Response, PageError> {
    let mut errors = raw.errors();
    let email = errors.take(EMAIL, "mail-email-noun", Email::parse(raw.get(EMAIL)));
    let Some(email) = email.filter(|_| errors.is_empty()) else {
        let page = page(&app, &admin, &raw, &errors).await?;
        return Ok(page.unprocessable());
    };
    app.limits
        .allow(Class::Letter, &admin.account().to_string())?;
    app.limits.allow(Class::LetterTo, email.as_str())?;
    let moment = app.moment(admin.actor());
    let words = &admin.words;
    let address = email.as_str();
    let said = if app.settings.smtp_url.is_some() {
        Notice::good(say!(words, "mail-trial-sent", address = address))
    } else {
        let folder = app.settings.letters_dir().display().to_string();
        let said = say!(
            words,
            "mail-trial-written",
            address = address,
            folder = folder
        );
        Notice::plain(said)
    };
    trial_letters::send(&app.store, &moment, email, &words.language()).await?;
    Ok(said.then(Mail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_named_as_spf_wants_it() {
        for (server, mechanism) in [
            ("mail.society.example:465", Some("a:mail.society.example")),
            ("192.0.2.7:25", Some("ip4:192.0.2.7")),
            ("[2001:db8::7]:25", Some("ip6:2001:db8::7")),
            ("localhost:25", None),
            ("127.0.0.1:25", None),
            ("[::1]:25", None),
        ] {
            let way = Way {
                server: Some(server.to_owned()),
                folder: String::new(),
                from: String::new(),
            };
            assert_eq!(way.mechanism().as_deref(), mechanism, "{server}");
        }
    }

    #[test]
    fn a_way_knows_its_domain_and_its_host() {
        let way = Way {
            server: Some("mail.society.example:465".to_owned()),
            folder: String::new(),
            from: "awards@society.example".to_owned(),
        };
        assert_eq!(
            (way.domain(), way.host()),
            ("society.example", "mail.society.example")
        );
    }
}
