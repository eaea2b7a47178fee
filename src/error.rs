//! The one shape that every refusal has.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use crate::issue::{Issue, concat};
use crate::json::{self, spell};

pub use crate::code::{ApplicationCode, ApplicationCodes, Code, ErrorCode};

/// How a boundary says no: `{ "code": string, "message": string, "details": object | null }`.
///
/// All three keys are always there. Nothing internal and no input value ever reaches a message.
///
/// ```
/// use portcullis::error::{Code, ErrorShape};
///
/// let refusal = ErrorShape::new(Code::NotFound, "There is no such contact");
/// assert_eq!(
///     refusal.to_json(),
///     r#"{"code":"not_found","message":"There is no such contact","details":null}"#
/// );
/// assert_eq!(refusal.status(), 404);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ErrorShape {
    /// What went wrong, for programs: see [`Code`].
    pub code: Code,
    /// What went wrong, for people: plain English.
    pub message: Cow<'static, str>,
    /// More, where there is more to say.
    pub details: Option<Details>,
}

impl ErrorShape {
    /// A refusal without details. The code is a [`Code`], or one of the application's own: a value
    /// of an enum that derives [`ErrorCode`].
    pub fn new(code: impl Into<Code>, message: impl Into<Cow<'static, str>>) -> ErrorShape {
        ErrorShape { code: code.into(), message: message.into(), details: None }
    }

    /// The HTTP status that belongs to the code.
    pub fn status(&self) -> u16 {
        self.code.status()
    }

    /// The issues of a `validation_failed`; empty for every other code.
    pub fn issues(&self) -> &[Issue] {
        match &self.details {
            Some(Details::Issues { issues, .. }) => issues,
            _ => &[],
        }
    }

    /// The refusal as JSON, the same bytes natively and in WASM.
    pub fn to_json(&self) -> String {
        json::to_vec(self).and_then(|json| String::from_utf8(json).ok()).unwrap_or_default()
    }

    pub(crate) fn validation_failed(issues: Vec<Issue>, truncated: bool) -> ErrorShape {
        let count = spell::whole(issues.len() as i128);
        let opening = if truncated { "The input has more than " } else { "The input has " };
        let noun = if issues.len() == 1 { " issue" } else { " issues" };
        ErrorShape {
            code: Code::ValidationFailed,
            message: concat(&[opening, &count, noun]).into(),
            details: Some(Details::Issues { issues, truncated }),
        }
    }

    pub(crate) fn too_large(limit: usize) -> ErrorShape {
        ErrorShape {
            code: Code::PayloadTooLarge,
            message: concat(&["The body is larger than ", &spell::whole(limit as i128), " bytes"]).into(),
            details: Some(Details::Limit { limit }),
        }
    }

    pub(crate) fn internal() -> ErrorShape {
        ErrorShape::new(Code::Internal, "Something went wrong on our side")
    }
}

impl fmt::Display for ErrorShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.message)?;
        for issue in self.issues() {
            write!(f, "\n  {issue}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ErrorShape {}

/// What an [`ErrorShape`] carries beside code and message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Details {
    /// Of `validation_failed`: everything that is wrong with the input.
    Issues {
        /// By position in the input; missing fields come at the end of their object.
        issues: Vec<Issue>,
        /// Whether there were more issues than the list holds; absent from JSON if not.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        truncated: bool,
    },
    /// Of `invalid_json`: where the text stops being JSON.
    Syntax {
        /// The line, from 1; lines end with LF.
        line: usize,
        /// The column in that line, from 1, counted in Unicode scalar values.
        column: usize,
        /// What would have been right there.
        expected: &'static str,
    },
    /// Of `payload_too_large`: how many bytes are allowed.
    Limit {
        /// The limit in bytes.
        limit: usize,
    },
}
