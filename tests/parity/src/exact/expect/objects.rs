//! What must be said of objects, their fields and the checks across these.

use portcullis::issue::{Issue, Limit, Origin, Reason, Segment};
use portcullis::schema::{CheckKind, Unknown};

use super::{Judge, MAX_KEY_LENGTH, is_about_matches};
use crate::exact::members::Members;
use crate::json::Json;
use crate::wire;

/// How many keys an issue lists.
const MAX_KEYS: usize = 20;

/// What is wrong with a value inside an object's field: nothing, a broken rule, or its type.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Finding {
    Nothing,
    Issue,
    Fault,
}

impl Judge<'_> {
    pub(super) fn object(&mut self, object: &Members, members: &[(String, Json)]) -> bool {
        let mut findings: Vec<Option<Finding>> = vec![None; object.fields.len()];
        let mut unknown: Option<usize> = None;
        for (name, json) in members {
            let Some(at) = object.position(name) else {
                if object.unknown == Unknown::Refuse {
                    self.unknown_key(&mut unknown, name);
                }
                continue;
            };
            findings[at] = Some(match findings[at] {
                None => self.field(object, at, Some(json)),
                Some(_) => {
                    self.within(Segment::Key(object.fields[at].0.into()), |judge| judge.tell(Reason::DuplicateKey {}));
                    Finding::Fault
                }
            });
        }
        let findings = findings.into_iter().enumerate();
        let findings: Vec<Finding> =
            findings.map(|(at, finding)| finding.unwrap_or_else(|| self.field(object, at, None))).collect();
        let is_of_type = unknown.is_none() && !findings.contains(&Finding::Fault);
        self.checks(object, findings);
        is_of_type
    }

    fn unknown_key(&mut self, first: &mut Option<usize>, name: &str) {
        let name = name[..name.floor_char_boundary(MAX_KEY_LENGTH)].to_owned();
        match first.map(|first| &mut self.issues[first].reason) {
            Some(Reason::UnrecognizedKeys { keys }) if keys.len() < MAX_KEYS => keys.push(name),
            Some(_) => {}
            None => {
                *first = Some(self.issues.len());
                self.tell(Reason::UnrecognizedKeys { keys: vec![name] });
            }
        }
    }

    fn field(&mut self, object: &Members, at: usize, json: Option<&Json>) -> Finding {
        let ((name, place), before) = (&object.fields[at], self.issues.len());
        let default = place.default.map(|default| Json::read(&default()));
        let is_of_type = self.within(Segment::Key((*name).into()), |judge| match json.or(default.as_ref()) {
            None if !place.may_be_absent => judge.fault(Reason::Required {}),
            json => judge.value(place, json),
        });
        match (is_of_type, self.issues.len() == before) {
            (false, _) => Finding::Fault,
            (true, false) => Finding::Issue,
            (true, true) => Finding::Nothing,
        }
    }

    fn checks(&mut self, object: &Members, mut findings: Vec<Finding>) {
        let mut custom = 0;
        for check in object.checks {
            let is_sound = |limit| check.fields().all(|field| findings[field] < limit);
            let here = wire::path(&self.path);
            let at = check.at().map(|at| Segment::Key(object.fields[at].0.into()));
            let path: Vec<Segment> = self.path.iter().cloned().chain(at).collect();
            let reason = match check.kind {
                CheckKind::Matches => {
                    let there = wire::path(&path);
                    let differs = self.said.rules.iter().any(|(path, said)| *path == there && is_about_matches(said));
                    let matches = object.fields[check.first + check.own_fields[1]].0;
                    (differs && is_sound(Finding::Fault)).then_some(Reason::Unequal { matches })
                }
                CheckKind::NotEmpty => {
                    let mut said = self.said.checks.iter();
                    let is_said = said.any(|(path, _, message)| *path == here && message == "no field is given");
                    let (origin, minimum) = (Origin::Object, Limit::Integer(1));
                    is_said.then_some(Reason::TooSmall { origin, minimum, inclusive: true, exact: false, unit: None })
                }
                CheckKind::Custom => {
                    custom += 1;
                    let mut said = self.said.checks.iter();
                    let said = said.find(|(path, check, _)| (path, check + 1) == (&here, custom));
                    let message = said.filter(|_| is_sound(Finding::Issue)).map(|(_, _, message)| message.clone());
                    message.map(|message| Reason::Custom { message })
                }
            };
            let Some(reason) = reason else { continue };
            self.issues.push(Issue { path, reason });
            if let (CheckKind::Matches, Some(at)) = (check.kind, check.at()) {
                findings[at] = Finding::Issue;
            }
        }
    }
}
