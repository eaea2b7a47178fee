//! A value that was built in Rust is refused as its JSON is: with the same issues.

use parity::law::{self, Outcome};
use parity::subjects;
use portcullis::ErrorShape;
use portcullis::error::Details;

/// How many inputs of each payload are tried.
const CASES: u64 = 20_000;

/// The issues with all that they say, sorted.
fn issues(refusal: &ErrorShape) -> Vec<String> {
    let mut issues: Vec<String> =
        refusal.issues().iter().map(|issue| serde_json::to_string(issue).expect("an issue has JSON")).collect();
    issues.sort();
    issues
}

fn is_whole(refusal: &ErrorShape) -> bool {
    matches!(refusal.details, Some(Details::Issues { truncated: false, .. }))
}

#[test]
fn typed_values_get_the_issues_of_their_json() {
    for subject in subjects::ALL {
        let (mut accepted, mut refused) = (0, 0);
        for case in 0..CASES {
            let input = law::input(subject, case);
            let Some(value) = (subject.normalised)(&input) else { continue };
            let typed = (subject.typed)(value);
            let context = || format!("{}, case {case}: {typed:#?}\n{}", subject.name, String::from_utf8_lossy(&input));
            match law::hold(subject, &input) {
                Ok(Outcome::Accepted) => {
                    assert!(typed.refusal.is_none() && typed.report.is_none(), "{}", context());
                    accepted += 1;
                }
                Ok(Outcome::Invalid) => {
                    let expected = (subject.check)(&input).expect_err("the outcome says so");
                    let (refusal, report) = (typed.refusal.as_ref().unwrap(), typed.report.as_ref().unwrap());
                    assert_eq!(
                        (&refusal.message, &report.message),
                        (&expected.message, &expected.message),
                        "{}",
                        context()
                    );
                    if is_whole(&expected) {
                        assert_eq!(issues(refusal), issues(&expected), "{}", context());
                        // A report does not say which variant it is about, and two of these have a `0` that it may mean.
                        if !["zoo::Instances", "zoo::HappenedOfPoint"].contains(&subject.name) {
                            assert_eq!(issues(report), issues(&expected), "{}", context());
                        }
                    }
                    refused += 1;
                }
                // What differs in the JSON alone is not in the value.
                Ok(Outcome::Narrowed(_) | Outcome::Widened | Outcome::Refused) => {}
                Err(fault) => panic!("{}: {fault}", context()),
            }
        }
        println!("{}: {accepted} accepted, {refused} refused", subject.name);
        let has_rules =
            !["crm::GetContact", "crm::GetInvoice", "zoo::Wide", "zoo::Empty", "zoo::Half"].contains(&subject.name);
        assert!(accepted > 100 && (refused > 20) == has_rules, "{}: {accepted}, {refused}", subject.name);
    }
}
