//! What fields must keep among them.

#![allow(missing_docs)]

use portcullis::{ErrorShape, Payload, garde, payload};

/// What a client sends to be let in.
#[payload(check = due_after_issue(issued_on, due_on), at = due_on)]
#[payload(check = paid_in_time(paid_on, due_on))]
#[serde(rename_all = "camelCase")]
struct Invoice {
    #[garde(range(max = 366))]
    issued_on: u16,
    #[garde(range(max = 366))]
    due_on: u16,
    #[garde(skip)]
    paid_on: Option<u16>,
    #[garde(dive)]
    #[serde(default)]
    lines: Vec<Line>,
    #[garde(length(chars, min = 3))]
    note: String,
    #[garde(matches(note))]
    note_again: String,
}

#[payload(check = some(net, gross))]
struct Line {
    #[garde(skip)]
    net: u32,
    #[garde(skip)]
    gross: u32,
}

fn due_after_issue(issued_on: &u16, due_on: &u16) -> garde::Result {
    if due_on < issued_on { Err(garde::Error::new("Must not be due before it is issued")) } else { Ok(()) }
}

fn paid_in_time(paid_on: &Option<u16>, due_on: &u16) -> garde::Result {
    match paid_on {
        Some(paid_on) if paid_on > due_on => Err(garde::Error::new("Must be paid in time")),
        _ => Ok(()),
    }
}

fn some(net: &u32, gross: &u32) -> garde::Result {
    if net > gross { Err(garde::Error::new("Must not be more in net")) } else { Ok(()) }
}

fn lines(refusal: &ErrorShape) -> Vec<String> {
    refusal.issues().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn issues(json: &str) -> Vec<String> {
    lines(&Invoice::check_json(json.as_bytes()).unwrap_err())
}

const DUE: &str = "dueOn: Must not be due before it is issued (custom)";
const PAID: &str = "Must be paid in time (custom)";
const AGAIN: &str = "noteAgain: Must be the same as note (custom)";

#[test]
fn what_is_kept_is_let_through() {
    let invoice = Invoice::from_json(br#"{"issuedOn":1,"dueOn":2,"note":"abc","noteAgain":"abc"}"#).unwrap();
    assert_eq!(invoice.check(), Ok(()));
}

#[test]
fn checks_come_last_in_their_object() {
    assert_eq!(
        issues(r#"{"lines":[{"net":2,"gross":1}],"noteAgain":"b","note":"a","paidOn":9,"dueOn":2,"issuedOn":3,"x":0}"#),
        [
            "lines[0]: Must not be more in net (custom)",
            "note: Must have at least 3 characters (too_small)",
            "Unknown field: x (unrecognized_keys)",
            AGAIN,
            DUE,
            PAID,
        ]
    );
}

#[test]
fn a_check_runs_whatever_the_other_fields_are() {
    assert_eq!(
        issues(r#"{"issuedOn":3,"dueOn":2,"note":7}"#),
        ["note: Must be text (invalid_type)", "noteAgain: This field is required (required)", DUE]
    );
}

#[test]
fn a_check_waits_until_its_fields_are_valid() {
    let rest = r#""note":"abc","noteAgain":"abc""#;
    for (fields, issue) in [
        (r#""issuedOn":367,"dueOn":2"#, "issuedOn: Must be at most 366 (too_big)"),
        (r#""issuedOn":"3","dueOn":2"#, "issuedOn: Must be a whole number (invalid_type)"),
        (r#""issuedOn":3"#, "dueOn: This field is required (required)"),
        (r#""dueOn":2,"issuedOn":3,"dueOn":2"#, "dueOn: This field appears more than once (duplicate_key)"),
    ] {
        assert_eq!(issues(&format!("{{{fields},{rest}}}")), [issue]);
    }
}

#[test]
fn where_the_list_is_full_nothing_is_asked() {
    let line = r#"{"net":"2"}"#;
    let lines = vec![line; 60].join(",");
    let refusal = Invoice::check_json(format!("{{\"lines\":[{lines}],\"note\":7}}").as_bytes()).unwrap_err();
    assert_eq!(refusal.issues().len(), 100);
    assert_eq!(refusal.message, "The input has more than 100 issues");
}

#[test]
fn params_name_the_other_field() {
    let refusal =
        Invoice::check_json(br#"{"issuedOn":1,"dueOn":2,"note":"abc","noteAgain":"abd"}"#).unwrap_err().to_json();
    assert!(refusal.contains(r#""params":{"matches":"note"}"#), "{refusal}");
}

#[test]
fn values_built_in_rust_are_checked_too() {
    let invoice = Invoice {
        issued_on: 3,
        due_on: 2,
        paid_on: Some(4),
        lines: vec![Line { net: 2, gross: 1 }],
        note: "a".to_owned(),
        note_again: "b".to_owned(),
    };
    assert_eq!(
        lines(&invoice.check().unwrap_err()),
        [
            "lines[0]: Must not be more in net (custom)",
            "note: Must have at least 3 characters (too_small)",
            AGAIN,
            DUE,
            PAID
        ]
    );
    assert_eq!(lines(&Invoice { issued_on: 367, ..invoice }.check().unwrap_err()).len(), 5);
}
