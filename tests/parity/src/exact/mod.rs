//! Inputs made from a schema alone, of which it is known exactly what must be said: valid ones, and
//! ones that are broken in known ways.

pub mod breaks;
pub mod expect;
pub mod lengths;
pub mod members;
pub mod place;
pub mod rules;
pub mod valid;
pub mod wrong;

use fastrand::Rng;
use oracle::Verdict;
use portcullis::issue::Issue;

use crate::aliases;
use crate::json::{Json, Style};
use crate::law;
use crate::subjects::Subject;
use crate::wire;
use breaks::{Break, Broken};
use expect::Functions;
use place::Place;

/// An input, and what must be said of it.
#[derive(Debug)]
pub struct Case {
    /// The JSON.
    pub input: Vec<u8>,
    /// How it was broken.
    pub breaks: Vec<Break>,
    /// All issues, in their order; none where it is valid.
    pub issues: Vec<Issue>,
}

/// The case with this number; every fourth one is valid.
pub fn case(subject: &Subject, case: u64) -> Case {
    let mut rng = Rng::with_seed(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ subject.name.len() as u64);
    let rng = &mut rng;
    let mut json = valid::payload(subject, rng);
    // The same without what is not of its type.
    let mut sound = json.clone();
    let valid = json.clone();
    let mut broken: Vec<Broken> = Vec::new();
    let count = if case.is_multiple_of(4) { 0 } else { *rng.choice(&[1, 1, 1, 2, 3, 8]).unwrap() };
    for _ in 0..count {
        let what = *rng.choice(Break::ALL).unwrap();
        // The oracle cannot be asked about an item that its type has no room for, nor about an entry that is
        // there twice or under a key of another type: it is a copy of one that functions have nothing against yet.
        if matches!(what, Break::WrongCount | Break::DuplicateKey | Break::WrongKey) && !broken.is_empty() {
            continue;
        }
        let Some(next) = breaks::draw(what, (subject.schema)(), &json, rng) else { continue };
        next.apply(&mut json);
        if !next.is_fault {
            next.apply(&mut sound);
        }
        broken.push(next);
    }
    // In an untagged enum what is broken for one variant may be another.
    let said = functions(subject, if is_of_its_type(subject, &json, rng) { &json } else { &sound }, rng);
    let (mut issues, is_sure) = match said {
        Some(said) => expect::told(&Place::root((subject.schema)()), &json, &said),
        None => (Vec::new(), false),
    };
    if !is_sure {
        broken.clear();
        (json, issues) = (valid, Vec::new());
    }
    if let [only] = &broken[..] {
        only.assert_told(&issues, &json);
    }
    aliases::spell((subject.schema)(), &mut json, rng);
    let style = Style { space: rng.u8(..4) == 0, escapes: rng.u8(..4) == 0 };
    let input = json.write(style, rng).into_bytes();
    Case { input, breaks: broken.iter().map(|broken| broken.what).collect(), issues }
}

/// Whether serde makes the payload's type of an input.
fn is_of_its_type(subject: &Subject, json: &Json, rng: &mut Rng) -> bool {
    !matches!((subject.oracle)(plain(json, rng).as_bytes()), Verdict::Malformed(_))
}

/// The JSON in its usual spelling.
fn plain(json: &Json, rng: &mut Rng) -> String {
    json.write(Style { space: false, escapes: false }, rng)
}

/// What the functions of the application say of an input in which all is of its type; nothing, where serde cannot
/// convert it.
fn functions(subject: &Subject, json: &Json, rng: &mut Rng) -> Option<Functions> {
    let text = plain(json, rng);
    let (verdict, checks) = oracle::said::hear(|| (subject.oracle)(text.as_bytes()));
    let report = match verdict {
        Verdict::Accepted(_) => Vec::new(),
        Verdict::Invalid(report) => report,
        Verdict::Malformed(error) if law::is_conversion(&error) => return None,
        Verdict::Malformed(error) => panic!("{}: {text} is of the right types, but {error}", subject.name),
    };
    let value = (subject.normalised)(text.as_bytes()).unwrap_or_default();
    let path = |path: &str| wire::of_garde((subject.schema)(), &value, path);
    let mut rules = report;
    rules.retain(|(_, message)| law::is_custom(message) && checks.iter().all(|said| said.message != *message));
    Some(Functions {
        rules: rules.into_iter().map(|(at, message)| (path(&at), message)).collect(),
        checks: checks.into_iter().map(|said| (path(&said.object), said.check, said.message)).collect(),
    })
}
