//! The law: what the engine accepts, serde_json, then the declared normalisation, then garde accept
//! with an equal value; and what they accept or say against an input, the engine does too, but for
//! the narrowings that [`narrowings`] lists.
//!
//! [`exact`] has the other half: inputs made from the schema alone, of which it is known which issues
//! must come of them, in which order.

pub mod ajv;
pub mod aliases;
pub mod cells;
pub mod doubles;
pub mod exact;
pub mod generate;
pub mod json;
pub mod law;
pub mod mutate;
pub mod narrowings;
pub mod package;
pub mod rfc8259;
pub mod strings;
pub mod subjects;
pub mod times;
pub mod unsaid;
pub mod wire;
