//! Fields that serde converts.

use std::net::Ipv4Addr;

use portcullis::{Payload, garde, payload};

#[payload]
#[derive(Debug, PartialEq)]
struct Server {
    #[garde(custom(is_private))]
    #[payload(as = String)]
    #[serde(with = "address")]
    address: Ipv4Addr,
    #[garde(range(min = 1))]
    port: u16,
}

fn is_private(address: &Ipv4Addr, _: &()) -> garde::Result {
    if address.is_private() { Ok(()) } else { Err(garde::Error::new("Must be a private address")) }
}

mod address {
    use std::net::Ipv4Addr;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(address: &Ipv4Addr, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(address)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Ipv4Addr, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(|_| Error::custom("Must be an IP address"))
    }
}

/// The issues of an input, each in one line.
fn issues(input: &str) -> Vec<String> {
    let refusal = Server::check_json(input.as_bytes()).unwrap_err();
    refusal.issues().iter().map(ToString::to_string).collect()
}

#[test]
fn what_serde_makes_of_it_is_the_value() {
    let server = Server::from_json(br#"{"address": "10.0.0.\u0031", "port": 80}"#).unwrap();
    assert_eq!(server, Server { address: Ipv4Addr::new(10, 0, 0, 1), port: 80 });
}

#[test]
fn what_serde_says_against_it_is_an_issue_among_the_others() {
    assert_eq!(
        issues(r#"{"address": "10.0.0", "port": 0}"#),
        ["address: Must be an IP address (custom)", "port: Must be at least 1 (too_small)"]
    );
    assert_eq!(issues(r#"{"address": "8.8.8.8", "port": 1}"#), ["address: Must be a private address (custom)"]);
    assert_eq!(issues(r#"{"address": 8, "port": 1}"#), ["address: Must be text (invalid_type)"]);
    assert_eq!(issues(r#"{"port": 1}"#), ["address: This field is required (required)"]);
}

#[test]
fn a_typed_value_is_held_against_its_rules() {
    let server = Server { address: Ipv4Addr::LOCALHOST, port: 1 };
    let refusal = server.check().unwrap_err();
    assert_eq!(refusal.issues()[0].to_string(), "address: Must be a private address (custom)");
}
