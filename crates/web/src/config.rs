//! What the operator decides: each setting by flag or by `PLAUDIT_…` variable, parsed once.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

use axum::http::Uri;
use clap::{Args, ValueEnum};
use plaudit_domain::person::Email;

/// The settings of a server, as the command line and the environment give them.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The address and port to answer on.
    #[arg(long, env = "PLAUDIT_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// The folder of data: the database unless another is named, and letters that are not sent by SMTP.
    #[arg(long, env = "PLAUDIT_DATA_DIR", default_value = "plaudit-data")]
    pub data_dir: PathBuf,

    /// The database: `sqlite:///path/to/file` or `postgres://…`. Without it, a SQLite file in the folder of data.
    #[arg(long, env = "PLAUDIT_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// How people reach this server, as it stands in letters. Without it, the address listened on.
    #[arg(long, env = "PLAUDIT_PUBLIC_URL")]
    pub public_url: Option<PublicUrl>,

    /// Where letters are handed over: `smtps://user:password@host:465` or
    /// `smtp://user:password@host:587?tls=required`. Without it, they become files in the folder of data.
    #[arg(long, env = "PLAUDIT_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// The address that letters come from. Without it, the named contact's.
    #[arg(long, env = "PLAUDIT_LETTERS_FROM", value_parser = email)]
    pub letters_from: Option<Email>,

    /// Proxies whose `X-Forwarded-For` is believed: addresses or networks, with commas between.
    #[arg(
        long = "trusted-proxy",
        env = "PLAUDIT_TRUSTED_PROXY",
        default_value = ""
    )]
    pub trusted_proxies: TrustedProxies,

    /// How the log is written.
    #[arg(long, env = "PLAUDIT_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,

    /// How often one client may do what costs others something.
    #[command(flatten)]
    pub limits: Limits,

    /// Whether `/gallery` is there: in a development build and in the demo. No flag or variable says so.
    #[arg(skip = cfg!(debug_assertions))]
    pub gallery: bool,
}

fn email(text: &str) -> Result<Email, String> {
    Email::parse(text).map_err(|_| "not an email address".to_owned())
}

impl Settings {
    /// The settings of a server that listens here, keeps everything in this folder, and is open to one person only.
    pub(crate) fn of_one(listen: SocketAddr, data_dir: PathBuf) -> Self {
        Self {
            listen,
            data_dir,
            database_url: None,
            public_url: None,
            smtp_url: None,
            letters_from: None,
            trusted_proxies: TrustedProxies::default(),
            log_format: LogFormat::Text,
            limits: Limits::none(),
            gallery: true,
        }
    }

    /// The database's URL: the one that was named, or a file in the folder of data.
    pub fn database_url(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", self.data_dir.join("plaudit.sqlite").display()))
    }

    /// The public URL: the one that was named, or the address listened on.
    pub fn public_url(&self) -> PublicUrl {
        self.public_url
            .clone()
            .unwrap_or_else(|| PublicUrl::of(self.listen))
    }

    /// The mail server with its port, as an administrator may see it: without the name and password in the URL.
    pub fn mail_server(&self) -> Option<String> {
        let (scheme, rest) = self.smtp_url.as_deref()?.split_once("://")?;
        let authority = rest.split(['/', '?']).next()?;
        let server = authority.rsplit('@').next()?;
        let has_port = server
            .rsplit_once(':')
            .is_some_and(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
        Some(match (has_port, scheme) {
            (true, _) => server.to_owned(),
            (false, "smtps") => format!("{server}:465"),
            (false, _) => format!("{server}:25"),
        })
    }

    /// Where letters become files.
    pub fn letters_dir(&self) -> PathBuf {
        self.data_dir.join("letters")
    }
}

/// How often one client may do what costs others something; 0 stands for no limit.
#[derive(Debug, Clone, Args)]
pub struct Limits {
    /// Letters that one client may ask for in an hour.
    #[arg(long, env = "PLAUDIT_LETTERS_PER_HOUR", default_value_t = 30)]
    pub letters_per_hour: u32,

    /// Letters of one sort that may be asked for in an hour for one address; with fewer than 4 that sign in, none of them
    /// may still be valid.
    #[arg(
        long,
        env = "PLAUDIT_LETTERS_TO_ONE_ADDRESS_PER_HOUR",
        default_value_t = 12
    )]
    pub letters_to_one_address_per_hour: u32,

    /// Letters that sign in, to one address, that one client may ask for in an hour.
    #[arg(
        long,
        env = "PLAUDIT_SIGN_INS_BY_ONE_CLIENT_PER_HOUR",
        default_value_t = 5
    )]
    pub sign_ins_by_one_client_per_hour: u32,

    /// Codes that one client may try in an hour.
    #[arg(long, env = "PLAUDIT_CODES_PER_HOUR", default_value_t = 60)]
    pub codes_per_hour: u32,

    /// Nominations that one client may send in an hour; a whole council may share one address.
    #[arg(long, env = "PLAUDIT_NOMINATIONS_PER_HOUR", default_value_t = 60)]
    pub nominations_per_hour: u32,

    /// Drafts that one client may begin in an hour; a form that is checked or saved is a draft first.
    #[arg(long, env = "PLAUDIT_DRAFTS_PER_HOUR", default_value_t = 240)]
    pub drafts_per_hour: u32,

    /// Times that one client may have drafts saved in an hour; each open form saves itself every few seconds.
    #[arg(long, env = "PLAUDIT_SAVES_PER_HOUR", default_value_t = 36_000)]
    pub saves_per_hour: u32,
}

