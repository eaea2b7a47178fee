//! A rule of the application that goes wrong: what a package answers then, and afterwards.

use std::path::Path;

use super::installed;
use super::project::Project;

const SOURCE: &str = r##"
//! A payload whose rules go wrong where the text says so.

use portcullis::{contracts, garde, payload};

#[payload(check = across(how, beside))]
pub struct Trap {
    #[garde(custom(in_a_field))]
    #[payload(trim)]
    pub how: String,
    #[garde(length(max = 9), inner(custom(in_a_field)))]
    #[serde(default)]
    pub list: Vec<String>,
    #[garde(range(max = 9.5))]
    #[serde(default)]
    pub beside: f64,
}

fn in_a_field(how: &str, _: &()) -> garde::Result {
    match how {
        "refuse" => return Err(garde::Error::new("Must not be said")),
        "panic" => panic!("a secret: {how}"),
        "index" => drop([0; 5].map(|at: usize| how.as_bytes()[at + how.len()])),
        "recurse" => drop(deeper(how, 1)),
        "allocate" => drop(Vec::<u8>::with_capacity(u32::MAX as usize / 4 * 3)),
        _ => {}
    }
    Ok(())
}

#[allow(unconditional_recursion)]
fn deeper(how: &str, depth: usize) -> usize {
    let room = std::hint::black_box([depth; 100]);
    room[0] + deeper(how, depth + 1) + room[99]
}

fn across(how: &str, _: &f64) -> garde::Result {
    assert_ne!(how, "panic in the check", "another secret");
    Ok(())
}

contracts! { Trap }
"##;

#[test]
fn a_rule_that_traps_is_nobodys_refusal() {
    let project = Project::new("trap-contracts", SOURCE);
    project.write("traps.mjs", include_str!("traps.mjs"));
    project.write("package.json", r#"{"type": "module"}"#);
    let ask = || {
        project.run(Path::new("node"), &["--expose-gc", "traps.mjs"]);
        if let Some(deno) = installed("PORTCULLIS_DENO", "deno") {
            project.run(&deno, &["run", "--no-prompt", "--v8-flags=--expose-gc", "traps.mjs"]);
        }
    };
    project.builds();
    ask();
    // Started ahead of time, each instance begins with the memory that this has left.
    if let Some(wasm_opt) = installed("PORTCULLIS_WASM_OPT", "wasm-opt") {
        let output = project.command().arg("--wasm-opt").arg(wasm_opt).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        ask();
    }
}
