//! Patterns: regular expressions that become tables when the macro runs.
//!
//! `common` says which ones mean the same in Rust and in ECMAScript, where JSON Schema and HTML
//! want them; `table` compiles them.

mod common;
mod table;
#[cfg(test)]
mod tests;

use syn::LitStr;

pub use table::Table;

/// A pattern as it is written, and as it is run.
pub struct Pattern {
    pub source: LitStr,
    pub table: Table,
}

impl Pattern {
    /// Compiles a pattern; what is wrong with it is said at the literal.
    pub fn new(source: LitStr) -> syn::Result<Pattern> {
        let text = source.value();
        let table = common::check(&text).and_then(|()| Table::new(&text));
        match table {
            Ok(table) => Ok(Pattern { source, table }),
            Err(message) => Err(syn::Error::new(source.span(), message)),
        }
    }
}
