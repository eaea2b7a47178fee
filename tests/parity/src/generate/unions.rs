//! Enums with data: the name of a variant is mostly right, and mostly where it belongs.

use portcullis::schema::{Content, Enum, TagPlace, Union};

use super::Generator;
use crate::json::Json;

impl Generator<'_> {
    /// Makes a value of a union.
    pub(super) fn union(&mut self, union: &Union, depth: usize) -> Json {
        let variant = self.rng.usize(..union.contents.len());
        let content = &union.contents[variant];
        let name = self.name(&union.names, variant);
        match (union.tagging.place, content) {
            (TagPlace::Nowhere, Content::Unit) => Json::null(),
            (TagPlace::Nowhere, content) => self.content(content, depth).unwrap_or_else(Json::null),
            (TagPlace::Around, Content::Unit) if self.slip() => Json::Object(vec![(name, Json::null())]),
            (TagPlace::Around, Content::Unit) => Json::Text(name),
            (TagPlace::Around, _) if self.slip() => Json::Text(name),
            (TagPlace::Around, content) => {
                let value = self.content(content, depth).unwrap_or_else(Json::null);
                let mut members = vec![(name, value)];
                if self.slip() {
                    members.extend(members.clone());
                }
                Json::Object(members)
            }
            (TagPlace::Inside { tag }, content) => {
                let mut members = match self.content(content, depth) {
                    Some(Json::Object(members)) => members,
                    _ => Vec::new(),
                };
                self.add_tag(&mut members, tag, name);
                Json::Object(members)
            }
            (TagPlace::Beside { tag, content: key }, content) => {
                let value = self.content(content, depth);
                let mut members: Vec<_> = value.into_iter().map(|value| (key.to_owned(), value)).collect();
                if matches!(content, Content::Unit) && self.slip() {
                    members.push((key.to_owned(), Json::null()));
                }
                self.add_tag(&mut members, tag, name);
                Json::Object(members)
            }
        }
    }

    /// What a variant holds; nothing where it holds none, or may be left out.
    fn content(&mut self, content: &Content, depth: usize) -> Option<Json> {
        match content {
            Content::Unit => None,
            Content::Value(field) | Content::Tuple(field) => self.field(field, depth).map(|(_, value)| value),
            Content::Object(object) => Some(self.object(object, depth + 1)),
        }
    }

    /// A name of a variant, and sometimes none.
    pub(super) fn name(&mut self, names: &Enum, variant: usize) -> String {
        let variant = &names.variants[variant];
        let names = [&[variant.name], variant.aliases].concat();
        let wrong = if self.rng.bool() { variant.member } else { "" };
        if self.slip() { wrong.to_owned() } else { (*self.rng.choice(&names).unwrap()).to_owned() }
    }

    /// Mostly in front; for a slip not at all, twice, or not a text.
    fn add_tag(&mut self, members: &mut Vec<(String, Json)>, tag: &str, name: String) {
        let place = if self.rng.u8(..3) == 0 { self.rng.usize(..=members.len()) } else { 0 };
        let tag = tag.to_owned();
        match (self.slip(), self.rng.u8(..4)) {
            (true, 0) => {}
            (true, 1) => members.insert(place, (tag, Json::Raw("1".to_owned()))),
            (true, 2) => {
                members.insert(place, (tag.clone(), Json::Text(name.clone())));
                members.insert(self.rng.usize(..=members.len()), (tag, Json::Text(name)));
            }
            (true, _) => {
                members.insert(place, (tag, Json::Object(vec![(name, Json::null())])));
            }
            (false, _) => members.insert(place, (tag, Json::Text(name))),
        }
    }
}
