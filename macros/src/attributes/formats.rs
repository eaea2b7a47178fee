//! Rules about text that are a single word: each is a format of the library.

use proc_macro2::{Ident, Span};

/// Those that garde has too, in its order.
const OF_GARDE: [&str; 7] = ["ascii", "alphanumeric", "email", "url", "ip", "ipv4", "ipv6"];

/// Those that garde does not have.
const OWN: [&str; 23] = [
    "base64",
    "base64url",
    "cidr",
    "cidrv4",
    "cidrv6",
    "country",
    "credit_card",
    "currency",
    "duration",
    "e164",
    "hex",
    "hostname",
    "http_url",
    "iban",
    "jwt",
    "language_tag",
    "mac",
    "semver",
    "slug",
    "time_zone",
    "ulid",
    "uuidv4",
    "uuidv7",
];

/// A format that text can be told to have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Format(&'static str);

impl Format {
    /// Garde's format of that name.
    pub fn of_garde(name: &str) -> Option<Format> {
        OF_GARDE.into_iter().find(|format| *format == name).map(Format)
    }

    /// Our own format of that name.
    pub fn own(name: &str) -> Option<Format> {
        OWN.into_iter().find(|format| *format == name).map(Format)
    }

    /// The name of the rule.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// Whether it says of which version a UUID is.
    pub fn is_of_uuids(self) -> bool {
        self.0.starts_with("uuid")
    }

    /// The place in garde's order, if it is one of garde's.
    pub fn place(self) -> Option<usize> {
        OF_GARDE.iter().position(|format| *format == self.0)
    }

    /// The name of the library's static.
    pub fn constant(self) -> Ident {
        Ident::new(&self.0.to_uppercase(), Span::call_site())
    }
}

#[cfg(test)]
mod tests {
    use super::{OF_GARDE, OWN};

    #[test]
    fn the_reference_has_all_formats() {
        let reference = include_str!("../../../docs/reference.md");
        for format in OF_GARDE.iter().chain(&OWN) {
            let is_listed =
                reference.lines().any(|line| line.starts_with("| `") && line.contains(&format!("`{format}`")));
            assert!(is_listed, "`{format}` is in no table");
        }
    }
}
