//! How often one client may do what costs others something: send letters, try codes, nominate.

use std::num::NonZeroU32;
use std::time::Duration;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use governor::clock::{Clock as _, DefaultClock};
use governor::{Quota, RateLimiter};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::error::PageError;
use crate::config::{Limits, TrustedProxies};
use crate::state::App;

type Limiter = RateLimiter<String, governor::state::keyed::HashMapStateStore<String>, DefaultClock>;

/// What is counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Asking for a letter, by client.
    Letter,
    /// Asking for a letter, by the address it would go to.
    LetterTo,
    /// Asking for a letter that signs in, by its address together with the client.
    SignInBy,
    /// Asking for a letter that signs in, by the address it would go to.
    SignInTo,
    /// Trying a code, by client; a code has its own few tries beside.
    Code,
    /// Nominating, by client.
    Nomination,
    /// Beginning a draft, by client.
    Draft,
    /// Saving a draft, by client.
    Save,
}

/// What each client has done of late, kept in memory: each instance counts for itself.
#[derive(Debug)]
pub struct RateLimits {
    letter: Option<Limiter>,
    letter_to: Option<Limiter>,
    sign_in_by: Option<Limiter>,
    sign_in_to: Option<Limiter>,
    code: Option<Limiter>,
    nomination: Option<Limiter>,
    draft: Option<Limiter>,
    save: Option<Limiter>,
    clock: DefaultClock,
}

impl RateLimits {
    /// Counts against these limits.
    pub fn new(limits: &Limits) -> Self {
        Self {
            letter: per_hour(limits.letters_per_hour),
            letter_to: per_hour(limits.letters_to_one_address_per_hour),
            sign_in_by: per_hour(limits.sign_ins_by_one_client_per_hour),
            sign_in_to: per_hour(limits.letters_to_one_address_per_hour),
            code: per_hour(limits.codes_per_hour),
            nomination: per_hour(limits.nominations_per_hour),
            draft: per_hour(limits.drafts_per_hour),
            save: per_hour(limits.saves_per_hour),
            clock: DefaultClock::default(),
        }
    }

    /// Counts one more, or says that it is one too many and when to come again.
    pub fn allow(&self, class: Class, by: &str) -> Result<(), PageError> {
        let Some(limiter) = self.limiter(class) else {
            return Ok(());
        };
        limiter
            .check_key(&by.to_owned())
            .map_err(|early| PageError::TooMany {
                wait: early.wait_time_from(self.clock.now()),
            })
    }

    /// Whether one more letter that signs in may go to this address, or that this client has asked for too many.
    ///
    /// A stranger who asks in another's name uses up their own share. Many strangers together use up the address's, and
    /// then no further letter goes, although nobody is told: one that still signs in has just gone there, and a refusal
    /// would keep out whom the address belongs to.
    pub fn allow_sign_in(&self, client: &Client, address: &str) -> Result<bool, PageError> {
        let client = client.key();
        self.allow(Class::SignInBy, &format!("{client} {address}"))?;
        self.allow(Class::Letter, &client)?;
        Ok(self.allow(Class::SignInTo, address).is_ok())
    }

    /// Forgets clients who have not been seen for long enough.
    pub fn forget_the_idle(&self) {
        for class in [
            Class::Letter,
            Class::LetterTo,
            Class::SignInBy,
            Class::SignInTo,
            Class::Code,
            Class::Nomination,
            Class::Draft,
            Class::Save,
        ] {
            if let Some(limiter) = self.limiter(class) {
                limiter.retain_recent();
                limiter.shrink_to_fit();
            }
        }
    }

    fn limiter(&self, class: Class) -> Option<&Limiter> {
        match class {
            Class::Letter => self.letter.as_ref(),
            Class::LetterTo => self.letter_to.as_ref(),
            Class::SignInBy => self.sign_in_by.as_ref(),
            Class::SignInTo => self.sign_in_to.as_ref(),
            Class::Code => self.code.as_ref(),
            Class::Nomination => self.nomination.as_ref(),
            Class::Draft => self.draft.as_ref(),
            Class::Save => self.save.as_ref(),
        }
    }
}

/// So many an hour, all of which may come at once; none stands for "as many as they like".
fn per_hour(number: u32) -> Option<Limiter> {
    let number = NonZeroU32::new(number)?;
    Some(RateLimiter::hashmap(Quota::per_hour(number)))
}

/// How often the idle are forgotten.
pub const TIDY_EVERY: Duration = Duration::from_mins(10);

/// Who is asking, as far as the network tells: the client's address, behind the proxies we trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client(IpAddr);

impl Client {
    /// What this client is counted by: an IPv4 address, or the /64 that one IPv6 household has.
    pub fn key(&self) -> String {
        match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}")
            }
        }
    }

    /// The client behind `peer`: the last forwarded address that is not a proxy of ours.
    ///
    /// Whoever connects without passing a trusted proxy cannot choose an address by a header.
    fn behind(peer: IpAddr, forwarded: &str, trusted: &TrustedProxies) -> Self {
        let mut client = peer;
        for hop in forwarded.rsplit(',').map(str::trim) {
            if !trusted.include(client) {
                break;
            }
            let Ok(address) = hop.parse::<IpAddr>() else {
                break;
            };
            client = address;
        }
        Self(client.to_canonical())
    }
}

impl FromRequestParts<App> for Client {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |connection| {
                connection.0.ip()
            });
        let forwarded: Vec<&str> = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect();
        Ok(Self::behind(
            peer.to_canonical(),
            &forwarded.join(","),
            &app.settings.trusted_proxies,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, forwarded: &str, trusted: &str) -> String {
        let peer = peer.parse().expect("an address");
        let trusted = trusted.parse().expect("a list of proxies");
        Client::behind(peer, forwarded, &trusted).key()
    }

    #[test]
    fn nobody_chooses_an_address_by_a_header() {
        assert_eq!(client("203.0.113.9", "10.1.1.1", ""), "203.0.113.9");
        assert_eq!(
            client("203.0.113.9", "10.1.1.1", "10.0.0.0/8"),
            "203.0.113.9"
        );
    }

    #[test]
    fn behind_a_trusted_proxy_the_client_is_the_last_stranger() {
        let trusted = "127.0.0.1,10.0.0.0/8";
        assert_eq!(client("127.0.0.1", "198.51.100.7", trusted), "198.51.100.7");
        assert_eq!(
            client("127.0.0.1", "1.2.3.4, 198.51.100.7, 10.9.9.9", trusted),
            "198.51.100.7"
        );
        assert_eq!(client("127.0.0.1", "rubbish", trusted), "127.0.0.1");
    }

    #[test]
    fn one_household_is_one_client() {
        assert_eq!(
            client("2001:db8:1:2::1", "", ""),
            client("2001:db8:1:2:ffff::9", "", "")
        );
    }

    #[test]
    fn one_too_many_waits_and_others_do_not() {
        let limits = RateLimits::new(&Limits {
            nominations_per_hour: 2,
            ..Limits::none()
        });
        assert!(limits.allow(Class::Nomination, "a").is_ok());
        assert!(limits.allow(Class::Nomination, "a").is_ok());
        assert!(matches!(
            limits.allow(Class::Nomination, "a"),
            Err(PageError::TooMany { wait }) if wait > Duration::from_mins(20)
        ));
        assert!(limits.allow(Class::Nomination, "b").is_ok());
        assert!(limits.allow(Class::Code, "a").is_ok());
    }
}
