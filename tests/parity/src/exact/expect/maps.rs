//! What must be said of maps and their keys.

use portcullis::issue::{Issue, Origin, Reason};
use portcullis::schema::Map;

use super::{Judge, entry, key_json};
use crate::exact::place::Place;
use crate::exact::rules;
use crate::json::Json;

impl Judge<'_> {
    pub(super) fn map(&mut self, place: &Place, map: &Map, members: &[(String, Json)]) -> bool {
        let (keys, values) = place.entries(map);
        let texts: Vec<String> = members.iter().map(|(key, _)| keys.normal(key).unwrap_or_default()).collect();
        let is_repeated = |at: usize| texts[..at].contains(&texts[at]);
        let count = (0..texts.len()).filter(|at| !is_repeated(*at)).count();
        let length = rules::length(Origin::Map, place.counts(), count, None);
        length.into_iter().for_each(|reason| self.tell(reason));
        let mut is_of_type = true;
        for (text, (key, json)) in texts.iter().zip(members) {
            is_of_type &= self.within(entry(text), |judge| {
                let (reason, is_key) = judge.key(&keys, key);
                reason.into_iter().for_each(|reason| judge.tell(reason));
                judge.value(&values, Some(json)) && is_key
            });
        }
        for (at, text) in texts.iter().enumerate().filter(|(at, _)| is_repeated(*at)) {
            self.within(entry(text), |judge| judge.tell(Reason::DuplicateKey {}));
            is_of_type &= at == 0;
        }
        is_of_type
    }

    /// What is wrong with the key whose path this is, and whether it is of its type.
    pub(super) fn key(&self, place: &Place, key: &str) -> (Option<Reason>, bool) {
        let mut judge = Judge { is_at_key: true, ..Judge::new(self.said, self.path.clone()) };
        let is_of_type = judge.value(place, Some(&key_json(place, key)));
        let issues: Vec<Issue> = judge.issues.into_iter().map(|issue| Issue { path: Vec::new(), ..issue }).collect();
        let reason = (!issues.is_empty()).then_some(Reason::InvalidKey { origin: "record", issues });
        (reason, is_of_type)
    }
}