impl Limits {
    /// No limit at all.
    pub const fn none() -> Self {
        Self {
            letters_per_hour: 0,
            letters_to_one_address_per_hour: 0,
            sign_ins_by_one_client_per_hour: 0,
            codes_per_hour: 0,
            nominations_per_hour: 0,
            drafts_per_hour: 0,
            saves_per_hour: 0,
        }
    }
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For a person to read.
    Text,
    /// One JSON object a line.
    Json,
}

/// The scheme and authority under which people reach the server: `https://award.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    fn of(listen: SocketAddr) -> Self {
        let host = if listen.ip().is_unspecified() {
            "localhost".to_owned()
        } else if listen.is_ipv6() {
            format!("[{}]", listen.ip())
        } else {
            listen.ip().to_string()
        };
        Self(format!("http://{host}:{}", listen.port()))
    }

    /// The whole address of one of our paths.
    pub fn link(&self, path: impl fmt::Display) -> String {
        format!("{}{path}", self.0)
    }

    /// Whether browsers reach us by https, so that cookies may be kept to it.
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The origin as browsers send it.
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// The host without its port: the right side of a Message-ID.
    pub fn host(&self) -> &str {
        let authority = self.0.split_once("://").map_or("", |(_, rest)| rest);
        match authority.rsplit_once(':') {
            Some((host, port)) if port.chars().all(|digit| digit.is_ascii_digit()) => host,
            _ => authority,
        }
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let uri: Uri = text
            .parse()
            .map_err(|error| format!("not a URL: {error}"))?;
        let (Some(scheme @ ("http" | "https")), Some(authority)) =
            (uri.scheme_str(), uri.authority())
        else {
            return Err("begin with http:// or https:// and a host".to_owned());
        };
        if !matches!(uri.path(), "" | "/") || uri.query().is_some() {
            return Err("give the host only: the site stands at its root".to_owned());
        }
        let host = authority.host().to_lowercase();
        let usual = if scheme == "https" { 443 } else { 80 };
        Ok(Self(match authority.port_u16() {
            Some(port) if port != usual => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        }))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The networks whose word about a client's address is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<Network>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    prefix: u32,
}

impl TrustedProxies {
    /// Whether this address is one of them.
    pub fn include(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.includes(address))
    }
}

impl Network {
    fn includes(self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                let rest = 32 - self.prefix;
                u32::from(ours).checked_shr(rest).unwrap_or(0)
                    == u32::from(theirs).checked_shr(rest).unwrap_or(0)
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => {
                let rest = 128 - self.prefix;
                u128::from(ours).checked_shr(rest).unwrap_or(0)
                    == u128::from(theirs).checked_shr(rest).unwrap_or(0)
            }
            _ => false,
        }
    }
}

impl FromStr for TrustedProxies {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| {
                let (address, prefix) = part.split_once('/').unwrap_or((part, ""));
                let address: IpAddr = address
                    .parse()
                    .map_err(|_| format!("{part} is not an address or a network"))?;
                let longest = if address.is_ipv4() { 32 } else { 128 };
                let prefix = match prefix {
                    "" => longest,
                    digits => digits
                        .parse()
                        .ok()
                        .filter(|prefix| *prefix <= longest)
                        .ok_or_else(|| format!("{part} has no network of that size"))?,
                };
                Ok(Network { address, prefix })
            })
            .collect::<Result<_, String>>()
            .map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Result<String, String> {
        text.parse::<PublicUrl>().map(|url| url.to_string())
    }

    #[test]
    fn a_public_url_is_an_origin_as_browsers_send_it() {
        assert_eq!(
            url("https://Award.Example:443/"),
            Ok("https://award.example".to_owned())
        );
        assert_eq!(
            url("http://localhost:8080"),
            Ok("http://localhost:8080".to_owned())
        );
        for wrong in [
            "award.example",
            "ftp://award.example",
            "https://award.example/plaudit",
            "",
        ] {
            assert!(url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_message_id_has_a_host_without_its_port() {
        let host = |text: &str| text.parse::<PublicUrl>().map(|url| url.host().to_owned());
        assert_eq!(host("http://localhost:8080"), Ok("localhost".to_owned()));
        assert_eq!(
            host("https://award.example"),
            Ok("award.example".to_owned())
        );
    }

    #[test]
    fn networks_include_their_own_and_nobody_else() {
        let trusted: TrustedProxies = "10.0.0.0/8, ::1, 192.0.2.7".parse().expect("a list");
        let includes = |address: &str| trusted.include(address.parse().expect("an address"));
        assert!(includes("10.200.3.4"));
        assert!(includes("::1"));
        assert!(includes("192.0.2.7"));
        assert!(!includes("11.0.0.1"));
        assert!(!includes("192.0.2.8"));
        assert!(!includes("::2"));
        assert!("10.0.0.0/33".parse::<TrustedProxies>().is_err());
        assert!("proxy.example".parse::<TrustedProxies>().is_err());
    }

    #[test]
    fn everything_is_a_network_of_prefix_zero() {
        let trusted: TrustedProxies = "0.0.0.0/0".parse().expect("a network");
        assert!(trusted.include("203.0.113.9".parse().expect("an address")));
    }
}
