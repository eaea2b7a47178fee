//! The law: what the engine accepts, serde_json, then the declared normalisation, then garde accept
//! with an equal value; and what they accept or say against an input, the engine does too, but for
//! the narrowings that [`narrowings`] lists.

pub mod exact;
pub mod generate;
pub mod json;
pub mod law;
pub mod mutate;
pub mod narrowings;
pub mod package;
pub mod strings;
pub mod subjects;
pub mod times;
