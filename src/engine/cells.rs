//! Text cells: a text is read as what its place asks for, and whatever is no text is walked as ever.
//! What comes of it is held against the same rules.

use crate::engine::mismatch::expected;
use crate::engine::report::Doubt;
use crate::engine::tape::State;
use crate::engine::walk::Walk;
use crate::issue::Reason;
use crate::json::Text;
use crate::plan::{FieldPlan, Layout, Node, Shape};
use crate::sources::Source;

/// What an unchecked and a checked box send, and how else people spell it.
const BOXES: [&str; 6] = ["off", "on", "false", "true", "0", "1"];

impl Walk {
    /// A text where something else is asked for.
    #[cold]
    pub(super) fn cell(&mut self, node: &'static Node, slot: usize) -> Result<(), Doubt> {
        match &node.shape {
            // One cell is a list of one, unless that is too deep.
            Shape::Array(plan) if self.depth != self.deepest && plan.layout != Layout::Blocks => {
                return self.array(plan, slot, true);
            }
            Shape::Boolean | Shape::Integer(_) | Shape::BigInteger(_) | Shape::Number(_) => {}
            shape => return self.mismatch(shape, b'"'),
        }
        let text = self.name()?;
        let here = self.input.divert(text.start, text.end());
        let result = self.coerce(node, slot, text);
        self.input.resume(here);
        result
    }

    /// Reads the text that the walk is in.
    fn coerce(&mut self, node: &'static Node, slot: usize, text: Text) -> Result<(), Doubt> {
        if let Shape::Boolean = node.shape {
            let spelled = self.input.span(text.start, text.end());
            if let Some(at) = BOXES.iter().position(|spelling| spelling.as_bytes() == spelled) {
                self.tape.set(slot, (at % 2) as u64);
                return Ok(());
            }
        } else if self.input.skip_number().is_ok() && self.input.at() == text.end() {
            self.input.go_back(text.start);
            return self.element(node, slot).map(drop);
        }
        self.report.fault(Reason::InvalidType { expected: expected(&node.shape), received: "string" })
    }

    /// A field that must be there and is not: a box that is not checked is not sent, and neither is a list
    /// without items. Gives its state.
    #[cold]
    #[inline(never)]
    pub(super) fn unsent(&mut self, field: &'static FieldPlan, block: usize) -> Result<State, Doubt> {
        let json: &[u8] = match &field.node.shape {
            Shape::Boolean if self.source == Source::Cells => b"false",
            Shape::Array(plan) if self.source == Source::Cells && !plan.is_fixed => b"[]",
            _ => {
                self.report.fault(Reason::Required {})?;
                return Ok(State::Absent);
            }
        };
        let state = self.stand_in(json, &field.node, field.place.slot(block))?;
        // It was absent, so this is its first.
        let _ = self.tape.enter(block, field.place, state);
        Ok(state)
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

    #[payload]
    struct Deep {
        #[garde(dive)]
        next: Option<Box<Deep>>,
        #[garde(skip)]
        lists: Vec<Vec<u8>>,
    }

    /// A cell that stands for lists makes the value deeper than the JSON is.
    #[test]
    fn cells_lead_no_deeper_than_json() {
        for steps in 55..63 {
            let form = format!("{}lists=1", "next.".repeat(steps));
            let status = Deep::from_form(form.as_bytes()).err().map(|refusal| refusal.status());
            assert!(matches!(status, None | Some(422)), "{steps} steps: {status:?}");
        }
    }

    /// JSON is read as ever: there text is text.
    #[test]
    fn json_has_types_of_its_own() {
        let refusal = Row::from_json(br#"{"hops":"7"}"#).unwrap_err();
        let issues: Vec<String> = refusal.issues().iter().map(ToString::to_string).collect();
        assert_eq!(issues.len(), 3, "{issues:?}");
    }
}
