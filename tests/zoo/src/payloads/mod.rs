//! Payloads that no application has: every shape, rule and normalisation, in all the ways that
//! they can be combined.

#![allow(missing_docs, reason = "the names say it all")]

mod across;
mod any;
mod converted;
mod flattened;
mod formats;
mod generic;
mod keys;
mod maps;
mod newtypes;
mod objects;
mod patches;
mod recursive;
mod rules;
mod scalars;
mod tuples;
mod unions;

pub use across::*;
pub use any::*;
pub use converted::*;
pub use flattened::*;
pub use formats::*;
pub use generic::*;
pub use keys::*;
pub use maps::*;
pub use newtypes::*;
pub use objects::*;
pub use patches::*;
pub use recursive::*;
pub use rules::*;
pub use scalars::*;
pub use tuples::*;
pub use unions::*;
