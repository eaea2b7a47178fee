//! The JSON Schemas never refuse what the engine takes, and where they take what it refuses, they say so: held
//! against AJV on generated inputs, as many per payload as `PARITY_CASES` says, or 300 of either kind.

use std::collections::BTreeMap;

use parity::ajv::{Ajv, Answer, DIALECTS, Question, Schemas};
use parity::subjects::{self, Subject};
use parity::unsaid::{self, Place};
use parity::{doubles, exact, law};
use portcullis::error::{Code, Details};
use portcullis::print::{Dialect, Side};
use portcullis::{Contracts, ErrorShape};
use serde_json::{Value, json};

const CASES: u64 = 300;

/// How many are asked at once.
const BATCH: u64 = 10_000;

fn cases() -> u64 {
    std::env::var("PARITY_CASES").map_or(CASES, |cases| cases.parse().expect("PARITY_CASES is a number"))
}

/// The schemas of a payload: of what it takes, and of what it gives.
fn schemas(subject: &Subject) -> [Schemas; 2] {
    [Side::Input, Side::Output].map(|side| {
        let schemas = DIALECTS.iter().map(|(name, dialect)| {
            let text = (subject.json_schema)(*dialect, side);
            (*name, serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}")))
        });
        schemas.collect()
    })
}

/// Documents of OpenAPI with the schemas of all payloads.
fn documents() -> BTreeMap<String, Value> {
    let mut documents = BTreeMap::new();
    for (name, contracts) in [("crm", &portcullis_contracts::CONTRACTS), ("zoo", &zoo::CONTRACTS)] {
        for (version, dialect) in [("3.0.3", Dialect::OpenApi30), ("3.1.0", Dialect::OpenApi31)] {
            for side in [Side::Input, Side::Output] {
                let mut document = document(contracts, dialect, side);
                document["openapi"] = json!(version);
                documents.insert(format!("{version} {name} {side:?}"), document);
            }
        }
    }
    documents
}

fn document(contracts: &Contracts, dialect: Dialect, side: Side) -> Value {
    let text = contracts.json_schemas(dialect, side).expect("the types have names of their own");
    let mut document: Value = serde_json::from_str(&text).expect("the document is JSON");
    document["info"] = json!({ "title": "All payloads", "version": "1" });
    document["paths"] = json!({});
    document
}

#[test]
fn what_a_schema_refuses_the_engine_refuses_and_where_it_says_less_it_says_so() {
    let Some(mut ajv) = Ajv::start() else { return };
    let all: BTreeMap<&str, [Schemas; 2]> =
        subjects::ALL.iter().map(|subject| (subject.name, schemas(subject))).collect();
    assert_eq!(ajv.compile(&all, &documents()), [] as [&str; 0]);
    let mut explanations: BTreeMap<&str, u64> = BTreeMap::new();
    let mut faults = Vec::new();
    for subject in subjects::ALL {
        let mut outcomes: BTreeMap<&str, u64> = BTreeMap::new();
        for first in (0..cases()).step_by(BATCH as usize) {
            let numbers = first..cases().min(first + BATCH);
            let inputs = numbers.flat_map(|case| [law::input(subject, case), exact::case(subject, case).input]);
            let answers: Vec<_> = inputs.map(|input| ((subject.engine)(&input), input)).collect();
            let questions: Vec<Question> = answers
                .iter()
                .map(|(engine, body)| Question { body: body.clone(), data: engine.as_ref().ok().map(Value::to_string) })
                .collect();
            for ((engine, body), answer) in answers.iter().zip(ajv.ask(subject.name, &questions)) {
                match hold(&all[subject.name][0], engine, body, answer) {
                    Ok(explanation) => {
                        *outcomes.entry(if engine.is_ok() { "accepted" } else { "refused" }).or_default() += 1;
                        if let Some(what) = explanation {
                            *explanations.entry(what).or_default() += 1;
                        }
                    }
                    // Those of one payload are most often of one kind.
                    Err(_) if faults.iter().any(|(name, _)| *name == subject.name) => {}
                    Err(fault) => faults.push((subject.name, format!("{fault}\n{}", String::from_utf8_lossy(body)))),
                }
            }
        }
        println!("{}: {outcomes:?}", subject.name);
    }
    println!("{explanations:#?}");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Holds a body against the law; says what explains that AJV accepts what the engine refuses, if it does.
fn hold(
    schemas: &Schemas,
    engine: &Result<Value, ErrorShape>,
    body: &[u8],
    answer: Option<Answer>,
) -> Result<Option<&'static str>, String> {
    let refusal = match (engine, &answer) {
        (Ok(_), None) => return Err("accepted, and no JSON".to_owned()),
        (Ok(_), Some(Answer { input, output })) if input.is_empty() && output.is_empty() => return Ok(None),
        (Ok(value), Some(answer)) => return Err(format!("accepted as {value}, but refused: {answer:#?}")),
        (Err(refusal), _) if is_beyond_schemas(refusal) => return Ok(None),
        (Err(refusal), _) => refusal,
    };
    // What is no JSON is refused by all.
    let refuses = |dialect| answer.as_ref().is_none_or(|answer| answer.input.contains_key(dialect));
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let (value, has_doubles) = (serde_json::from_slice(body).ok(), doubles::has_doubles(body));
    let mut explanation = None;
    for (dialect, schema) in schemas.iter().filter(|(dialect, _)| !refuses(**dialect)) {
        for issue in refusal.issues() {
            let place = Place::new(schema, value.as_ref(), has_doubles, issue);
            explanation = unsaid::explained(&place);
            if explanation.is_none() {
                return Err(format!("{dialect} accepts what is refused: {issue:?}"));
            }
        }
    }
    Ok(explanation)
}

/// Whether what is wrong is not in the value that `JSON.parse` makes: nesting, and halves of characters.
fn is_beyond_schemas(refusal: &ErrorShape) -> bool {
    let expected = match &refusal.details {
        Some(Details::Syntax { expected, .. }) => *expected,
        _ => return false,
    };
    refusal.code == Code::InvalidJson && (expected.contains("nesting") || expected.contains("surrogate"))
}
