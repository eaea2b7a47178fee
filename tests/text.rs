//! Rules about text: what is said where they are broken, in the words that Zod 4 has for it.

use portcullis::{Payload, payload};

#[payload]
#[derive(Debug, PartialEq)]
struct Code {
    #[garde(pattern("^[A-Z]{2}$"))]
    #[payload(trim, uppercase)]
    country: Option<String>,
    #[garde(contains("\"é"))]
    part: Option<String>,
    #[garde(prefix("DE"), suffix("!"))]
    #[payload(collapse_whitespace)]
    ends: Option<String>,
    #[garde(length(chars, max = 4))]
    #[payload(nfc)]
    composed: Option<String>,
    #[garde(ascii)]
    ascii: Option<String>,
    #[garde(alphanumeric)]
    alphanumeric: Option<String>,
    #[garde(ip)]
    ip: Option<String>,
    #[garde(ipv4)]
    ipv4: Option<String>,
    #[garde(ipv6)]
    ipv6: Option<String>,
}

/// The issues of a body with one field: each as its code, message and params.
fn issues(field: &str, value: &str) -> Vec<String> {
    let body = format!("{{{field:?}: {value:?}}}");
    let refusal = Code::check_json(body.as_bytes()).expect_err(&body);
    let issues = refusal.issues().iter();
    issues
        .map(|issue| {
            let issue = serde_json::to_value(issue).unwrap();
            assert_eq!(issue["path"], serde_json::json!([field]));
            format!("{}: {} {}", issue["code"].as_str().unwrap(), issue["message"].as_str().unwrap(), issue["params"])
        })
        .collect()
}

#[test]
fn issues_have_the_words_of_zod() {
    for (field, value, issue) in [
        ("country", "D1", r#"Must match the requested format {"format":"regex","pattern":"^[A-Z]{2}$"}"#),
        ("part", "é", r#"Must contain ""é" {"format":"includes","includes":"\"é"}"#),
        ("ends", "AT!", r#"Must start with "DE" {"format":"starts_with","prefix":"DE"}"#),
        ("ends", "DE", r#"Must end with "!" {"format":"ends_with","suffix":"!"}"#),
        ("ascii", "é", r#"Must have no accents, emoji or other characters beyond ASCII {"format":"ascii"}"#),
        ("alphanumeric", "a-b", r#"Must have only letters and digits {"format":"alphanumeric"}"#),
        ("ip", "localhost", r#"Must be an IP address {"format":"ip"}"#),
        ("ipv4", "::1", r#"Must be an IPv4 address {"format":"ipv4"}"#),
        ("ipv6", "127.0.0.1", r#"Must be an IPv6 address {"format":"ipv6"}"#),
    ] {
        assert_eq!(issues(field, value), [format!("invalid_format: {issue}")], "{field}");
    }
    assert_eq!(issues("ends", "").len(), 2);
}

#[test]
fn text_is_normalised_before_the_rules_see_it() {
    let code = Code::from_json(r#"{"country": " ß\u3000", "ends": "DE\r\n\ta\u00a0 b  !"}"#.as_bytes()).unwrap();
    assert_eq!((code.country.as_deref(), code.ends.as_deref()), (Some("SS"), Some("DE a b !")));
}

#[test]
fn what_is_spelled_in_several_ways_is_composed() {
    let code = |text: &str| {
        let body = serde_json::json!({ "composed": text }).to_string();
        Code::from_json(body.as_bytes()).unwrap().composed.unwrap()
    };
    // Hangul is composed by arithmetic, the sign for Angstrom is a letter, and U+0344 is never made.
    for (text, composed) in [
        ("Zoe\u{308}", "Zo\u{eb}"),
        ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
        ("\u{212b}", "\u{c5}"),
        ("\u{344}", "\u{308}\u{301}"),
    ] {
        assert_eq!(code(text), composed);
    }
    // Rules see it composed.
    assert_eq!(code(&"o\u{308}".repeat(4)), "\u{f6}".repeat(4));
}

#[test]
fn invalid_utf8_is_no_json_whatever_the_rules_say_of_it() {
    for field in ["country", "part", "ends", "composed", "ascii", "alphanumeric", "ip", "ipv4", "ipv6"] {
        let body = [format!("{{{field:?}: \"DE").as_bytes(), b"\xff\xe9!\"}"].concat();
        assert_eq!(Code::check_json(&body).unwrap_err().code.as_str(), "invalid_json", "{field}");
    }
}
