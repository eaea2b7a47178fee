//! What the engine has accepted can be read from its tape: two bytes choose the payload, two a body that is
//! mostly right, and three each change something in it.

use fastrand::Rng;
use parity::generate::Generator;
use parity::json::Style;
use portcullis::error::Code;

use crate::subject;

/// Reads a typed value of a body that is accepted.
pub fn run(input: &[u8]) {
    let Some((subject, input)) = subject::choose(input) else { return };
    let Some((case, edits)) = input.split_first_chunk() else { return };
    let mut rng = Rng::with_seed(u16::from_le_bytes(*case).into());
    let style = Style { space: rng.bool(), escapes: rng.bool() };
    let mut body = Generator { rng: &mut rng, slips: 0 }.value((subject.schema)()).write(style, &mut rng).into_bytes();
    for &[place, kind, byte] in edits.as_chunks().0 {
        edit(&mut body, place, kind, byte);
    }

    let shown = || format!("{}: {}", subject.name, String::from_utf8_lossy(&body));
    match ((subject.check)(&body), (subject.engine)(&body)) {
        (Ok(()), Ok(value)) => {
            let refusal = (subject.typed)(value).refusal;
            assert!(refusal.is_none(), "accepted, but its value is refused: {refusal:?}\n{}", shown());
        }
        (Err(refusal), Err(same)) if refusal == same => {
            assert!(refusal.code != Code::Internal, "{refusal:?}\n{}", shown());
        }
        (verdict, value) => panic!("{verdict:?}, but {value:?}\n{}", shown()),
    }
}

fn edit(body: &mut Vec<u8>, place: u8, kind: u8, byte: u8) {
    let at = body.len() * usize::from(place) / 256;
    let end = body.len().min(at + usize::from(byte));
    match kind % 5 {
        0 => body.insert(at, byte),
        1 if at < body.len() => body[at] = byte,
        2 => drop(body.drain(at..end)),
        3 if body.len() < 10_000 => {
            let copy = body[at..end].to_vec();
            body.splice(end..end, copy);
        }
        _ => body.truncate(at),
    }
}

/// Inputs to start from, each with a name: valid bodies of some payloads, and edits of most.
pub fn seeds() -> Vec<(String, Vec<u8>)> {
    let subjects = parity::subjects::ALL.iter().enumerate().step_by(6);
    let seed = subjects.map(|(number, subject)| {
        let edits = [[40, 0, b' '], [90, 1, b'0'], [200, 3, 12], [128, 2, 1]];
        let edits = edits.as_flattened()[..number % 5 * 3].to_vec();
        let input = [&subject::chosen_by(subject)[..], &[number as u8, 0], &edits].concat();
        (subject.name.replace("::", "-"), input)
    });
    seed.collect()
}
