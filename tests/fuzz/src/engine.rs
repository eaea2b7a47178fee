//! The engine against serde_json, the declared normalisation and garde: two bytes choose the payload, the
//! others are the body.

use parity::law;

use crate::subject;

/// Holds a body against the law.
pub fn run(input: &[u8]) {
    let Some((subject, body)) = subject::choose(input) else { return };
    if let Err(fault) = law::hold(subject, body) {
        panic!("{}: {fault}\n{}", subject.name, String::from_utf8_lossy(body));
    }
}

/// Inputs to start from, each with a name: one for every payload, in turns valid and not.
pub fn seeds() -> Vec<(String, Vec<u8>)> {
    let cases = parity::subjects::ALL.iter().zip((0..=1).cycle()).map(|(subject, case)| {
        let body = parity::exact::case(subject, case).input;
        (subject.name.replace("::", "-"), [&subject::chosen_by(subject)[..], &body].concat())
    });
    cases.filter(|(_, input)| input.len() < 1_000).collect()
}
