//! What must be said of enums with data.

use portcullis::issue::{Issue, Reason, Segment};
use portcullis::schema::{Content, TagPlace, Union};

use super::{Judge, no_variant};
use crate::exact::members::{self, Members, Variant};
use crate::json::Json;

/// How many issues are told of the nearest variant.
const MAX_ERRORS: usize = 10;

impl Judge<'_> {
    /// A value without a name: the first variant that takes it has it.
    fn untagged(&mut self, union: &'static Union, json: &Json) -> bool {
        // Where it is dropped, serde does not take it either.
        self.is_unsure |= json.holds_infinity();
        let mut nearest: Option<(bool, Vec<Issue>)> = None;
        for content in union.contents {
            let mut judge = Judge::new(self.said, self.path.clone());
            let is_it = judge.variant(&Variant::of(content), json);
            self.is_unsure |= judge.is_unsure || judge.is_suspect && !is_it;
            if is_it {
                self.issues.extend(judge.issues);
                return true;
            }
            let is_own = |issue: &Issue| issue.path == self.path && matches!(issue.reason, Reason::InvalidType { .. });
            let is_of_another_type = judge.issues.iter().any(is_own);
            let rank = (is_of_another_type, judge.issues.len());
            if nearest.as_ref().is_none_or(|(other, issues)| rank < (*other, issues.len())) {
                nearest = Some((is_of_another_type, judge.issues));
            }
        }
        let errors = nearest.into_iter().map(|(_, mut issues)| {
            issues.truncate(MAX_ERRORS);
            issues.iter_mut().for_each(|issue| drop(issue.path.drain(..self.path.len())));
            issues
        });
        let reason = Reason::InvalidUnion { errors: errors.collect() };
        self.fault(reason)
    }

    pub(super) fn variant(&mut self, variant: &Variant, json: &Json) -> bool {
        match (variant, json) {
            (Variant::Nothing, json) if *json == Json::null() => true,
            (Variant::Nothing, json) => self.fault(Reason::InvalidType { expected: "null", received: json.kind() }),
            (Variant::Value(place), json) => self.value(place, Some(json)),
            (Variant::Members(object), Json::Object(members)) => self.object(object, members),
            (Variant::Members(_), json) => {
                self.is_suspect |= matches!(json, Json::Array(_));
                self.fault(Reason::InvalidType { expected: "object", received: json.kind() })
            }
        }
    }

    pub(super) fn union(&mut self, union: &'static Union, json: &Json) -> bool {
        if union.tagging.place == TagPlace::Nowhere {
            return self.untagged(union, json);
        }
        let names = &union.names;
        if let (Json::Object(members), Some((_, variant))) = (json, Members::told(union, json)) {
            let is_of_type = self.object(&variant, members);
            if is_of_type && variant.has_functions {
                self.functions();
            }
            return is_of_type;
        }
        match (union.tagging.place, json) {
            (TagPlace::Inside { tag } | TagPlace::Beside { tag, .. }, Json::Object(members)) => {
                let is_there = members.iter().any(|(key, _)| key == tag);
                let reason = if is_there { no_variant(names) } else { Reason::Required {} };
                self.within(Segment::Key(tag.into()), |judge| judge.fault(reason))
            }
            (TagPlace::Around, Json::Text(name)) => match members::find(names, name) {
                Some(variant) if matches!(union.contents[variant], Content::Unit) => true,
                Some(_) => self.fault(Reason::InvalidType { expected: "object", received: "string" }),
                None => self.fault(no_variant(names)),
            },
            (TagPlace::Around, Json::Object(members)) => {
                let is_name = members.first().is_some_and(|(name, _)| members::find(names, name).is_some());
                let reason = Reason::InvalidType { expected: "string", received: "object" };
                self.fault(if is_name { reason } else { no_variant(names) })
            }
            _ => self.fault(Reason::InvalidType { expected: "object", received: json.kind() }),
        }
    }
}
