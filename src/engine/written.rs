//! Values in the order of the schema: what JavaScript writes of values that are parsed already.
//!
//! An object has the members of all its fields, without keys; one that is absent is empty. A text stands between
//! an apostrophe and NUL as it is, and has none in it; or there is but its length in UTF-16 code units, four bytes
//! with `~` before them. A number is a double's eight bytes with `#` before them, or one of 64 bits in digits.
//! Everything else is as in JSON. What is doubted comes again as JSON, so nothing is told of it.

use core::mem;

use crate::engine::report::Doubt;
use crate::engine::tape::MEASURED;
use crate::engine::walk::Walk;
use crate::json::Text;
use crate::plan::{FieldPlan, ObjectPlan, Shape, TextPlan};
use crate::sources::Source;

impl Walk {
    /// Goes on to a member that is there, from one that has no key: gives its field, or none at the
    /// object's end, and goes over that. `next` counts the fields.
    #[inline(always)]
    pub(super) fn without_key(
        &mut self,
        object: &'static ObjectPlan,
        next: &mut usize,
    ) -> Result<Option<&'static FieldPlan>, Doubt> {
        let byte = self.input.peek();
        if byte == b',' || byte == b'}' || !matches!(self.source, Source::Written { .. }) {
            *next = self.pass_absent(*next)?;
            // The last one is absent.
            if self.input.peek() == b'}' && *next + 1 == object.fields.len() {
                self.input.bump();
                return Ok(None);
            }
        }
        let field = object.fields.get(*next).ok_or(Doubt)?;
        *next += 1;
        Ok(Some(field))
    }

    /// Goes over members that are absent: gives how many fields those are, and those before.
    #[inline(never)]
    fn pass_absent(&mut self, mut fields: usize) -> Result<usize, Doubt> {
        if !matches!(self.source, Source::Written { .. }) {
            return Err(Doubt);
        }
        while self.input.peek() == b',' {
            self.input.bump();
            fields += 1;
        }
        Ok(fields)
    }

    /// Walks what starts as nothing does in JSON: a text or a number as it stands there.
    #[inline(always)]
    pub(super) fn written(&mut self, shape: &'static Shape, slot: usize, byte: u8) -> Result<(), Doubt> {
        if byte == b'\'' {
            let text = self.input.raw()?;
            return match shape {
                Shape::Text(plan) => self.raw_text(plan, slot, text),
                Shape::Enum(plan) => {
                    self.meet(text.ascii, text.shrink());
                    self.named(plan, slot, text)
                }
                _ => Err(Doubt),
            };
        }
        if byte == b'~' {
            let units = self.input.count().ok_or(Doubt)?;
            let Shape::Text(plan) = shape else { return Err(Doubt) };
            return self.measured(plan, slot, units);
        }
        let value = self.input.double().ok_or(Doubt)?;
        self.tape.set(slot, value.to_bits());
        let fits = match shape {
            Shape::Number(plan) => plan.contains(value),
            Shape::Integer(plan) => value as i64 as f64 == value && plan.contains(value as i64),
            _ => false,
        };
        if fits { Ok(()) } else { Err(Doubt) }
    }

    /// Walks a text of which nothing is known but its length in UTF-16 code units. Each is a character, or half of
    /// one: where only one of both would do, as for nine emoji of at most ten characters, it is in doubt.
    fn measured(&mut self, plan: &'static TextPlan, slot: usize, units: u32) -> Result<(), Doubt> {
        let number = self.next_text()?;
        if plan.asks.is_some()
            || plan.normalization.is_some()
            || ![units, units.div_ceil(2)].iter().all(|&chars| plan.chars.contain(chars))
        {
            return Err(Doubt);
        }
        self.tape.set(slot, MEASURED);
        self.tape.set_utf16(slot, !number, 0);
        Ok(())
    }

    /// The number of the text that is walked now.
    #[inline(always)]
    fn next_text(&mut self) -> Result<u32, Doubt> {
        let Source::Written { texts } = &mut self.source else { return Err(Doubt) };
        *texts += 1;
        Ok(*texts - 1)
    }

    /// Walks a text. JavaScript has it already: unless it is changed, it is told which one it is.
    #[inline(always)]
    fn raw_text(&mut self, plan: &'static TextPlan, slot: usize, text: Text) -> Result<(), Doubt> {
        let number = self.next_text()?;
        let were_rewritten = mem::take(&mut self.rewritten);
        self.found_text(plan, slot, text)?;
        if !self.rewritten && self.tape.halves(slot) == (text.start, text.end()) {
            self.tape.set_utf16(slot, !number, 0);
            self.rewritten = were_rewritten;
        } else {
            // JavaScript has to read it from here.
            self.rewritten = true;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::engine::Workspace;
    use crate::engine::tape::MEASURED;
    use crate::sources::Source;
    use crate::{Payload, garde, payload};

    #[payload]
    #[derive(Clone, Copy, Debug)]
    enum Status {
        Open,
        Done,
    }

    fn seven() -> u8 {
        7
    }

    #[payload(unknown = "strip")]
    #[derive(Debug)]
    struct Task {
        #[garde(length(chars, max = 12))]
        #[payload(trim, lowercase)]
        title: String,
        #[garde(skip)]
        note: Option<String>,
        #[garde(skip)]
        status: Status,
        #[garde(skip)]
        #[serde(default = "seven")]
        effort: u8,
        #[garde(range(min = -100.0))]
        weight: Option<f64>,
        #[garde(skip)]
        tags: Vec<String>,
        #[garde(dive)]
        parts: Option<Vec<Task>>,
    }

    /// What comes of what is written.
    fn judge(body: impl AsRef<[u8]>) -> Option<Value> {
        let body = body.as_ref();
        let mut workspace = Workspace::new();
        workspace.reserve(body.len());
        workspace.body()[..body.len()].copy_from_slice(body);
        workspace.start(body.len());
        let accepted = workspace.walk(Task::plan(), Source::Written { texts: 0 }).ok()?;
        let task: Task = workspace.root(Task::plan(), accepted).deserialize().unwrap();
        Some(serde_json::to_value(task).unwrap())
    }

    /// A number as it is written.
    fn number(value: f64) -> Vec<u8> {
        [b"#", &value.to_le_bytes()[..]].concat()
    }

    /// A task with this effort and this weight.
    fn with(effort: &[u8], weight: &[u8]) -> Vec<u8> {
        [b"{'a\0,,'Open\0,", effort, b",", weight, b",[],}"].concat()
    }

    #[test]
    fn members_stand_in_the_order_of_the_fields() {
        let part = [&b"{'b\0,'\0,'Open\0,"[..], &number(0.0), b",,[],}"].concat();
        let part_json = json!({
            "title": "b", "note": "", "status": "Open", "effort": 0, "weight": null, "tags": [], "parts": null
        });
        let tags = "['x\0,'🚀 \\\n\u{1}y\0]";
        let body = [" \"A\\\n\u{1}É\0,null,'Done\0,,,", tags, ",["].concat();
        assert_eq!(
            judge([b"{'", body.as_bytes(), &part, b"]}"].concat()),
            Some(json!({
                "title": "\"a\\\n\u{1}é", "note": null, "status": "Done", "effort": 7, "weight": null,
                "tags": ["x", "🚀 \\\n\u{1}y"], "parts": [part_json]
            }))
        );
        let bare = json!({
            "title": "a", "note": null, "status": "Open", "effort": 7, "weight": null, "tags": [], "parts": null
        });
        assert_eq!(judge("{'a\0,,'Open\0,,,[],null}"), Some(bare.clone()));
        assert_eq!(judge("{'a\0,,'Open\0,,,[],}"), Some(bare));
    }

    #[test]
    fn numbers_are_doubles() {
        for (effort, weight) in [(0.0, 0.5), (-0.0, -0.0), (255.0, 1e300), (44.0, 0.1 + 0.2)] {
            let task = judge(with(&number(effort), &number(weight))).unwrap();
            assert_eq!(task["effort"], json!(effort as u8));
            let JsonNumber(read) = serde_json::from_value(task["weight"].clone()).unwrap();
            assert_eq!(read.to_bits(), (weight + 0.0).to_bits());
        }
        let fine = number(1.0);
        for effort in [-1.0, 256.0, 0.5, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(judge(with(&number(effort), &fine)), None, "{effort}");
        }
        for weight in [-1e6, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(judge(with(&fine, &number(weight))), None, "{weight}");
        }
    }

    #[derive(serde::Deserialize)]
    struct JsonNumber(f64);

    #[payload(unknown = "strip", check = differ(first, second))]
    #[derive(Debug)]
    struct Page {
        #[garde(length(chars, min = 1, max = 9))]
        plain: String,
        #[garde(length(chars, min = 2))]
        couple: Option<String>,
        #[garde(skip)]
        #[payload(trim)]
        trimmed: Option<String>,
        #[garde(ascii)]
        ascii: Option<String>,
        #[garde(length(utf16, max = 9))]
        units: Option<String>,
        #[garde(custom(|_: &Option<String>, _: &()| Ok(())))]
        custom: Option<String>,
        #[payload(unique)]
        unique: Vec<String>,
        #[garde(skip)]
        first: Option<String>,
        #[garde(skip)]
        second: Option<String>,
    }

    #[expect(clippy::ref_option, reason = "checks are given what the fields are")]
    fn differ(_: &Option<String>, _: &Option<String>) -> garde::Result {
        Ok(())
    }

    /// Where JavaScript finds the texts that are only measured, on a page with a first text so long and one member
    /// more.
    fn page(size: u32, field: usize, member: &str) -> Option<Vec<(u32, u32)>> {
        let mut members = [""; 9];
        members[6] = "[]";
        members[field] = member;
        let mut body = [&b"{~"[..], &size.to_le_bytes()].concat();
        for member in &members[1..] {
            body.extend(format!(",{member}").bytes());
        }
        body.push(b'}');
        let mut workspace = Workspace::new();
        workspace.reserve(body.len());
        workspace.body()[..body.len()].copy_from_slice(&body);
        workspace.start(body.len());
        workspace.walk(Page::plan(), Source::Written { texts: 0 }).ok()?;
        let (slots, spans) = workspace.planes();
        let halves = |slot: u64| (slot as u32, (slot >> 32) as u32);
        Some(slots.iter().zip(spans).filter(|(slot, _)| **slot == MEASURED).map(|(_, span)| halves(*span)).collect())
    }

    #[test]
    fn a_text_that_nobody_looks_into_is_measured() {
        for size in 0..30 {
            // From a half to all of the code units are characters: all of those numbers must be allowed.
            let is_certain = (1..=9).contains(&size);
            assert_eq!(page(size, 0, ""), is_certain.then(|| vec![(!0, 0)]), "{size}");
        }
        assert_eq!(page(1, 1, "~\u{4}\0\0\0"), Some(vec![(!0, 0), (!1, 0)]));
        assert_eq!(page(1, 1, "'ab\0,'a\0"), None);
    }

    #[test]
    fn nobody_looks_into_a_text_that_is_measured() {
        let size = "~\u{4}\0\0\0";
        let texts = "'abcd\0";
        for (field, is_free) in [(1, true), (2, false), (3, false), (4, false), (5, false), (7, false), (8, false)] {
            assert!(page(1, field, texts).is_some(), "{field}");
            assert_eq!(page(1, field, size).is_some(), is_free, "{field}");
        }
        assert!(page(1, 6, &format!("[{texts}]")).is_some());
        assert!(page(1, 6, &format!("[{size}]")).is_none());
        assert!(page(1, 6, &format!("[{size},{size}]")).is_none());
    }

    #[test]
    fn what_is_not_of_its_type_is_in_doubt() {
        let one = number(1.0);
        assert!(judge(with(&one, &one)).is_some());
        for number in ["#", "#1234567", "~", "~123", "~1234", "'1\0", "true", "{", "!"].map(str::as_bytes) {
            assert_eq!(judge(with(number, b"")), None, "{number:?}");
            assert_eq!(judge(with(b"", number)), None, "{number:?}");
        }
        for text in [
            "",
            "null",
            "!",
            "'a\0",
            "{",
            "{}",
            "{,,,,,,,,}",
            "{5,,'Open\0,,,[],}",
            "{!,,'Open\0,,,[],}",
            "{null,,'Open\0,,,[],}",
            "{#12345678,,'Open\0,,,[],}",
            "{'a\0,,'Close\0,,,[],}",
            "{'a\0,,'\"Open\"\0,,,[],}",
            "{'a\0,,#12345678,,,[],}",
            "{'a\0,,'Open\0,,,'[]\0,}",
            "{'a\0,,'Open\0,,,['a\0,],}",
            "{'a\0,,'Open\0,,,[,],}",
            "{'a\0,,'Open\0,,,[null],}",
            "{'a\0,,'Open\0,,,[],,7}",
            "{'a\0,,'Open\0,,,[],}}",
            "{'a\0b\0,,'Open\0,,,[],}",
            "{'thirteen long\0,,'Open\0,,,[],}",
        ] {
            assert_eq!(judge(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_cut_is_in_doubt() {
        let whole = [&b"{'a\0,null,'Open\0,"[..], &number(30.0), b",", &number(2.5), b",['x\0],null}"].concat();
        assert!(judge(&whole).is_some());
        for end in 0..whole.len() {
            assert_eq!(judge(&whole[..end]), None, "{end}");
        }
    }

    /// Elsewhere the same text is no JSON.
    #[test]
    fn only_javascript_writes_it() {
        for text in ["{'a\0,,'Open\0,,,[],}", "{,,,,,,}", "{5}", "{\"title\":'a\0}", "{\"weight\":#12345678}"] {
            let refusal = Task::from_json(text.as_bytes()).unwrap_err();
            assert_eq!(refusal.status(), 400);
        }
    }
}
