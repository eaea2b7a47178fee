//! What fields must keep among them.

use crate::engine::{self, Members, Walker};
use crate::plan::ObjectPlan;

/// What some fields of an [`Object`](super::Object) must keep among them.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The index of the first field of the struct that it is written on: of a flattened struct it is
    /// not the object's first one.
    pub first: usize,
    /// How many fields that struct has.
    pub count: usize,
    /// Which of them it looks at, counted from that first one.
    pub own_fields: &'static [usize],
    /// Where its issue stands, counted in the same way; without it, at the object itself.
    pub own_at: Option<usize>,
    /// Who says what is wrong.
    pub kind: CheckKind,
    /// Whether the fields keep it, and if not, what the application says.
    pub test: fn(Members<'_>) -> Result<(), String>,
    /// Asks all checks of an object: the same in each of them, so that whoever has one has it.
    pub(crate) ask: Walker<ObjectPlan>,
}

impl Check {
    /// A check of the struct that it is written on.
    pub const fn new(
        fields: &'static [usize],
        at: Option<usize>,
        kind: CheckKind,
        count: usize,
        test: fn(Members<'_>) -> Result<(), String>,
    ) -> Check {
        Check { first: 0, count, own_fields: fields, own_at: at, kind, test, ask: engine::checks }
    }

    /// The indices of the fields whose values it looks at.
    pub fn fields(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        let first = self.first;
        self.own_fields.iter().map(move |field| first + field)
    }

    /// The index of the field where its issue stands.
    pub fn at(&self) -> Option<usize> {
        self.own_at.map(|at| self.first + at)
    }
}

/// Who says what is wrong about a [`Check`], and when it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// garde's `matches`: the first field equals the second. It is asked once both are of their
    /// types, like any rule.
    Matches,
    /// The object has at least one of its fields, whatever is wrong with it.
    NotEmpty,
    /// A function of the application. It is asked where nothing is wrong in its fields, whatever
    /// the others are.
    Custom,
}
