//! Values in the order of the schema: what JavaScript writes of values that are parsed already.
//!
//! An object has the members of all its fields, without keys; one that is absent is empty. A text
//! stands between an apostrophe and NUL as it is. It may have NUL in it, but then there are more texts
//! than were written, and the walk ends in doubt. Everything else is as in JSON. What is doubted comes
//! again as JSON, so nothing is told of it.

use crate::engine::report::Doubt;
use crate::engine::walk::Walk;
use crate::plan::{FieldPlan, ObjectPlan, Shape};
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
        let [byte, behind] = self.input.two();
        if byte == b',' || byte == b'}' || behind == 0 || !matches!(self.source, Source::Written { .. }) {
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

    /// Goes over members that are absent, and makes JSON of one that is null; gives how many fields those are,
    /// and those before.
    #[inline(never)]
    fn pass_absent(&mut self, fields: usize) -> Result<usize, Doubt> {
        let Source::Written { texts } = &mut self.source else { return Err(Doubt) };
        let mut fields = fields;
        loop {
            if self.input.peek() == b',' {
                self.input.bump();
                fields += 1;
            } else if self.input.unmark() {
                // The mark stands between two texts, which are empty.
                *texts = texts.wrapping_sub(2);
            } else {
                return Ok(fields);
            }
        }
    }

    /// Walks a text as it stands there.
    #[inline(always)]
    pub(super) fn raw(&mut self, shape: &'static Shape, slot: usize) -> Result<(), Doubt> {
        let Source::Written { texts } = &mut self.source else { return Err(Doubt) };
        *texts = texts.wrapping_sub(1);
        let text = self.input.raw()?;
        match shape {
            Shape::Text(plan) => self.found_text(plan, slot, text),
            Shape::Enum(plan) => {
                self.meet(text.ascii, text.shrink());
                self.named(plan, slot, text)
            }
            _ => Err(Doubt),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::engine::Workspace;
    use crate::sources::Source;
    use crate::{Payload, payload};

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
        #[garde(skip)]
        tags: Vec<String>,
        #[garde(dive)]
        parts: Option<Vec<Task>>,
    }

    /// What comes of a text with so many texts in it.
    fn judge(text: &str, texts: u32) -> Option<Value> {
        let mut workspace = Workspace::new();
        workspace.reserve(text.len());
        workspace.body()[..text.len()].copy_from_slice(text.as_bytes());
        workspace.start(text.len());
        let accepted = workspace.walk(Task::plan(), Source::Written { texts }).ok()?;
        let task: Task = workspace.root(Task::plan(), accepted).deserialize().unwrap();
        Some(serde_json::to_value(task).unwrap())
    }

    #[test]
    fn members_stand_in_the_order_of_the_fields() {
        let parts = "[{'b\0,'\0,'Open\0,0,[],}]";
        let part = json!({"title": "b", "note": "", "status": "Open", "effort": 0, "tags": [], "parts": null});
        assert_eq!(
            judge(&format!("{{' \"A\\\n\u{1}É\0,'\0n\0,'Done\0,,['x\0,'🚀 y\0],{parts}}}"), 9),
            Some(json!({
                "title": "\"a\\\n\u{1}é", "note": null, "status": "Done", "effort": 7, "tags": ["x", "🚀 y"], "parts": [part]
            }))
        );
        let bare = json!({"title": "a", "note": null, "status": "Open", "effort": 7, "tags": [], "parts": null});
        assert_eq!(judge("{'a\0,'\0?\0,'Open\0,,[],null}", 4), Some(bare.clone()));
        assert_eq!(judge("{'a\0,,'Open\0,,[],}", 2), Some(bare));
    }

    /// Whatever is written within a text, there is no other value than the one that was written.
    #[test]
    fn no_text_is_more_than_one() {
        let written = |title: &str| format!("{{'{title}\0,'\0?\0,'Open\0,,[],null}}");
        assert!(judge(&written("a"), 4).is_some());
        for title in
            ["a\0,'b", "a\0", "\0", "\0?", "\0n", "a\0,'\0?\0,'Done\0,3,[],null}", "\0\0\0", "a\0,,'Done\0,1,['"]
        {
            assert_eq!(judge(&written(title), 4), None, "{title:?}");
        }
        assert_eq!(judge(&written("a"), 3), None);
        assert_eq!(judge(&written("a"), 5), None);
    }

    #[test]
    fn what_is_not_of_its_type_is_in_doubt() {
        for (text, texts) in [
            ("", 0),
            ("null", 0),
            ("!", 0),
            ("'a\0", 1),
            ("{", 0),
            ("{}", 0),
            ("{,,,,,,,}", 0),
            ("{5,,'Open\0,,[],}", 1),
            ("{!,,'Open\0,,[],}", 1),
            ("{'\0!\0,,'Open\0,,[],}", 3),
            ("{'\0n\0,,'Open\0,,[],}", 3),
            ("{'\0?\0,,'Open\0,,[],}", 3),
            ("{'a\0,,'Close\0,,[],}", 2),
            ("{'a\0,,'\"Open\"\0,,[],}", 2),
            ("{'a\0,,'Open\0,'5\0,[],}", 3),
            ("{'a\0,,'Open\0,,['a\0,],}", 3),
            ("{'a\0,,'Open\0,,[,],}", 2),
            ("{'a\0,,'Open\0,,[],,7}", 2),
            ("{'a\0,,'Open\0,,[],}}", 2),
            ("{'thirteen long\0,,'Open\0,,[],}", 2),
        ] {
            assert_eq!(judge(text, texts), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_cut_is_in_doubt() {
        let text = "{'a\0,'\0n\0,'Open\0,300,['x\0],null}";
        assert_eq!(judge(text, 5), None);
        let text = text.replace("300", "30");
        assert!(judge(&text, 5).is_some());
        for end in 0..text.len() {
            for texts in 0..6 {
                assert_eq!(judge(&text[..end], texts), None, "{end}");
            }
        }
    }

    /// Elsewhere the same text is no JSON.
    #[test]
    fn only_javascript_writes_it() {
        for text in ["{'a\0,,'Open\0,,[],}", "{,,,,,}", "{5}"] {
            let refusal = Task::from_json(text.as_bytes()).unwrap_err();
            assert_eq!(refusal.status(), 400);
        }
    }
}
