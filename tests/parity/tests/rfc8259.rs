//! The engine and serde_json agree on what is JSON, wherever it stands.

use parity::law::{self, Outcome};
use parity::rfc8259::{self, Case, Reads, Says};
use parity::subjects::{self, Subject};
use portcullis::error::Code;

fn subject(name: &str) -> &'static Subject {
    subjects::ALL.iter().find(|subject| subject.name == name).expect(name)
}

/// Holds a body with the case in it; says what is wrong.
fn hold(case: &Case, payload: &str, body: &[u8], reads: Reads) -> Result<(), String> {
    let subject = subject(payload);
    let outcome = law::hold(subject, body)?;
    let is_no_json = matches!((subject.check)(body), Err(refusal) if refusal.code == Code::InvalidJson);
    let is_right = match case.says {
        Says::Yes if reads != Reads::Type => outcome == Outcome::Accepted,
        Says::Yes => !is_no_json,
        Says::No => is_no_json && outcome == Outcome::Refused,
        Says::Narrowed(what) if reads == Reads::Nothing => is_no_json && outcome == Outcome::Narrowed(what),
        Says::Narrowed(_) => is_no_json,
    };
    if is_right { Ok(()) } else { Err(format!("{outcome:?}, {:?}", (subject.check)(body))) }
}

/// A body, so long as it can be read.
fn shown(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(200)]).into_owned()
}

#[test]
fn values_wherever_they_stand() {
    let mut faults = Vec::new();
    for case in rfc8259::values() {
        for place in rfc8259::Place::of(&case.text) {
            let body = place.body(&case.text);
            if let Err(fault) = hold(&case, place.payload, &body, place.reads) {
                faults.push(format!("{}, {:?} in {}: {fault}: {}", case.name, case.says, place.payload, shown(&body)));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn whole_bodies() {
    let mut faults = Vec::new();
    for case in rfc8259::bodies() {
        if let Err(fault) = hold(&case, rfc8259::PAYLOAD, &case.text, Reads::Nothing) {
            faults.push(format!("{}, {:?}: {fault}: {}", case.name, case.says, shown(&case.text)));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Section 4: names ought to be unique; where they are read, they must be.
#[test]
fn a_key_that_is_read_may_be_there_once() {
    for body in [
        r#"{"name":"","name":""}"#,
        r#"{"name":"","n\u0061me":""}"#,
        r#"{"\u006eame":"","dropped":1,"dropped":2,"name":""}"#,
    ] {
        let settings = subject(rfc8259::PAYLOAD);
        assert_eq!(law::hold(settings, body.as_bytes()), Ok(Outcome::Refused), "{body}");
        let refusal = (settings.check)(body.as_bytes()).unwrap_err();
        assert_eq!(refusal.issues()[0].code(), "duplicate_key", "{body}");
    }
}

/// Section 6: no more precision than a double's is to be expected. A single is made of the double that
/// JavaScript has, so that it is the same after a way through there; serde_json makes it of the digits.
#[test]
fn a_single_is_made_of_a_double() {
    // One and half a step of a single, to which both of these round as doubles.
    for digits in ["1.0000000596046447", "1.0000000596046448", "1.00000005960464477539062500001"] {
        let body = format!(r#"{{"limited":0,"list":[{digits}]}}"#);
        let value = (subject("zoo::Singles").engine)(body.as_bytes()).unwrap();
        assert_eq!(value["list"][0].as_f64(), Some(f64::from(digits.parse::<f64>().unwrap() as f32)), "{digits}");
        assert_eq!(value["list"][0].as_f64(), Some(1.0), "{digits}");
    }
}
