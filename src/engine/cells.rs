//! Text cells: what forms, query strings and sheets send, as JSON whose values are all text.
//!
//! Here a text is read as what its place asks for, and whatever is no text is walked as ever. What
//! comes of it is held against the same rules.

use crate::engine::mismatch::expected;
use crate::engine::report::Doubt;
use crate::engine::walk::Walk;
use crate::issue::Reason;
use crate::plan::{Layout, Node, Shape};

/// What a walk reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// JSON.
    Json,
    /// JSON whose values are text cells.
    Cells,
}

/// What a checked and an unchecked box send, and how else people spell it.
const ON: [&[u8]; 3] = [b"on", b"true", b"1"];
const OFF: [&[u8]; 3] = [b"off", b"false", b"0"];

impl Walk {
    /// A text where something else is asked for.
    #[cold]
    #[inline(never)]
    pub(super) fn cell(&mut self, node: &'static Node, slot: usize) -> Result<(), Doubt> {
        match &node.shape {
            // One cell is a list of one.
            Shape::Array(plan) if plan.layout != Layout::Blocks => return self.array(plan, slot, true),
            Shape::Boolean | Shape::Integer(_) | Shape::BigInteger(_) | Shape::Number(_) => {}
            shape => return self.mismatch(shape, b'"'),
        }
        let text = self.name()?;
        let (start, end) = (text.start, text.end());
        let spelled = self.input.span(start, end);
        if let Shape::Boolean = node.shape {
            let is_on = ON.contains(&spelled);
            if is_on || OFF.contains(&spelled) {
                self.tape.set(slot, u64::from(is_on));
                return Ok(());
            }
        } else {
            let here = self.input.divert(start, end);
            let is_number = self.input.skip_number().is_ok() && self.input.at() == end;
            let result = if is_number {
                self.input.go_back(start);
                self.element(node, slot).map(drop)
            } else {
                Ok(())
            };
            self.input.resume(here);
            if is_number {
                return result;
            }
        }
        self.report.fault(Reason::InvalidType { expected: expected(&node.shape), received: "string" })
    }

    /// The JSON of what no cell at all says: a box that is not checked, and a list without items.
    pub(super) fn unsaid(&self, shape: &Shape) -> Option<&'static [u8]> {
        match shape {
            _ if self.source == Source::Json => None,
            Shape::Boolean => Some(b"false"),
            Shape::Array(plan) if !plan.is_fixed => Some(b"[]"),
            Shape::Map(_) => Some(b"{}"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{ErrorShape, Payload, payload};

    #[payload]
    #[derive(Debug)]
    struct Row {
        #[garde(length(max = 2))]
        tags: Vec<String>,
        #[garde(range(max = 9))]
        hops: u8,
        #[garde(skip)]
        is_open: bool,
        #[garde(skip)]
        share: Option<f64>,
        #[garde(skip)]
        serial: Option<i64>,
        #[garde(skip)]
        pair: Option<[u8; 2]>,
        #[garde(skip)]
        wants_news: Option<bool>,
    }

    fn row(form: &str) -> Result<Row, ErrorShape> {
        Row::from_form(form.as_bytes())
    }

    fn refusals(form: &str) -> Vec<String> {
        row(form).unwrap_err().issues().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn text_is_read_as_what_its_place_asks_for() {
        let row = row("hops=7&tags=red&is_open=on&share=-1.5e1&serial=9223372036854775807&pair=1&pair=2").unwrap();
        assert_eq!((row.hops, row.is_open, row.share, row.serial), (7, true, Some(-15.0), Some(i64::MAX)));
        assert_eq!((row.tags, row.pair, row.wants_news), (vec!["red".to_owned()], Some([1, 2]), None));
    }

    #[test]
    fn boxes_that_are_not_checked_and_lists_without_items_are_not_sent() {
        let row = row("hops=0").unwrap();
        assert!(!row.is_open && row.tags.is_empty());
        assert_eq!(row.wants_news, None);
        for (text, is_on) in [("on", true), ("true", true), ("1", true), ("off", false), ("false", false), ("0", false)]
        {
            assert_eq!(super::tests::row(&format!("hops=0&wants_news={text}")).unwrap().wants_news, Some(is_on));
        }
    }

    #[test]
    fn numbers_are_spelled_as_in_json() {
        for text in [
            "%2B1", "01", "1,5", "1_000", "0x1", "+1", "1+", "Infinity", "NaN", "one", "--1", "1.", ".5", "1e",
            "\u{661}",
        ] {
            let issue = "hops: Must be a whole number (invalid_type)";
            assert_eq!(refusals(&format!("hops={text}")), [issue], "{text}");
        }
        assert_eq!(refusals("hops=1.5"), ["hops: Must be a whole number (invalid_type)"]);
        assert_eq!(
            refusals("hops=10&tags=a&tags=b&tags=c"),
            ["hops: Must be at most 9 (too_big)", "tags: Must have at most 2 items (too_big)"]
        );
        assert_eq!(
            refusals("hops=1&pair=1&is_open=yes"),
            ["pair: Must have exactly 2 items (too_small)", "is_open: Must be true or false (invalid_type)"]
        );
    }

    /// JSON is read as ever: there text is text.
    #[test]
    fn json_has_types_of_its_own() {
        let refusal = Row::from_json(br#"{"hops":"7"}"#).unwrap_err();
        let issues: Vec<String> = refusal.issues().iter().map(ToString::to_string).collect();
        assert_eq!(issues.len(), 3, "{issues:?}");
    }
}
