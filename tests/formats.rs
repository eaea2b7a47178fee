//! Formats that garde does not have: what is said of text that is spelled otherwise.

use portcullis::{Payload, payload};

macro_rules! formats {
    ($($name:ident: $right:literal, $wrong:literal, $message:literal;)*) => {
        #[payload]
        #[derive(Debug, Default)]
        struct Formats {
            $(#[payload($name)] $name: Option<String>,)*
        }

        #[test]
        fn each_has_its_words() {
            $({
                let body = |text: &str| format!("{{{:?}: {text:?}}}", stringify!($name));
                assert!(Formats::check_json(body($right).as_bytes()).is_ok(), "{}", $right);
                let refusal = Formats::check_json(body($wrong).as_bytes()).expect_err($wrong);
                let [issue] = refusal.issues() else { panic!("{refusal:?}") };
                let issue = serde_json::to_value(issue).unwrap();
                let said = [&issue["path"][0], &issue["code"], &issue["message"], &issue["params"]["format"]];
                assert_eq!(said, [stringify!($name), "invalid_format", $message, stringify!($name)]);
            })*
        }

        #[test]
        fn typed_values_are_told_the_same() {
            $({
                let right = Formats { $name: Some($right.to_owned()), ..Formats::default() };
                assert!(right.check().is_ok());
                let wrong = Formats { $name: Some($wrong.to_owned()), ..Formats::default() };
                let body = format!("{{{:?}: {:?}}}", stringify!($name), $wrong);
                assert_eq!(wrong.check(), Formats::check_json(body.as_bytes()));
            })*
        }
    };
}

formats! {
    base64: "Zg==", "Zg", "Must be base64";
    base64url: "Zg", "Zg==", "Must be base64url";
    cidr: "2001:db8::/32", "2001:db8::", "Must be a block of IP addresses like 192.0.2.0/24";
    cidrv4: "192.0.2.0/24", "::/0", "Must be a block of IPv4 addresses like 192.0.2.0/24";
    cidrv6: "::/0", "192.0.2.0/24", "Must be a block of IPv6 addresses like 2001:db8::/32";
    country: "DE", "EU", "Must be the code of a country like DE";
    credit_card: "4242424242424242", "4242424242424241", "Must be the number of a payment card";
    currency: "EUR", "DEM", "Must be the code of a currency like EUR";
    duration: "PT1H30M", "1:30", "Must be a duration like PT1H30M";
    e164: "+441632960123", "01632 960123", "Must be a phone number like +441632960123";
    hex: "c0ffee", "coffee", "Must be pairs of hexadecimal digits";
    hostname: "example.com", "example.com.", "Must be a host name";
    http_url: "https://example.com", "ftp://example.com", "Must be a web address like https://example.com";
    iban: "DE89370400440532013000", "DE89370400440532013001", "Must be an IBAN";
    jwt: "e30.e30.c2ln", "e30.e30.", "Must be a JSON Web Token";
    language_tag: "pt-BR", "pt_BR", "Must be a language tag like pt-BR";
    mac: "00:1b:63:84:45:e6", "001b638445e6", "Must be a MAC address like 00:1b:63:84:45:e6";
    semver: "1.4.0", "v1.4.0", "Must be a version like 1.4.0";
    slug: "pipe-components", "Pipe components", "Must be small letters and digits, with single hyphens between them";
    time_zone: "Europe/Berlin", "+01:00", "Must be a time zone like Europe/Berlin";
    ulid: "01ARZ3NDEKTSV4RRFFQ69G5FAV", "81ARZ3NDEKTSV4RRFFQ69G5FAV", "Must be a ULID";
    uuidv4: "919108f7-52d1-4320-9bac-f847db4148a8", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "Must be a UUID of version 4";
    uuidv7: "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "919108f7-52d1-4320-9bac-f847db4148a8", "Must be a UUID of version 7";
}
