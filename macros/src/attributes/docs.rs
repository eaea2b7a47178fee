//! Doc comments.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// The doc comment: its lines without their leading space.
///
/// `#[doc = include_str!(..)]` and its like are left out: what they say is not known yet when a
/// macro runs.
pub fn docs(attributes: &[Attribute]) -> String {
    let mut docs = Vec::new();
    for attribute in attributes {
        if attribute.path().is_ident("doc")
            && let Meta::NameValue(meta) = &attribute.meta
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &meta.value
        {
            docs.extend(text.value().lines().map(cut));
            if text.value().is_empty() {
                docs.push(String::new());
            }
        }
    }
    docs.join("\n")
}

fn cut(line: &str) -> String {
    line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()
}
