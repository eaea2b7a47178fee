//! Inputs that the schema alone makes get exactly the issues that it says, all of them, in order: as
//! many per payload as `PARITY_CASES` says, or 5,000.

use std::collections::BTreeMap;
use std::thread;

use parity::exact::{self, Case, breaks::Break};
use parity::law::{self, Outcome};
use parity::subjects::{self, Subject};
use portcullis::error::Code;

const CASES: u64 = 5_000;

fn cases() -> u64 {
    std::env::var("PARITY_CASES").map_or(CASES, |cases| cases.parse().expect("PARITY_CASES is a number"))
}

/// Holds one case of a payload; gives how it was broken.
fn hold(subject: &Subject, number: u64) -> Vec<Break> {
    let Case { input, breaks, issues } = exact::case(subject, number);
    let context = || format!("{}, case {number}, {breaks:?}\n{}", subject.name, String::from_utf8_lossy(&input));
    let outcome = law::hold(subject, &input).unwrap_or_else(|fault| panic!("{fault}\n{}", context()));
    assert_eq!(outcome == Outcome::Accepted, issues.is_empty(), "{outcome:?}, {issues:#?}\n{}", context());
    if let Err(refusal) = (subject.check)(&input) {
        assert_eq!((refusal.code, refusal.issues()), (Code::ValidationFailed, &issues[..]), "{}", context());
    }
    breaks
}

#[test]
fn breaks_get_their_issues() {
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let mut seen: BTreeMap<Break, u64> = BTreeMap::new();
    for subject in subjects::ALL {
        let run = |first: u64| {
            (first..cases()).step_by(threads as usize).flat_map(|number| hold(subject, number)).collect::<Vec<Break>>()
        };
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || run(first))).collect();
            for what in workers.into_iter().flat_map(|worker| worker.join().unwrap()) {
                *seen.entry(what).or_default() += 1;
            }
        });
    }
    println!("{seen:#?}");
    // A break that never happens would prove nothing.
    let missing: Vec<&Break> = Break::ALL.iter().filter(|what| !seen.contains_key(what)).collect();
    assert!(missing.is_empty(), "nothing was broken by {missing:?}");
}
