//! The first segments of URLs that are or may become ours.

/// First segments that a programme's address may not be, because they are or may become ours.
pub const RESERVED: &[&str] = &[
    "about",
    "accessibility",
    "accounts",
    "admin",
    "api",
    "assets",
    "cookies",
    "exports",
    "favicon.ico",
    "gallery",
    "healthz",
    "help",
    "judging",
    "letters",
    "metrics",
    "nominate",
    "nominations",
    "openapi.json",
    "privacy",
    "readyz",
    "references",
    "robots.txt",
    "sitemap.xml",
    "stewards",
    ".well-known",
    "winners",
];

/// Whether a programme's address is one of ours.
pub fn is_reserved(segment: &str) -> bool {
    RESERVED.contains(&segment)
}
