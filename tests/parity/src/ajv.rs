//! AJV on Node.js, asked about bodies under the JSON Schemas of payloads.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use portcullis::print::Dialect;
use serde::Deserialize;
use serde_json::{Value, json};

/// The dialects by the names that the script has for them.
pub const DIALECTS: [(&str, Dialect); 4] = [
    ("2020-12", Dialect::Draft202012),
    ("07", Dialect::Draft07),
    ("openapi 3.1", Dialect::OpenApi31),
    ("openapi 3.0", Dialect::OpenApi30),
];

/// The schemas of a payload, by dialect.
pub type Schemas = BTreeMap<&'static str, Value>;

/// A body, and the JSON of what the payload has made of it, if it was accepted.
pub struct Question {
    /// What was sent.
    pub body: Vec<u8>,
    /// What came of it.
    pub data: Option<String>,
}

/// The dialects that refuse, with what AJV says.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// The body.
    pub input: BTreeMap<String, String>,
    /// What came of it.
    pub output: BTreeMap<String, String>,
}

/// A process that has the schemas of all payloads.
pub struct Ajv {
    node: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Ajv {
    /// Starts it. `None` where its packages are not installed, which in CI they must be.
    pub fn start() -> Option<Ajv> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../json-schema");
        if !folder.join("node_modules").is_dir() {
            assert!(std::env::var_os("CI").is_none(), "AJV is not installed");
            eprintln!("skipped: AJV is not installed; say `npm ci` in tests/json-schema");
            return None;
        }
        let mut node = Command::new("node")
            .arg(folder.join("judge.mjs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node.js can be started");
        let stdin = node.stdin.take().expect("stdin is piped");
        let stdout = BufReader::new(node.stdout.take().expect("stdout is piped"));
        Some(Ajv { node, stdin, stdout })
    }

    /// Hands over all schemas; says what is wrong with them.
    pub fn compile(
        &mut self,
        schemas: &BTreeMap<&str, [Schemas; 2]>,
        openapi: &BTreeMap<String, Value>,
    ) -> Vec<String> {
        let both = |[input, output]: &[Schemas; 2]| json!({ "input": input, "output": output });
        let schemas: BTreeMap<&str, Value> = schemas.iter().map(|(name, schemas)| (*name, both(schemas))).collect();
        writeln!(self.stdin, "{}", json!({ "schemas": schemas, "openapi": openapi })).expect("Node.js reads on");
        serde_json::from_str(&self.line()).expect("the faults are a list")
    }

    /// Asks about bodies of a payload. There is no answer to what is no JSON.
    pub fn ask(&mut self, payload: &str, questions: &[Question]) -> Vec<Option<Answer>> {
        let Ajv { stdin, stdout, .. } = self;
        thread::scope(|scope| {
            scope.spawn(move || {
                for Question { body, data } in questions {
                    let question = json!({ "payload": payload, "body": BASE64_STANDARD.encode(body), "data": data });
                    writeln!(stdin, "{question}").expect("Node.js reads on");
                }
                writeln!(stdin).expect("Node.js reads on");
            });
            let lines = stdout.lines().take(questions.len());
            lines
                .map(|line| serde_json::from_str(&line.expect("Node.js writes text")).expect("an answer is JSON"))
                .collect()
        })
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).expect("Node.js writes text");
        line
    }
}

impl Drop for Ajv {
    fn drop(&mut self) {
        let _ = self.node.kill();
        let _ = self.node.wait();
    }
}
