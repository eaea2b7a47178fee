//! A rule of the application that panics: natively that is the caller's, as any panic of theirs is,
//! and the engine is none the worse for it.

#![allow(missing_docs)]

use std::panic::{AssertUnwindSafe, catch_unwind};

use portcullis::{Payload, garde, payload};

#[payload(check = patient(how, list))]
#[derive(Debug)]
struct Trap {
    #[garde(custom(calm))]
    #[payload(trim)]
    how: String,
    #[garde(length(max = 9), inner(custom(calm)))]
    #[serde(default)]
    list: Vec<String>,
}

fn calm(how: &str, _: &()) -> garde::Result {
    match how {
        "panic" => panic!("as it says"),
        // A rule may well parse something itself, and lose its temper there.
        "panic inside" => Trap::check_json(br#"{"how":"panic"}"#).map_err(garde::Error::new),
        "catch" => {
            let caught = catch_unwind(|| Trap::from_json(br#"{"how":"panic"}"#));
            assert!(caught.is_err());
            Ok(())
        }
        _ => Ok(()),
    }
}

fn patient(how: &str, _: &[String]) -> garde::Result {
    assert_ne!(how, "panic in the check", "as it says");
    Ok(())
}

/// The next call after a panic, accepted and refused.
#[track_caller]
fn answers_well() {
    let trap = Trap::from_json(r#"{"list": ["é", "\u00e9"], "how": " well\n"}"#.as_bytes()).unwrap();
    assert_eq!((&*trap.how, &*trap.list), ("well", &["é".to_owned(), "é".to_owned()][..]));
    let refusal = Trap::check_json(br#"{"how": "well", "list": "none"}"#).unwrap_err();
    assert_eq!(refusal.issues()[0].to_string(), "list: Must be a list (invalid_type)");
}

#[test]
fn the_next_call_is_right() {
    answers_well();
    for how in ["panic", "panic inside", "panic in the check"] {
        for body in [format!(r#"{{"how":" {how} "}}"#), format!(r#"{{"list":["é","{how}"],"how":"{how}"}}"#)] {
            let body = body.as_bytes();
            assert!(catch_unwind(|| Trap::from_json(body)).is_err(), "{how}");
            answers_well();
            assert!(catch_unwind(|| Trap::check_json(body)).is_err(), "{how}");
            answers_well();
        }
        let built = Trap { how: how.to_owned(), list: Vec::new() };
        assert!(catch_unwind(AssertUnwindSafe(|| built.check())).is_err(), "{how}");
        answers_well();
    }
}

#[test]
fn a_panic_that_a_rule_catches_leaves_its_own_call_whole() {
    let trap = Trap::from_json(br#"{"how": " catch ", "list": ["catch", "\u00e9"]}"#).unwrap();
    assert_eq!((&*trap.how, &*trap.list), ("catch", &["catch".to_owned(), "é".to_owned()][..]));
    answers_well();
}
