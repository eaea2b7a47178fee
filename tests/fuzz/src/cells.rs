//! Whatever a form sends is refused for its issues, or is a value that all rules hold for: two bytes choose the
//! payload, and the rest is the urlencoded form.

use fastrand::Rng;
use parity::cells;
use parity::generate::Generator;
use portcullis::error::Code;

use crate::subject;

/// Judges a form.
pub fn run(input: &[u8]) {
    let Some((subject, form)) = subject::choose(input) else { return };
    let shown = || format!("{}: {}", subject.name, String::from_utf8_lossy(form));
    match (subject.form)(form) {
        Ok(value) => {
            let refusal = (subject.typed)(value).refusal;
            assert!(refusal.is_none(), "accepted, but its value is refused: {refusal:?}\n{}", shown());
        }
        Err(refusal) => assert_eq!(refusal.code, Code::ValidationFailed, "{refusal:?}\n{}", shown()),
    }
}

/// Inputs to start from, each with a name: forms of some payloads.
pub fn seeds() -> Vec<(String, Vec<u8>)> {
    let subjects = parity::subjects::ALL.iter().step_by(6);
    let seed = subjects.filter_map(|subject| {
        let mut rng = Rng::with_seed(1);
        let json = Generator { rng: &mut rng, slips: 0 }.value((subject.schema)());
        let (_, said) = cells::of(&json, &mut rng)?;
        let input = [&subject::chosen_by(subject)[..], cells::form(&said).as_bytes()].concat();
        Some((subject.name.replace("::", "-"), input))
    });
    seed.collect()
}
