//! The law, on generated inputs: as many per payload as `PARITY_CASES` says, or 30,000.

use std::collections::BTreeMap;
use std::thread;

use parity::law::{self, Outcome};
use parity::narrowings;
use parity::subjects::{self, Subject};

const CASES: u64 = 30_000;

fn cases() -> u64 {
    std::env::var("PARITY_CASES").map_or(CASES, |cases| cases.parse().expect("PARITY_CASES is a number"))
}

/// Runs all cases of a payload on all cores.
fn run(subject: &Subject) -> BTreeMap<Outcome, u64> {
    let cases = cases();
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let mut outcomes = BTreeMap::new();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| scope.spawn(move || run_every(subject, (first..cases).step_by(threads as usize))))
            .collect();
        for worker in workers {
            for (outcome, count) in worker.join().unwrap() {
                *outcomes.entry(outcome).or_default() += count;
            }
        }
    });
    outcomes
}

fn run_every(subject: &Subject, cases: impl Iterator<Item = u64>) -> BTreeMap<Outcome, u64> {
    let mut outcomes = BTreeMap::new();
    for case in cases {
        let input = law::input(subject, case);
        match law::hold(subject, &input) {
            Ok(outcome) => *outcomes.entry(outcome).or_default() += 1,
            Err(fault) => panic!("{}, case {case}: {fault}\n{}", subject.name, String::from_utf8_lossy(&input)),
        }
    }
    outcomes
}

#[test]
fn the_engine_keeps_the_law() {
    for subject in subjects::ALL {
        let outcomes = run(subject);
        println!("{}: {outcomes:?}", subject.name);
        // A generator that makes only one kind of input would prove nothing.
        let seen = |outcome| outcomes.get(&outcome).is_some_and(|&count| count > cases() / 1000);
        let has_rules =
            !["crm::GetContact", "crm::GetInvoice", "zoo::Wide", "zoo::Empty", "zoo::Half"].contains(&subject.name);
        assert!(seen(Outcome::Accepted) && seen(Outcome::Refused), "{}: {outcomes:?}", subject.name);
        assert_eq!(seen(Outcome::Invalid), has_rules, "{}: {outcomes:?}", subject.name);
    }
}

#[test]
fn every_narrowing_narrows() {
    for narrowing in narrowings::ALL {
        let (name, input) = narrowing.example;
        let subject = subjects::ALL.iter().find(|subject| subject.name == name).expect(name);
        assert!(matches!((subject.oracle)(input), oracle::Verdict::Accepted(_)), "{}", narrowing.what);
        assert_eq!(law::hold(subject, input), Ok(Outcome::Narrowed(narrowing.what)));
    }
}

#[test]
fn a_broken_law_is_noticed() {
    let lax = Subject { engine: |_| Ok(serde_json::Value::Null), check: |_| Ok(()), ..subjects::ALL[0] };
    assert!(law::hold(&lax, b"{}").unwrap_err().contains("accepted null"));
    let strict = Subject {
        engine: |_| Err(portcullis::ErrorShape::new(portcullis::error::Code::InvalidJson, "no")),
        check: |_| Err(portcullis::ErrorShape::new(portcullis::error::Code::InvalidJson, "no")),
        ..subjects::ALL[0]
    };
    assert!(law::hold(&strict, br#"{"name":"Analytical Engines Ltd"}"#).unwrap_err().contains("refused as"));
}

const HAVE_MAPS: [&str; 3] = ["zoo::Keys", "zoo::KeysPatch", "zoo::Maps"];

#[test]
fn the_emitted_validate_reports_what_gardes_own_derive_reports() {
    for subject in subjects::ALL {
        for case in 0..5_000 {
            let input = law::input(subject, case);
            let mut reports = [(subject.validate)(&input), (subject.oracle_validate)(&input)];
            if HAVE_MAPS.contains(&subject.name) {
                // There is no order that garde gives to the entries of a map.
                reports.iter_mut().flatten().for_each(|report| report.sort());
            }
            let [ours, theirs] = reports;
            assert_eq!(ours, theirs, "{}, case {case}", subject.name);
        }
    }
}
