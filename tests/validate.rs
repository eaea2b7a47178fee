//! The `garde::Validate` that `#[payload]` writes gives the same report as garde's own derive:
//! the same paths and messages in the same order.

// Twins are written from one text, with and without `#[payload]`.
#![allow(missing_docs)]

use garde::{Report, Validate};

/// Writes the same struct as a payload in `ours`, and with garde's derive in `theirs`.
macro_rules! twins {
    ($($(#[$item:meta])* struct $name:ident { $($(#[$field:meta])* $member:ident: $ty:ty,)* })*) => {
        mod ours {
            #[allow(unused_imports)]
            use super::*;

            $(
                #[portcullis::payload]
                #[derive(Default)]
                $(#[$item])*
                pub struct $name { $($(#[$field])* pub $member: $ty,)* }
            )*
        }

        mod theirs {
            #[allow(unused_imports)]
            use super::*;

            $(
                #[derive(Default, garde::Validate)]
                $(#[$item])*
                pub struct $name { $($(#[$field])* pub $member: $ty,)* }
            )*
        }
    };
}

/// Asserts that both twins give the same report about a value, with this many errors.
macro_rules! assert_twins {
    ($issues:literal, $name:ident { $($member:ident: $value:expr),* $(,)? }) => {{
        #[allow(clippy::needless_update)]
        let ours = {
            #[allow(unused_imports)]
            use ours::*;
            lines($name { $($member: $value,)* ..Default::default() }.validate())
        };
        #[allow(clippy::needless_update)]
        let theirs = {
            #[allow(unused_imports)]
            use theirs::*;
            lines($name { $($member: $value,)* ..Default::default() }.validate())
        };
        assert_eq!(ours, theirs);
        assert_eq!(ours.len(), $issues, "{ours:#?}");
    }};
}

fn lines(result: Result<(), Report>) -> Vec<String> {
    let errors = result.err().map_or_else(Vec::new, Report::into_inner);
    errors.into_iter().map(|(path, error)| format!("{path}: {error} ({path:?})")).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

mod length {
    use super::*;

    const MOST: usize = 3;

    twins! {
        struct Lengths {
            #[garde(length(chars, min = 1, max = MOST))]
            chars: String,
            #[garde(length(utf16, max = MOST + 1))]
            utf16: String,
            #[garde(length(graphemes, equal = 2))]
            graphemes: String,
            #[garde(length(bytes, min = 2))]
            bytes: Option<String>,
            #[garde(length(max = 2))]
            list: Vec<u8>,
            #[garde(length(simple, min = 1))]
            optional_list: Option<Vec<u8>>,
            #[garde(length(bytes, max = 2), length(chars, max = 1), length(utf16, max = 1), length(graphemes, max = 0))]
            every_unit: Option<String>,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(2, Lengths {});
        assert_twins!(0, Lengths { chars: text("äöü"), utf16: text("👍👍"), graphemes: text("e\u{301}👍🏽") });
        assert_twins!(
            9,
            Lengths {
                chars: text("abcd"),
                utf16: text("👍👍a"),
                graphemes: text("abc"),
                bytes: Some(text("a")),
                list: vec![1, 2, 3],
                optional_list: Some(vec![]),
                every_unit: Some(text("👍")),
            }
        );
    }
}

mod range {
    use super::*;

    const LEAST: i16 = -5;

    twins! {
        struct Ranges {
            #[garde(range(min = 1, max = 9))]
            small: u8,
            #[garde(range(min = LEAST))]
            signed: i16,
            #[garde(range(max = 0.5))]
            number: f64,
            #[garde(range(equal = 7))]
            exact: Option<u32>,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(1, Ranges {});
        assert_twins!(0, Ranges { small: 1, signed: -5, number: 0.5, exact: Some(7) });
        assert_twins!(4, Ranges { small: 10, signed: -6, number: 0.6, exact: Some(8) });
        assert_twins!(1, Ranges { small: 9, exact: Some(6) });
    }
}

mod email {
    use super::*;

    twins! {
        struct Emails {
            #[garde(email, length(chars, max = 5))]
            plain: String,
            #[garde(email)]
            optional: Option<String>,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(1, Emails {});
        assert_twins!(0, Emails { plain: text("a@b.c"), optional: Some(text("anna@example.com")) });
        assert_twins!(3, Emails { plain: text("no address"), optional: Some(text("a@")) });
    }
}

mod strings {
    use super::*;

    const START: &str = "a";

    twins! {
        struct Strings {
            #[garde(pattern("^[a-z]+$"), suffix("z"), contains("é"), prefix(START), alphanumeric, ascii, length(chars, max = 3))]
            all: String,
            #[garde(pattern("é"))]
            optional: Option<String>,
            #[garde(inner(ip))]
            any: Vec<String>,
            #[garde(ipv6, ipv4)]
            both: Option<String>,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(4, Strings {});
        assert_twins!(6, Strings { all: text("é b B") });
        assert_twins!(1, Strings { all: text("az"), optional: Some(text("öé")) });
        assert_twins!(
            6,
            Strings {
                all: text("aéz"),
                optional: Some(text("e\u{301}")),
                any: vec![text("1.2.3.4"), text("::1"), text("localhost")],
                both: Some(text("no")),
            }
        );
    }
}

mod inner {
    use super::*;

    fn no_shouting(value: &str, (): &()) -> garde::Result {
        match value.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Err(garde::Error::new("no shouting")),
            false => Ok(()),
        }
    }

    type Words = Vec<String>;

    twins! {
        struct Inners {
            #[garde(length(max = 2), inner(length(chars, min = 1, max = 3), custom(no_shouting)))]
            words: Words,
            #[garde(inner(length(max = 1), inner(email, length(bytes, max = 9))))]
            optional: Option<Vec<String>>,
            #[garde(inner(inner(range(min = 1, max = 3))))]
            grid: Vec<Vec<u8>>,
            #[garde(inner(range(min = 0.5)), inner(custom(|_, _| garde::Result::Err(garde::Error::new("never")))))]
            numbers: Vec<Option<f64>>,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(0, Inners {});
        assert_twins!(0, Inners { words: vec![text("abc")], grid: vec![vec![], vec![1, 3]] });
        assert_twins!(
            12,
            Inners {
                words: vec![text(""), text("SHOUT"), text("ok")],
                optional: Some(vec![text("a@example.com"), text("b")]),
                grid: vec![vec![0], vec![2, 4]],
                numbers: vec![None, Some(0.4)],
            }
        );
    }
}

mod custom {
    use super::*;

    fn no_digits(value: &str, (): &()) -> garde::Result {
        match value.bytes().any(|byte| byte.is_ascii_digit()) {
            true => Err(garde::Error::new("no digits")),
            false => Ok(()),
        }
    }

    fn at_most(most: usize) -> impl Fn(&str, &()) -> garde::Result {
        move |value, ()| match value.len() > most {
            true => Err(garde::Error::new(format!("more than {most}"))),
            false => Ok(()),
        }
    }

    fn is_there<T>(value: &Option<T>, (): &()) -> garde::Result {
        value.as_ref().map(|_| ()).ok_or_else(|| garde::Error::new("must be there"))
    }

    twins! {
        struct Customs {
            #[garde(length(chars, min = 1), custom(no_digits), custom(at_most(Self::MOST)))]
            text: String,
            #[garde(custom(is_there))]
            optional: Option<u8>,
            #[garde(custom(|list: &[u8], _ctx| if list.is_empty() { Ok(()) } else { Err(garde::Error::new("not empty")) }))]
            list: Vec<u8>,
        }
    }

    trait Most {
        const MOST: usize = 3;
    }

    impl Most for ours::Customs {}
    impl Most for theirs::Customs {}

    #[test]
    fn both_report_alike() {
        assert_twins!(2, Customs {});
        assert_twins!(0, Customs { text: text("abc"), optional: Some(1), list: vec![] });
        assert_twins!(4, Customs { text: text("a1b2"), list: vec![1] });
    }
}

mod dive {
    use super::*;

    twins! {
        struct Address {
            #[garde(length(chars, min = 1))]
            city: String,
        }

        struct Dives {
            #[garde(dive)]
            plain: Address,
            #[garde(dive)]
            optional: Option<Address>,
            #[garde(dive, length(max = 1))]
            list: Vec<Address>,
            #[garde(dive)]
            nested: Option<Vec<Option<Address>>>,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(1, Dives {});
        assert_twins!(0, Dives { plain: Address { city: text("Bern") } });
        assert_twins!(
            7,
            Dives {
                optional: Some(Address::default()),
                list: vec![Address::default(), Address::default()],
                nested: Some(vec![None, Some(Address::default()), Some(Address::default())]),
            }
        );
    }
}

mod container {
    use super::*;

    twins! {
        #[garde(allow_unvalidated)]
        #[allow(dead_code)]
        struct Mixed {
            zebra: bool,
            #[garde(length(chars, min = 1))]
            r#type: String,
            #[garde(skip)]
            skipped: String,
            #[garde(length(chars, min = 1))]
            apple: String,
        }
    }

    #[test]
    fn both_report_alike() {
        assert_twins!(2, Mixed {});
        assert_twins!(0, Mixed { r#type: text("a"), apple: text("b") });
    }

    #[test]
    fn a_newtype_is_no_level_of_its_own() {
        #[portcullis::payload]
        struct OurName(#[garde(length(chars, min = 1), custom(never))] String);

        #[derive(garde::Validate)]
        #[garde(transparent)]
        struct TheirName(#[garde(length(chars, min = 1), custom(never))] String);

        fn never(_: &str, _: &()) -> garde::Result {
            Err(garde::Error::new("never"))
        }

        let ours = lines(OurName(text("")).validate());
        assert_eq!(ours.len(), 2);
        assert_eq!(ours, lines(TheirName(text("")).validate()));
    }

    #[test]
    fn enums_have_no_rules() {
        #[portcullis::payload]
        enum Status {
            Active,
        }

        assert!(Status::Active.validate().is_ok());
    }
}
