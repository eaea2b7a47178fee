//! Values that are not of their types: what is said of them.

use crate::engine::report::{Doubt, Finding};
use crate::engine::text::length_issue;
use crate::engine::walk::Walk;
use crate::formats::Format;
use crate::issue::{Literal, Origin, Reason};
use crate::json::Text;
use crate::plan::{EnumPlan, Limits, Shape};

/// A value that is not of its type, but may be for serde.
#[derive(Clone, Copy)]
pub(super) enum Suspect<'s> {
    /// A value of another JSON type, which starts with this byte.
    Type(&'s Shape, u8),
    /// A text that is not spelled as it must be.
    Spelling(&'static Format, Text),
}

impl Walk {
    /// Something else than the shape asks for.
    #[cold]
    pub(super) fn mismatch(&mut self, shape: &'static Shape, byte: u8) -> Result<(), Doubt> {
        let finding = self.narrowed(Suspect::Type(shape, byte));
        if let Shape::Enum(plan) = shape
            && !plan.schema.variants.is_empty()
        {
            self.no_variant(plan, finding)?;
            return self.skip();
        }
        self.mismatch_of(expected(shape), byte, finding)
    }

    /// What it is if a value is not of its type.
    #[cold]
    #[inline(never)]
    pub(super) fn narrowed(&self, suspect: Suspect<'_>) -> Finding {
        match self.narrows {
            Some(narrows) if narrows(self, suspect) => Finding::Narrowed,
            _ => Finding::Fault,
        }
    }

    /// Something else than is expected, which starts with this byte.
    #[cold]
    #[inline(never)]
    pub(super) fn mismatch_of(&mut self, expected: &'static str, byte: u8, finding: Finding) -> Result<(), Doubt> {
        let received = match byte {
            b'"' => "string",
            b'{' => "object",
            b'[' => "array",
            b't' | b'f' => "boolean",
            b'n' => "null",
            _ => "number",
        };
        self.report.found(self.report.mark(), finding, Reason::InvalidType { expected, received })?;
        self.skip()
    }

    /// A text that is none of the names.
    #[cold]
    #[inline(never)]
    pub(super) fn no_variant(&mut self, plan: &EnumPlan, finding: Finding) -> Result<(), Doubt> {
        // Without memory for the names, where they are not told.
        let variants = if self.report.lists() { plan.schema.variants } else { &[] };
        let values = variants.iter().map(|variant| Literal::Text(variant.name)).collect();
        self.report.found(self.report.mark(), finding, Reason::InvalidValue { values })
    }

    /// A list that is too short or too long for its rules, or for its type if that fixes the length.
    #[cold]
    #[inline(never)]
    pub(super) fn wrong_length(
        &mut self,
        limits: Limits,
        is_fixed: bool,
        length: u32,
        mark: usize,
    ) -> Result<(), Doubt> {
        let finding = if is_fixed { Finding::Fault } else { Finding::Issue };
        self.report.found(mark, finding, length_issue(Origin::Array, limits, length, None))
    }
}

/// What issues call a shape.
#[inline(never)]
pub(super) fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Boolean => "boolean",
        Shape::Integer(_) | Shape::BigInteger(_) => "int",
        Shape::Number(_) => "number",
        Shape::Text(_) => "string",
        // What a variant holds that holds nothing. To be of another type than any JSON, nothing can.
        Shape::Enum(_) | Shape::Any(_) => "null",
        Shape::Array(_) | Shape::Tuple(_) => "array",
        Shape::Object(_) | Shape::Map(_) | Shape::Union(_) => "object",
    }
}
