//! The built package says what the native engine says, byte for byte.

use std::collections::HashMap;
use std::path::Path;

use fastrand::Rng;
use parity::json::Json;
use parity::package::Asked;
use parity::subjects::{self, Subject};
use parity::{cells, exact, law, package, rfc8259};
use portcullis::Contracts;
use portcullis::schema::Schema;
use serde_json::Value;

/// How many inputs of each payload are asked of the package, of either kind.
const CASES: u64 = 1_500;
const FORMS: u64 = 500;

/// The payloads of the package that comes from this module.
fn subjects_of(module: &str) -> impl Iterator<Item = (&'static str, &'static Subject)> {
    subjects::ALL.iter().filter_map(move |subject| Some((subject.name.strip_prefix(module)?, subject)))
}

fn hold(folder: &str, module: &str, contracts: &Contracts) {
    let package = package::build(folder);
    assert_eq!(package::type_errors(folder, &package), None);
    let index = std::fs::read_to_string(package.join("index.js")).expect("the package has an index");
    assert!(index.contains(&format!("identity: \"{}\"", contracts.identity())), "{folder} is another contract");
    let mut questions = Vec::new();
    for (name, subject) in subjects_of(module) {
        let identity = format!("\"{name}\", \"{}\"", (subject.identity)());
        assert!(index.contains(&identity), "{name} is another payload");
        questions.extend((0..CASES).map(|case| (name, law::input(subject, case))));
        // What these get natively is held against the schema elsewhere.
        questions.extend((0..CASES).map(|case| (name, exact::case(subject, case).input)));
    }
    // Numbers, strings and structures of every kind, and what is none.
    questions
        .extend(rfc8259::questions().into_iter().filter_map(|(name, body)| Some((name.strip_prefix(module)?, body))));
    let answers = package::ask(&package, Asked::Body, &questions);
    assert_eq!(answers.len(), questions.len());
    let subjects: HashMap<&str, &Subject> = subjects_of(module).collect();
    let mut accepted = 0;
    for ((name, input), answer) in questions.iter().zip(answers) {
        let subject = subjects[name];
        let context = format!("{}: {}", subject.name, String::from_utf8_lossy(input));
        assert_eq!(answer.disagreement, None, "{context}");
        match ((subject.engine)(input), answer.data) {
            (Ok(native), Some(data)) => {
                hold_value(subject, &native, &data, &context);
                // What JavaScript passes on as JSON is the same value again.
                let again = (subject.engine)(data.as_bytes()).expect("the value is accepted again");
                assert!(law::equal(&native, &again), "{context}\nonce {native}\nagain {again}");
                accepted += 1;
            }
            (Err(native), None) => assert_eq!(answer.error, Some(native.to_json()), "{context}"),
            (native, data) => panic!("{context}\nnative {native:?}\npackage {data:?}"),
        }
    }
    assert!(accepted > questions.len() / 10, "only {accepted} of {} inputs were accepted", questions.len());
    hold_forms(&package, module);
}

/// What forms send is judged alike, too, whatever names they give it.
fn hold_forms(package: &Path, module: &str) {
    let mut rng = Rng::with_seed(0);
    let mut questions = Vec::new();
    for (name, subject) in subjects_of(module) {
        for case in 0..FORMS {
            let Ok(value) = serde_json::from_slice::<Value>(&exact::case(subject, case).input) else { continue };
            let Some((_, mut said)) = cells::of(&Json::from(value), &mut rng) else { continue };
            if rng.bool() {
                rng.shuffle(&mut said);
                cells::disturb(&mut said, &mut rng);
            }
            questions.push((name, cells::form(&said).into_bytes()));
        }
    }
    let subjects: HashMap<&str, &Subject> = subjects_of(module).collect();
    for ((name, form), answer) in questions.iter().zip(package::ask(package, Asked::Form, &questions)) {
        let context = format!("{name}: {}", String::from_utf8_lossy(form));
        assert_eq!(answer.disagreement, None, "{context}");
        match ((subjects[name].form)(form), answer.data) {
            (Ok(native), Some(data)) => hold_value(subjects[name], &native, &data, &context),
            (Err(native), None) => assert_eq!(answer.error, Some(native.to_json()), "{context}"),
            (native, data) => panic!("{context}\nnative {native:?}\npackage {data:?}"),
        }
    }
}

/// The value of a package is the native one.
fn hold_value(subject: &Subject, native: &Value, data: &str, context: &str) {
    let value: Value = serde_json::from_str(data).expect("data is JSON");
    let [ours, theirs] = [native, &value].map(|value| unchanged(value, (subject.schema)()));
    assert!(law::equal(&ours, &theirs), "{context}\nnative {native}\npackage {value}");
}

/// An object without the fields that Rust writes in another way than they came.
fn unchanged(value: &Value, schema: &Schema) -> Value {
    let mut value = value.clone();
    if let (Value::Object(value), Schema::Object(object)) = (&mut value, schema) {
        for field in object.fields.iter().filter(|field| is_rewritten((field.schema)())) {
            value.remove(field.name);
        }
    }
    value
}

/// JavaScript keeps the double of a number that Rust holds as a single, and the text of a time.
fn is_rewritten(schema: &Schema) -> bool {
    match schema {
        Schema::Single(_) => true,
        Schema::Formatted(format) => ["time", "datetime"].contains(&format.name),
        Schema::Option(inner) | Schema::Array(inner) => is_rewritten(inner()),
        Schema::Tuple(tuple) => tuple.items.iter().any(|item| is_rewritten(item())),
        _ => false,
    }
}

#[test]
fn crm() {
    hold("contracts", "crm::", &portcullis_contracts::CONTRACTS);
}

#[test]
fn zoo() {
    hold("tests/zoo", "zoo::", &zoo::CONTRACTS);
}
