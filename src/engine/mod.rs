//! The engine: it walks bytes under a plan, and answers with a tape or with a refusal.

mod any;
mod cells;
mod checks;
mod entries;
mod items;
mod map;
mod mismatch;
mod number;
mod object;
mod report;
mod rules;
mod tape;
mod text;
mod tuple;
mod union;
mod untagged;
mod value;
mod variant;
mod walk;
mod workspace;
mod written;

use serde::de::DeserializeOwned;

#[cfg(not(target_arch = "wasm32"))]
use crate::Payload;
use crate::error::{Code, Details, ErrorShape};
use crate::issue::concat;
use crate::json::{self, SyntaxError, spell};
use crate::plan::Plan;
use crate::sources::Source;

pub(crate) use any::any;
pub use checks::Members;
pub(crate) use checks::checks;
pub(crate) use map::map;
pub(crate) use number::{big_integer, number};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use report::MAX_ISSUES;
pub(crate) use rules::{Asker, multiple_of, one_of, unique};
pub(crate) use tape::{Place, State};
pub(crate) use tuple::tuple;
pub(crate) use union::{adjacent, external, internal};
pub(crate) use untagged::untagged;
pub use value::Value;
#[cfg(target_arch = "wasm32")]
pub(crate) use workspace::Accepted;
pub(crate) use workspace::Workspace;

/// The walk over a shape that few payloads have, from where it starts, under a plan of its own and
/// into a slot. Schemas carry it and plans take it from there, so that it is linked only where a
/// payload has the shape.
pub(crate) type Walker<P> = fn(&mut walk::Walk, &'static P, usize) -> Result<(), report::Doubt>;

/// How many bytes a body may have here: offsets are 32 bits wide, with room for what is appended.
pub(crate) const MAX_LENGTH: usize = 1 << 30;

/// Turns bytes into a checked, typed value.
pub(crate) fn from_json<T: DeserializeOwned>(
    plan: &'static Plan,
    source: Source,
    body: &[u8],
) -> Result<T, ErrorShape> {
    Workspace::lend(|workspace| {
        let accepted = workspace.judge(plan, source, body)?;
        // What the walk accepts, the type's own `Deserialize` takes: this cannot fail.
        workspace.root(plan, accepted).deserialize().map_err(|_| ErrorShape::internal())
    })
}

/// Judges bytes.
pub(crate) fn check_json(plan: &'static Plan, body: &[u8]) -> Result<(), ErrorShape> {
    Workspace::lend(|workspace| workspace.judge(plan, Source::Json, body).map(drop))
}

/// What is wrong with a typed value, given as the JSON that it is written as: nothing in it is
/// normalised.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn explain<T: Payload>(json: &[u8]) -> Option<ErrorShape> {
    Workspace::lend(|workspace| workspace.explain(crate::plan::as_is::<T>(), json))
}

/// The refusal of what is no JSON.
fn invalid_json(body: &[u8], error: SyntaxError) -> ErrorShape {
    let SyntaxError { line, column, expected } = error;
    let message = if body.iter().all(u8::is_ascii_whitespace) {
        "The body is empty".into()
    } else {
        let [line, column] = [line, column].map(|number| spell::whole(number as i128));
        concat(&["The body is not valid JSON: expected ", expected, " at line ", &line, ", column ", &column]).into()
    };
    ErrorShape { code: Code::InvalidJson, message, details: Some(Details::Syntax { line, column, expected }) }
}

/// Whether the bytes are JSON at all; if not, the refusal.
fn syntax(body: &[u8]) -> Result<(), ErrorShape> {
    json::check(body).map_err(|error| invalid_json(body, error))
}
