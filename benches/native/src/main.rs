//! portcullis in native Rust beside serde_json alone, serde_json with garde, and jsonschema.
//!
//! Takes the file of bodies and schemas that `export.mjs` writes, and prints JSON.

use std::env::args;
use std::fs;

use anyhow::{Context, Result, bail};
use bench_payloads::contact::Contact;
use bench_payloads::invoice::Invoice;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::contenders::contenders;
use crate::rounds::{Effort, Measured};

mod contenders;
mod rounds;

/// What `export.mjs` writes.
#[derive(Deserialize)]
struct Input {
    schemas: Schemas,
    bodies: Vec<Body>,
}

#[derive(Deserialize)]
struct Schemas {
    contact: Value,
    invoice: Value,
}

#[derive(Deserialize)]
struct Body {
    name: String,
    payload: String,
    script: String,
    json: String,
}

#[derive(Serialize)]
struct Row {
    name: String,
    script: String,
    bytes: usize,
    #[serde(flatten)]
    measured: Measured,
}

fn main() -> Result<()> {
    let file = args().nth(1).context("the file of bodies and schemas is missing")?;
    let effort = if args().any(|argument| argument == "--quick") { Effort::LITTLE } else { Effort::FULL };
    let input: Input = serde_json::from_slice(&fs::read(file)?)?;
    let rows: Vec<Row> =
        input.bodies.into_iter().map(|body| row(body, &input.schemas, effort)).collect::<Result<_>>()?;
    println!("{}", serde_json::to_string(&rows)?);
    Ok(())
}

fn row(body: Body, schemas: &Schemas, effort: Effort) -> Result<Row> {
    let bytes = body.json.as_bytes();
    let contenders = match body.payload.as_str() {
        "contact" => contenders::<Contact>(bytes, &schemas.contact),
        "invoice" => contenders::<Invoice>(bytes, &schemas.invoice),
        other => bail!("there is no payload {other}"),
    }
    .with_context(|| body.name.clone())?;
    let measured = rounds::measure(&contenders, effort);
    Ok(Row { bytes: bytes.len(), measured, name: body.name, script: body.script })
}
