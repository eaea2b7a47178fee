//! The memory of a walk, kept from call to call so that the happy path allocates nothing.

use core::cell::Cell;
use core::mem::replace;

use crate::engine::report::{Doubt, Report};
use crate::engine::tape::State;
use crate::engine::walk::Walk;
use crate::engine::{MAX_LENGTH, Value, syntax};
use crate::error::ErrorShape;
use crate::json::is_utf8;
use crate::plan::Plan;
use crate::sources::Source;

/// What is kept at the most between two calls, in bytes of text and in slots of tape.
const KEPT_BYTES: usize = 4 << 20;
const KEPT_SLOTS: usize = 1 << 20;

/// The buffers of a walk, and what the last one left in them.
#[derive(Debug)]
pub(crate) struct Workspace(Walk);

/// What is known of an input that was accepted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Accepted {
    /// Whether the text is ASCII.
    #[cfg_attr(not(any(test, target_arch = "wasm32")), expect(dead_code, reason = "only JavaScript decodes the text"))]
    pub(crate) ascii: bool,
    /// Whether the text is certainly valid UTF-8. If not, it may still be.
    pub(crate) utf8: bool,
    /// Whether the text is not the input as it was.
    #[cfg_attr(not(any(test, target_arch = "wasm32")), expect(dead_code, reason = "only JavaScript decodes the text"))]
    pub(crate) rewritten: bool,
    /// Whether all of it is `null`.
    pub(crate) is_null: bool,
}

impl Workspace {
    /// One without memory.
    pub(crate) const fn new() -> Workspace {
        Workspace(Walk::new())
    }

    /// Lends this thread's workspace, or a new one while that is lent already: a rule of the
    /// application may well parse something itself.
    pub(crate) fn lend<T>(work: impl FnOnce(&mut Workspace) -> T) -> T {
        thread_local! {
            static OWN: Cell<Option<Box<Workspace>>> = const { Cell::new(None) };
        }
        let mut workspace = OWN.take().unwrap_or_else(|| Box::new(Workspace::new()));
        let result = work(&mut workspace);
        workspace.shrink();
        OWN.set(Some(workspace));
        result
    }

    /// Gives back what an unusually large body needed.
    pub(crate) fn shrink(&mut self) {
        self.0.input.shrink(KEPT_BYTES);
        self.0.tape.shrink(KEPT_SLOTS);
    }

    /// Judges a body. If it is accepted, the tape and the text hold the value, and the text is
    /// valid UTF-8.
    pub(crate) fn judge(&mut self, plan: &'static Plan, source: Source, body: &[u8]) -> Result<Accepted, ErrorShape> {
        if body.len() > MAX_LENGTH {
            return Err(ErrorShape::too_large(MAX_LENGTH));
        }
        self.0.input.load(body);
        match self.walk(plan, source) {
            Ok(accepted) if accepted.utf8 || is_utf8(body) => Ok(accepted),
            _ => {
                self.0.input.load(body);
                self.diagnose(plan, source)
            }
        }
    }

    /// The optimistic walk over what the input holds. It does not look for invalid UTF-8.
    pub(crate) fn walk(&mut self, plan: &'static Plan, source: Source) -> Result<Accepted, Doubt> {
        self.0.run(plan, source, Report::optimistic())
    }

    /// The diagnosing walk over the original body, which the input holds again: all issues, or
    /// acceptance after all.
    #[cold]
    pub(crate) fn diagnose(&mut self, plan: &'static Plan, source: Source) -> Result<Accepted, ErrorShape> {
        syntax(self.0.input.text())?;
        // The syntax is known to be right, so there is nothing left to doubt.
        let result = self.0.run(plan, source, Report::diagnosing());
        let (issues, truncated) = replace(&mut self.0.report, Report::optimistic()).finish();
        match result {
            Err(Doubt) => Err(ErrorShape::internal()),
            Ok(accepted) if issues.is_empty() => Ok(accepted),
            Ok(_) => Err(ErrorShape::validation_failed(issues, truncated)),
        }
    }

