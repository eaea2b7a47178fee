//! The built package, asked on Node.js.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::json;

/// What the package says of a body.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// The JSON of the value, where the body was accepted.
    pub data: Option<String>,
    /// The JSON of the refusal.
    pub error: Option<String>,
    /// What differs between the ways to ask: bytes, text, and verdict alone.
    pub disagreement: Option<serde_json::Value>,
}

/// Builds the package of a crate of this repository, as it is shipped where wasm-opt is there to do so, and
/// gives its folder.
pub fn build(folder: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = root.join("target/parity").join(folder.replace('/', "-"));
    let wasm_opt = root.join("xtask/node_modules/.bin/wasm-opt");
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package=portcullis-cli", "--", "build", folder, "--quiet", "--out"])
        .arg(&out)
        .args(wasm_opt.is_file().then(|| format!("--wasm-opt={}", wasm_opt.display())))
        .current_dir(&root)
        .status()
        .expect("cargo can be started");
    assert!(status.success(), "the package of {folder} is built");
    out
}

/// What the package is asked about.
#[derive(Clone, Copy, Debug)]
pub enum Asked {
    /// JSON.
    Body,
    /// Urlencoded forms.
    Form,
}

/// Asks the package of each body or form under the payload of that name.
pub fn ask(package: &Path, asked: Asked, questions: &[(&str, Vec<u8>)]) -> Vec<Answer> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtimes/answers.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .env("PORTCULLIS_PKG", package)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js can be started");
    let mut stdin = node.stdin.take().expect("stdin is piped");
    let stdout = node.stdout.take().expect("stdout is piped");
    let answers = thread::scope(|scope| {
        scope.spawn(move || {
            for (payload, body) in questions {
                let key = match asked {
                    Asked::Body => "body",
                    Asked::Form => "form",
                };
                let question = json!({ "payload": payload, key: BASE64_STANDARD.encode(body) });
                writeln!(stdin, "{question}").expect("Node.js reads on");
            }
        });
        BufReader::new(stdout)
            .lines()
            .map(|line| serde_json::from_str(&line.expect("Node.js writes text")).expect("an answer is JSON"))
            .collect()
    });
    assert!(node.wait().expect("Node.js ends").success());
    answers
}

/// Whether TypeScript finds nothing wrong with the package of a crate, its generated modules included, nor with the
/// crate's `types.ts`, which imports the package by the folder's name; if it does, what it says. In CI the compiler
/// must be there; elsewhere nothing is found without it.
pub fn type_errors(folder: &str, package: &Path) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tsc = root.join("xtask/node_modules/.bin/tsc");
    if !tsc.is_file() {
        assert!(std::env::var_os("CI").is_none(), "tsc is not installed");
        eprintln!("skipped: tsc is not installed");
        return None;
    }
    let project = package.with_extension("tsconfig.json");
    let include = ["*.d.ts", "payloads/*.d.ts", "types", "readers.js", "writers.js", "form-fields.js"]
        .map(|files| package.join(files));
    let uses = root.join(folder).join("types.ts");
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let errors = format!("{name}/errors");
    let mut settings = json!({
        "compilerOptions": {
            "strict": true,
            "exactOptionalPropertyTypes": true,
            "noUnusedLocals": true,
            "allowJs": true,
            "checkJs": true,
            "noEmit": true,
            "allowImportingTsExtensions": true,
            "target": "es2023",
            "lib": ["es2023", "dom", "dom.iterable"],
            "module": "nodenext",
            "types": [],
            "paths": { name: [package.join("index.d.ts")], errors: [package.join("runtime/errors/index.d.ts")] },
        },
        "include": include,
    });
    if uses.is_file() {
        settings["files"] = json!([uses]);
    }
    std::fs::write(&project, settings.to_string()).expect("the folder can be written to");
    let output = Command::new(tsc).arg("--project").arg(&project).output().expect("tsc can be started");
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
