//! Values built in Rust, and garde's reports about them, in the shape that every refusal has.

#![allow(missing_docs)]

use portcullis::garde::{self, Path, Report, Validate};
use portcullis::{ErrorShape, Payload, payload};
use serde::Serialize;

#[payload]
#[serde(rename_all = "camelCase")]
struct Shop {
    #[garde(length(min = 1, max = 3), dive)]
    order_lines: Vec<Line>,
    #[garde(dive)]
    first_owner: Option<Owner>,
    #[garde(range(min = 1, max = 5))]
    r#type: u8,
}

#[payload]
struct Line {
    #[garde(inner(
        length(bytes, max = 4),
        length(chars, max = 4),
        length(utf16, max = 4),
        length(graphemes, max = 4)
    ))]
    text: Option<String>,
    #[garde(length(bytes, min = 2), length(chars, min = 2), length(utf16, min = 2), length(graphemes, min = 2))]
    more: String,
}

#[payload]
struct Owner {
    #[garde(email, custom(no_admin))]
    #[payload(trim)]
    #[serde(rename = "e-mail")]
    email: String,
}

fn no_admin(email: &str, _: &()) -> garde::Result {
    if email.starts_with("admin") { Err(garde::Error::new("Must be a person")) } else { Ok(()) }
}

fn shop() -> Shop {
    Shop { order_lines: vec![line("", "ok")], first_owner: None, r#type: 1 }
}

fn line(text: &str, more: &str) -> Line {
    Line { text: Some(text.to_owned()), more: more.to_owned() }
}

fn lines(refusal: &ErrorShape) -> Vec<String> {
    refusal.issues().iter().map(ToString::to_string).collect()
}

/// The refusal of a value, once its report has been found to amount to the same.
#[track_caller]
fn refusal<T: Payload + Serialize + Validate<Context = ()>>(value: &T) -> ErrorShape {
    let refusal = value.check().unwrap_err();
    let report = ErrorShape::from_report::<T>(&value.validate().unwrap_err());
    assert_eq!(report.message, refusal.message);
    for issue in refusal.issues() {
        assert!(report.issues().contains(issue), "{issue:?} is not in {report:?}");
    }
    refusal
}

#[test]
fn what_keeps_the_rules_is_let_through() {
    assert_eq!(shop().check(), Ok(()));
}

#[test]
fn issues_have_the_names_of_the_wire() {
    let mut value = shop();
    value.first_owner = Some(Owner { email: "admin".to_owned() });
    value.r#type = 6;
    value.order_lines.clear();
    assert_eq!(
        lines(&refusal(&value)),
        [
            "orderLines: Must have at least 1 item (too_small)",
            "firstOwner.e-mail: Must be an email address (invalid_format)",
            "firstOwner.e-mail: Must be a person (custom)",
            "type: Must be at most 5 (too_big)",
        ]
    );
}

#[test]
fn a_value_is_judged_as_it_is() {
    let owner = Owner { email: " ada@example.com".to_owned() };
    assert_eq!(lines(&refusal(&owner)), ["e-mail: Must be an email address (invalid_format)"]);
    assert_eq!(Owner::check_json(br#"{"e-mail": " ada@example.com"}"#), Ok(()));
}

#[test]
fn of_lengths_with_one_limit_the_right_ones_are_named() {
    let units = |text, more| refusal(&line(text, more)).issues().len();
    assert_eq!(units("äöü", "ok"), 1);
    assert_eq!(units("👍👍👍", "ok"), 2);
    assert_eq!(units("e\u{301}e\u{301}e\u{301}", "ok"), 3);
    assert_eq!(units("12345", "ok"), 4);
    assert_eq!(units("", ""), 4);
    assert_eq!(units("", "é"), 3);
    assert_eq!(units("", "👍"), 2);
    assert_eq!(units("", "e\u{301}"), 1);
}

#[test]
fn lists_of_payloads_are_checked_too() {
    let list = vec![line("", "ok"), line("", "1")];
    assert_eq!(lines(&refusal(&list))[0], "[1].more: Must have at least 2 characters (too_small)");
}

#[test]
fn more_than_a_hundred_issues_are_truncated() {
    let list: Vec<Line> = (0..101).map(|_| line("", "e\u{301}")).collect();
    let refusal = refusal(&list);
    assert_eq!(refusal.message, "The input has more than 100 issues");
    assert_eq!(refusal.issues().len(), 100);
}

#[test]
fn what_is_too_deep_for_json_is_refused_for_its_rules() {
    #[payload]
    struct Tree {
        #[garde(range(max = 9))]
        weight: u8,
        #[garde(dive)]
        #[serde(default)]
        children: Vec<Tree>,
    }

    let mut tree = Tree { weight: 10, children: Vec::new() };
    for _ in 0..99 {
        tree = Tree { weight: 1, children: vec![tree] };
    }
    let refusal = refusal(&tree);
    assert_eq!(refusal.issues().len(), 1);
    assert_eq!(refusal.issues()[0].path.len(), 99 * 2 + 1);
    assert_eq!(refusal.issues()[0].code(), "too_big");
}

#[test]
fn a_report_of_someone_else_keeps_its_messages() {
    let mut report = Report::new();
    report.append(Path::new("order_lines").join(0_usize).join("more"), garde::Error::new("zu kurz"));
    report.append(Path::new("first_owner").join("age"), garde::Error::new("length is lower than 2"));
    report.append(Path::empty(), garde::Error::new("Must be open"));
    let refusal = ErrorShape::from_report::<Shop>(&report);
    assert_eq!(
        lines(&refusal),
        [
            "Must be open (custom)",
            "orderLines[0].more: zu kurz (custom)",
            "firstOwner: length is lower than 2 (custom)"
        ]
    );
}