    /// What is wrong with a body, which is not walked before.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn explain(&mut self, plan: &'static Plan, body: &[u8]) -> Option<ErrorShape> {
        self.0.input.load(body);
        self.diagnose(plan, Source::Json).err()
    }

    /// The value that was accepted last, under the same plan.
    pub(crate) fn root(&self, plan: &'static Plan, accepted: Accepted) -> Value<'_> {
        let state = if accepted.is_null { State::Null } else { State::Value };
        Value { plan, node: &plan.root, state, slot: 0, tape: &self.0.tape, text: self.0.input.bytes(), utf8: true }
    }
}

/// What JavaScript reads and writes.
#[cfg(any(test, target_arch = "wasm32"))]
impl Workspace {
    /// Makes room for a body of that length, to be written from outside.
    pub(crate) fn reserve(&mut self, length: usize) {
        self.0.input.reserve(length);
        // A first walk that finds room for its tape needs no allocator, which would have to be compiled.
        self.0.tape.start();
    }

    /// Where a body is written.
    pub(crate) fn body(&mut self) -> &mut [u8] {
        self.0.input.body()
    }

    /// Takes what was written there for the input.
    pub(crate) fn start(&mut self, length: usize) {
        self.0.input.start(length);
        self.0.appended.slots.clear();
    }

    /// The text that the tape's offsets are about.
    #[inline(always)]
    pub(crate) fn text(&self) -> &[u8] {
        if self.0.appended.slots.is_empty() { self.0.input.text() } else { self.0.input.bytes() }
    }

    /// The slots, and the plane with UTF-16 offsets.
    pub(crate) fn planes(&self) -> (&[u64], &[u64]) {
        self.0.tape.planes()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::engine::tape::NULL;
    use crate::plan::{Layout, Node, Shape};
    use crate::{Payload, payload};

    #[payload(unknown = "strip")]
    #[derive(Debug)]
    struct Page {
        #[garde(skip)]
        #[payload(trim)]
        title: String,
        #[garde(skip)]
        #[payload(lowercase)]
        slug: Option<String>,
        #[garde(skip)]
        words: Vec<String>,
        #[garde(skip)]
        #[serde(default)]
        note: String,
        #[garde(dive)]
        parts: Vec<Page>,
        #[garde(dive)]
        gaps: Vec<Option<Page>>,
        #[garde(skip)]
        rows: Vec<Vec<Option<f64>>>,
    }

    /// Reads the tape as JavaScript does: text by UTF-16 offsets into the decoded text.
    struct Reader<'w> {
        plan: &'w Plan,
        slots: &'w [u64],
        spans: &'w [u64],
        text: Vec<u16>,
    }

    impl Reader<'_> {
        fn value(&self, node: &Node, slot: usize) -> Value {
            let halves = |slot: u64| (slot as u32 as usize, (slot >> 32) as usize);
            let (low, high) = halves(self.slots[slot]);
            if self.slots[slot] == NULL {
                return Value::Null;
            }
            match &node.shape {
                Shape::Text(_) => {
                    let (start, end) = halves(self.spans[slot]);
                    String::from_utf16(&self.text[start..end]).unwrap().into()
                }
                Shape::Number(_) => f64::from_bits(self.slots[slot]).into(),
                Shape::Object(index) => self.object(*index, low).0,
                Shape::Array(plan) => {
                    let mut at = low;
                    let item = |at: &mut usize| match (plan.layout, &plan.item.shape) {
                        (Layout::Slots, _) => {
                            *at += 1;
                            self.value(&plan.item, *at - 1)
                        }
                        (Layout::Links, _) => {
                            let (end, state) = halves(self.slots[*at]);
                            let here = std::mem::replace(at, end);
                            match state == State::Value as usize {
                                true => self.value(&plan.item, here + 1),
                                false => Value::Null,
                            }
                        }
                        (Layout::Blocks, Shape::Object(index)) => {
                            let (value, end) = self.object(*index, *at);
                            *at = end;
                            value
                        }
                        (Layout::Blocks, _) => panic!("only objects are blocks"),
                    };
                    std::iter::repeat_with(|| item(&mut at)).take(high).collect()
                }
                shape => panic!("there is no {shape:?} in a page"),
            }
        }

