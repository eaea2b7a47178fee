//! Fields and types that serde converts.

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

/// Both ends of a range, which are in order.
#[payload]
#[serde(try_from = "Ends", into = "Ends")]
#[derive(Clone, Debug, PartialEq)]
struct Range(std::ops::RangeInclusive<u8>);

#[payload]
#[serde(rename_all = "camelCase")]
#[derive(Clone)]
struct Ends {
    #[garde(range(max = 99))]
    first_one: u8,
    #[garde(range(max = 99))]
    last_one: u8,
}

impl TryFrom<Ends> for Range {
    type Error = &'static str;

    fn try_from(ends: Ends) -> Result<Range, &'static str> {
        if ends.first_one > ends.last_one {
            return Err("Must end behind its start");
        }
        Ok(Range(ends.first_one..=ends.last_one))
    }
}

impl From<Range> for Ends {
    fn from(Range(range): Range) -> Ends {
        Ends { first_one: *range.start(), last_one: *range.end() }
    }
}

/// What can always be made of text.
#[payload]
#[serde(from = "String", into = "String")]
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    Yes,
    Other(String),
}

impl From<String> for Answer {
    fn from(text: String) -> Answer {
        if text == "yes" { Answer::Yes } else { Answer::Other(text) }
    }
}

impl From<Answer> for String {
    fn from(answer: Answer) -> String {
        match answer {
            Answer::Yes => "yes".to_owned(),
            Answer::Other(text) => text,
        }
    }
}

#[payload]
#[serde(untagged)]
#[derive(Debug, PartialEq)]
enum RangeOrEnds {
    Range(#[garde(dive)] Range),
    Backwards {
        #[garde(skip)]
        #[serde(rename = "firstOne")]
        from: u8,
        #[garde(skip)]
        #[serde(rename = "lastOne")]
        to: u8,
    },
}

#[payload]
#[derive(Debug, PartialEq)]
struct Survey {
    #[garde(dive, custom(is_long))]
    range: Range,
    #[garde(dive)]
    answers: Vec<Answer>,
    #[garde(dive)]
    either: Option<RangeOrEnds>,
}

fn is_long(range: &Range, _: &()) -> garde::Result {
    if range.0.len() > 1 { Ok(()) } else { Err(garde::Error::new("Must be longer")) }
}

fn survey(range: &str) -> Result<Survey, Vec<String>> {
    let body = format!(r#"{{"range": {range}, "answers": ["yes", "no"], "either": {{"firstOne": 2, "lastOne": 1}}}}"#);
    Survey::from_json(body.as_bytes()).map_err(|refusal| refusal.issues().iter().map(ToString::to_string).collect())
}

#[test]
fn a_type_is_what_serde_makes_of_another() {
    let answers = vec![Answer::Yes, Answer::Other("no".to_owned())];
    let either = Some(RangeOrEnds::Backwards { from: 2, to: 1 });
    assert_eq!(survey(r#"{"firstOne": 1, "lastOne": 5}"#), Ok(Survey { range: Range(1..=5), answers, either }));
}

#[test]
fn rules_of_the_type_on_the_wire_hold_and_no_others_where_it_cannot_be_converted() {
    for (range, issues) in [
        (r#"{"firstOne": 5, "lastOne": 1}"#, &["range: Must end behind its start (custom)"][..]),
        (r#"{"firstOne": 1, "lastOne": 1}"#, &["range: Must be longer (custom)"]),
        (
            r#"{"firstOne": 101, "lastOne": 100}"#,
            &[
                "range.firstOne: Must be at most 99 (too_big)",
                "range.lastOne: Must be at most 99 (too_big)",
                "range: Must end behind its start (custom)",
            ],
        ),
        (r#"{"firstOne": "1", "lastOne": 1}"#, &["range.firstOne: Must be a whole number (invalid_type)"]),
        ("1", &["range: Must be an object (invalid_type)"]),
    ] {
        assert_eq!(survey(range).unwrap_err(), issues, "{range}");
    }
    let refusal = Range(0..=100).check().unwrap_err();
    assert_eq!(refusal.issues()[0].to_string(), "lastOne: Must be at most 99 (too_big)");
}
