//! Spellings that JavaScript and TypeScript share: strings, property keys, comments.

/// The words that cannot name a binding in a module, or a type in TypeScript.
const RESERVED: &[&str] = &[
    "any",
    "arguments",
    "await",
    "bigint",
    "boolean",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "never",
    "new",
    "null",
    "number",
    "object",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "string",
    "super",
    "switch",
    "symbol",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "unknown",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// Whether a type cannot have this name in JavaScript and TypeScript.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// The text as a string literal.
pub(super) fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The text as a string literal in single quotes: shorter for what has many double ones, such as JSON.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = String::from("'");
    for char in text.chars() {
        match char {
            '\'' | '\\' => literal.extend(['\\', char]),
            '\n' => literal += "\\n",
            '\r' => literal += "\\r",
            _ => literal.push(char),
        }
    }
    literal + "'"
}

/// The text as a key of an object literal.
pub(super) fn key(name: &str) -> String {
    let is_start = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$');
    if name == "__proto__" {
        // Written plainly it would set the prototype, even in quotes.
        format!("[{}]", string(name))
    } else if name.starts_with(is_start) && name.chars().all(|c| is_start(c) || c.is_ascii_digit()) {
        name.to_owned()
    } else {
        string(name)
    }
}

/// The property of an object in a variable.
pub(super) fn member(object: &str, name: &str) -> String {
    let key = key(name);
    match key.chars().next() {
        Some('"') => format!("{object}[{key}]"),
        Some('[') => format!("{object}{key}"),
        _ => format!("{object}.{key}"),
    }
}

/// A doc comment, or nothing where there are no docs.
pub(super) fn comment(docs: &str) -> String {
    if docs.is_empty() {
        return String::new();
    }
    let mut comment = String::from("/**\n");
    for line in docs.lines() {
        comment += format!(" * {}", line.replace("*/", "*\\/")).trim_end();
        comment += "\n";
    }
    comment + " */\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_quoted_only_where_they_must_be() {
        assert_eq!(key("first_name"), "first_name");
        assert_eq!(key("$ref2"), "$ref2");
        assert_eq!(key("class"), "class");
        assert_eq!(key("2nd"), r#""2nd""#);
        assert_eq!(key("content-type"), r#""content-type""#);
        assert_eq!(key("größe"), r#""größe""#);
        assert_eq!(key("say \"hi\""), r#""say \"hi\"""#);
        assert_eq!(key(""), r#""""#);
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(quoted(r#"{"it's": "\n"}"#), r#"'{"it\'s": "\\n"}'"#);
        assert_eq!(quoted("a\r\nb"), r"'a\r\nb'");
    }

    #[test]
    fn proto_becomes_an_own_property() {
        assert_eq!(key("__proto__"), r#"["__proto__"]"#);
    }

    #[test]
    fn a_comment_cannot_be_ended_by_its_text() {
        assert_eq!(
            comment("A glob such as **/*.rs.\n\nSecond paragraph."),
            "/**\n * A glob such as **\\/*.rs.\n *\n * Second paragraph.\n */\n"
        );
        assert_eq!(comment(""), "");
    }
}