        fn object(&self, index: usize, block: usize) -> (Value, usize) {
            let states = self.slots[block] >> 32;
            let fields = self.plan.objects[index].fields.iter().enumerate().map(|(at, field)| {
                let value = match states >> (2 * at) & 3 {
                    state if state == State::Value as u64 => self.value(&field.node, block + 1 + at),
                    _ => Value::Null,
                };
                (field.name.to_owned(), value)
            });
            (Value::Object(fields.collect()), self.slots[block] as u32 as usize)
        }
    }

    fn as_javascript(workspace: &Workspace) -> Value {
        let (slots, spans) = workspace.planes();
        let text = std::str::from_utf8(workspace.text()).unwrap().encode_utf16().collect();
        let plan = Page::plan();
        Reader { plan, slots, spans, text }.value(&plan.root, 0)
    }

    #[test]
    fn text_is_found_by_utf16_offsets() {
        let leaf = r#"{"title":"","words":[],"parts":[],"gaps":[],"rows":[]}"#;
        let inner = r#"{"rows":[[1.5,null],[]],"title":" \u3000 é\n🚀 ","slug":"ÀİⱥK","words":["\ud83d\ude80","","x"],"parts":[],"gaps":[null],"note":"n"}"#;
        for body in [
            leaf.to_owned(),
            inner.to_owned(),
            format!(
                r#"{{"dropped":["é",{{"🚀":"\u00e9"}}],"gaps":[{inner},null,{leaf}],"title":"a","slug":null,"words":["ASCII"],"parts":[{leaf},{inner}],"rows":[]}}"#
            ),
            format!("\u{feff}{inner}"),
        ] {
            let mut workspace = Workspace::new();
            // As from JavaScript, twice: what the first body left behind must not matter.
            let [_, accepted] = [inner, body.as_str()].map(|body| {
                workspace.reserve(body.len());
                workspace.body()[..body.len()].copy_from_slice(body.as_bytes());
                workspace.start(body.len());
                let accepted = workspace.walk(Page::plan(), Source::Json).expect(body);
                assert_eq!(accepted.ascii, workspace.text().is_ascii());
                assert_eq!(accepted.utf8, body.is_ascii());
                assert!(accepted.rewritten || workspace.text() == body.as_bytes());
                accepted
            });
            let page: Page = workspace.root(Page::plan(), accepted).deserialize().unwrap();
            assert_eq!(as_javascript(&workspace), serde_json::to_value(&page).unwrap(), "{body}");

            workspace.0.input.load(body.as_bytes());
            workspace.diagnose(Page::plan(), Source::Json).unwrap();
            assert_eq!(as_javascript(&workspace), serde_json::to_value(&page).unwrap(), "{body}");
        }
    }

    #[test]
    fn what_is_no_utf8_is_not_mended_by_escapes() {
        for title in [b"\xc3\\u00a9" as &[u8], b"\\u00c3\xa9", b"\xe3\\n\x81\x82", b"\\u00e9\xff"] {
            let body = [br#"{"title":""#, title, br#"","words":[],"parts":[],"gaps":[],"rows":[]}"#].concat();
            let refusal = Workspace::new().judge(Page::plan(), Source::Json, &body).unwrap_err();
            assert!(refusal.message.contains("expected UTF-8"), "{refusal:?}");
        }
    }

    /// Each time in memory of its own, so that Miri sees whatever looks beyond it.
    #[test]
    fn a_body_that_is_cut_or_broken_anywhere_is_judged_as_by_serde_json() {
        let body = r#"{"rows":[[1.5e3,null]],"title":" \u00e9 🚀\n","more":[{"é":-0}],"slug":"É","words":["\\"],"parts":[],"gaps":[]}"#;
        let body = body.as_bytes();
        let hostile = b"\"\\{}[],:u0-.e\0\xff\xc3 ";
        for at in 0..body.len() {
            let mut broken = body.to_vec();
            broken[at] = hostile[at % hostile.len()];
            for body in [&body[..at], &broken] {
                let is_right = serde_json::from_slice::<Page>(body).is_ok() && std::str::from_utf8(body).is_ok();
                let mut workspace = Workspace::new();
                let judged = workspace.judge(Page::plan(), Source::Json, body);
                assert_eq!(judged.is_ok(), is_right, "{}", body.escape_ascii());
                if let Ok(accepted) = judged {
                    workspace.root(Page::plan(), accepted).deserialize::<Page>().unwrap();
                }
            }
        }
    }
}
