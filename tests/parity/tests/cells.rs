//! The same data as JSON and as a form gives the same value, or the same issues.

use fastrand::Rng;
use parity::json::{Json, Style};
use parity::subjects::{self, Subject};
use parity::{cells, exact, law};
use portcullis::ErrorShape;

/// How many inputs of each payload.
const CASES: u64 = 1_000;

/// Enums without names on the wire tell their variants apart by types, and all cells are text: in any JSON too.
const BY_TYPE: [&str; 7] = [
    "zoo::Either",
    "zoo::Loose",
    "zoo::Untagged",
    "zoo::Anything",
    "zoo::AnythingPatch",
    "zoo::CountOrAny",
    "zoo::Tag",
];

/// What is said of JSON that cells cannot say: there all is text.
fn is_about_types(refusal: &ErrorShape) -> bool {
    let types = ["invalid_type", "invalid_union", "invalid_value"];
    refusal.issues().iter().any(|issue| types.contains(&issue.code()))
}

/// Whether something is missing in JSON that need not be sent by a form: an unchecked box, an empty list.
fn lacks(json: &ErrorShape, form: &Result<serde_json::Value, ErrorShape>) -> bool {
    let of_form = form.as_ref().err().map(ErrorShape::issues).unwrap_or_default();
    json.issues().iter().any(|issue| issue.code() == "required" && !of_form.contains(issue))
}

fn hold(subject: &Subject) -> [u32; 2] {
    let (mut accepted, mut refused) = (0, 0);
    for case in 0..CASES {
        let mut rng = Rng::with_seed(case);
        let input = exact::case(subject, case).input;
        let Ok(value) = serde_json::from_slice::<serde_json::Value>(&input) else { continue };
        let Some((json, cells)) = cells::of(&Json::from(value), &mut rng) else { continue };
        let json = json.write(Style { space: false, escapes: false }, &mut rng);
        let form = cells::form(&cells);
        let context = || format!("{}: {json}\n{form}", subject.name);
        match ((subject.engine)(json.as_bytes()), (subject.form)(form.as_bytes())) {
            (Ok(one), Ok(other)) => {
                assert!(law::equal(&one, &other), "{}\nJSON {one}\nform {other}", context());
                accepted += 1;
            }
            (Err(one), other) if is_about_types(&one) || lacks(&one, &other) => {}
            (Err(one), Err(other)) => {
                assert_eq!(one, other, "{}", context());
                refused += 1;
            }
            (one, other) => panic!("{}\nJSON {one:?}\nform {other:?}", context()),
        }
    }
    [accepted, refused]
}

#[test]
fn forms_say_what_json_says() {
    let mut sums = [0, 0];
    for subject in subjects::ALL.iter().filter(|subject| !BY_TYPE.contains(&subject.name)) {
        let counts = hold(subject);
        println!("{}: {counts:?}", subject.name);
        sums = [sums[0] + counts[0], sums[1] + counts[1]];
    }
    println!("accepted and refused: {sums:?}");
    assert!(sums.iter().all(|&sum| sum > 5_000), "{sums:?}");
}
