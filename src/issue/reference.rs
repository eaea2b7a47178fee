//! The list of codes in docs/reference.md is that of [`super::LIST`].

use std::fs;

use super::LIST;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reference.md");
const START: &str = "<!-- codes: printed by `UPDATE_REFERENCE=1 cargo test --lib` -->\n";
const END: &str = "<!-- end of codes -->";

/// Lines of a doc comment, as one.
fn text(docs: &[&str]) -> String {
    docs.concat().trim().to_owned()
}

fn table() -> String {
    let mut table = "\n| code | what it says | `params` |\n|---|---|---|\n".to_owned();
    for (code, docs, params) in LIST {
        // The text of an application's rule is the message, and no param.
        let params = params.iter().filter(|(name, _)| *name != "message");
        let params: Vec<String> = params.map(|(name, docs)| format!("`{name}`: {}", text(docs))).collect();
        table += &format!("| `{code}` | {} | {} |\n", text(docs), params.join(" "));
    }
    table + "\n"
}

#[test]
fn the_reference_lists_all_codes() {
    let document = fs::read_to_string(DOCUMENT).unwrap();
    let (before, rest) = document.split_once(START).unwrap();
    let (_, behind) = rest.split_once(END).unwrap();
    let printed = format!("{before}{START}{}{END}{behind}", table());
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        fs::write(DOCUMENT, printed).unwrap();
    } else {
        assert!(document == printed, "the list of codes is not the one in src/issue.rs: say UPDATE_REFERENCE=1");
    }
    for (code, ..) in LIST {
        assert!(behind.contains(&format!(", \"{code}\")")), "no example has the code `{code}`");
    }
}
