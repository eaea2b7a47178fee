//! Rules about text that are a single word: each is a format of the library.

use proc_macro2::{Ident, Span};

/// A format that text can be told to have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Ascii,
    Alphanumeric,
    Email,
    Url,
    Ip,
    Ipv4,
    Ipv6,
}

impl Format {
    /// All of them, in garde's order.
    pub const ALL: [Format; 7] =
        [Format::Ascii, Format::Alphanumeric, Format::Email, Format::Url, Format::Ip, Format::Ipv4, Format::Ipv6];

    /// The name of garde's rule.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Ascii => "ascii",
            Format::Alphanumeric => "alphanumeric",
            Format::Email => "email",
            Format::Url => "url",
            Format::Ip => "ip",
            Format::Ipv4 => "ipv4",
            Format::Ipv6 => "ipv6",
        }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The name of the library's static.
    pub fn constant(self) -> Ident {
        Ident::new(&self.name().to_uppercase(), Span::call_site())
    }
}
