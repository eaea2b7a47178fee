//! Objects with named fields.

use super::Printer;
use super::json::Json;
use super::node::Node;
use super::said::Said;
use crate::schema::{Check, CheckKind, Field, Object, Presence, Schema, Unknown};

/// Properties in the making, and which of them must be there.
#[derive(Default)]
pub(super) struct Members {
    properties: Vec<(String, Json)>,
    required: Vec<Json>,
    /// Of what may stand under several keys, what says that one of them is there.
    either: Vec<Json>,
}

impl Members {
    /// Adds one that must be there.
    pub(super) fn require(&mut self, name: &str, value: Json) {
        self.properties.push((name.to_owned(), value));
        self.required.push(name.into());
    }

    /// Adds one that may be there.
    pub(super) fn allow(&mut self, name: &str, value: Json) {
        self.properties.push((name.to_owned(), value));
    }

    /// The object that has them.
    pub(super) fn object(self, unknown: Unknown) -> Node {
        let mut node = Node::of_type("object");
        if !self.properties.is_empty() {
            node.set("properties", Json::Object(self.properties));
        }
        if !self.required.is_empty() {
            node.set("required", self.required);
        }
        if !self.either.is_empty() {
            node.set("allOf", self.either);
        }
        if unknown == Unknown::Refuse {
            node.set("additionalProperties", Json::raw(false));
        }
        node
    }
}

impl Printer {
    /// An object, perhaps with the name of the variant that holds it.
    pub(super) fn object(&mut self, object: &'static Object, tag: Option<(&str, Json)>) -> Node {
        let mut members = Members::default();
        if let Some((tag, name)) = tag {
            members.require(tag, name);
        }
        for field in object.fields {
            self.field(field, field.name, field.aliases, &mut members);
        }
        let mut node = members.object(object.unknown);
        for check in object.checks {
            let is_whole = check.count == object.fields.len();
            if check.kind == CheckKind::NotEmpty && is_whole && self.is_input() {
                node.set("minProperties", Json::raw(1));
            }
        }
        let checks: Vec<Json> = object.checks.iter().map(|check| self::check(object, check)).collect();
        if !checks.is_empty() {
            node.note("checks", checks);
        }
        node
    }

    /// Adds a field under this key, and on the way in under those that stand for it.
    pub(super) fn field(&mut self, field: &'static Field, name: &str, aliases: &[&str], members: &mut Members) {
        let schema = (field.schema)();
        let said = Said::new(field.normalize, field.rules);
        let is_null_absent = match field.presence {
            Presence::NotNull => true,
            Presence::NullIsAbsent => !self.is_input(),
            Presence::Always | Presence::Nullable => false,
        };
        let mut node = match schema {
            Schema::Option(inner) if is_null_absent => {
                let has_custom = said.has_custom();
                let mut node = self.value(inner(), said.of_inside());
                if has_custom {
                    node.note("custom", Json::raw(true));
                }
                node
            }
            schema => self.value(schema, said),
        };
        node.describe(field.docs);
        let default = field.default.map(|default| default());
        let may_be_absent = match self.is_input() {
            true => field.may_be_absent(),
            false => field.presence != Presence::Always,
        };
        if let Some(default) = default.filter(|_| self.is_input() && may_be_absent) {
            node.set("default", Json::Raw(String::from_utf8_lossy(&default).into_owned()));
        }
        let aliases = if self.is_input() { aliases } else { &[] };
        for alias in aliases {
            let node = node.clone().with("deprecated", Json::raw(true));
            members.allow(alias, node.finish(self.dialect));
        }
        let node = node.finish(self.dialect);
        match (may_be_absent, aliases) {
            (true, _) => members.allow(name, node),
            (false, []) => members.require(name, node),
            (false, aliases) => {
                members.allow(name, node);
                let keys = [name].into_iter().chain(aliases.iter().copied());
                let one = keys.map(|key| Json::Object(vec![("required".to_owned(), Json::texts([key]))]));
                members.either.push(Json::Object(vec![("oneOf".to_owned(), Json::List(one.collect()))]));
            }
        }
    }
}

/// What fields must keep among them, as a note.
fn check(object: &Object, check: &Check) -> Json {
    let kind = match check.kind {
        CheckKind::Matches => "matches",
        CheckKind::NotEmpty => "not_empty",
        CheckKind::Custom => "custom",
    };
    let name = |at: usize| object.fields[at].name;
    let fields = Json::texts(check.fields().map(name));
    let mut members = vec![("rule".to_owned(), kind.into()), ("fields".to_owned(), fields)];
    members.extend(check.at().map(|at| ("at".to_owned(), name(at).into())));
    Json::Object(members)
}
