//! A schema in the making.

use super::dialect::Dialect;
use super::json::Json;

/// The keyword under which stands what JSON Schema has no keyword for.
const NOTES: &str = "x-portcullis";

/// One schema: its keywords, in their order, and its notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Node {
    keywords: Vec<(String, Json)>,
    notes: Vec<(String, Json)>,
}

impl Node {
    /// Values of a JSON type.
    pub(super) fn of_type(name: &str) -> Node {
        Node::default().with("type", name)
    }

    /// What keeps at least one of these, or exactly one, as the keyword says.
    pub(super) fn any(keyword: &str, nodes: Vec<Node>, dialect: Dialect) -> Node {
        let nodes: Vec<Json> = nodes.into_iter().map(|node| node.finish(dialect)).collect();
        Node::default().with(keyword, nodes)
    }

    pub(super) fn with(mut self, keyword: &str, value: impl Into<Json>) -> Node {
        self.set(keyword, value);
        self
    }

    pub(super) fn set(&mut self, keyword: &str, value: impl Into<Json>) {
        self.keywords.push((keyword.to_owned(), value.into()));
    }

    /// Adds a keyword where there is a value for it.
    pub(super) fn set_if(&mut self, keyword: &str, value: Option<impl Into<Json>>) {
        if let Some(value) = value {
            self.set(keyword, value);
        }
    }

    /// Says in a note what no keyword does.
    pub(super) fn note(&mut self, name: &str, value: impl Into<Json>) {
        if !self.notes.iter().any(|(other, _)| other == name) {
            self.notes.push((name.to_owned(), value.into()));
        }
    }

    /// Adds what people are told, if there is anything, before all else.
    pub(super) fn describe(&mut self, docs: &str) {
        if !docs.is_empty() {
            self.keywords.insert(0, ("description".to_owned(), docs.into()));
        }
    }

    /// Adds the name and what people are told.
    pub(super) fn introduce(&mut self, name: &str, docs: &str) {
        self.describe(docs);
        self.keywords.insert(0, ("title".to_owned(), name.into()));
    }

    /// The same, or null.
    pub(super) fn or_null(mut self, dialect: Dialect) -> Node {
        let has_type = self.keywords.iter().any(|(keyword, _)| keyword == "type");
        if !has_type {
            return Node::any("anyOf", vec![self, Node::null(dialect)], dialect);
        }
        for (keyword, value) in &mut self.keywords {
            match (keyword.as_str(), value) {
                ("type", value) if !dialect.has_nullable() => *value = vec![value.clone(), "null".into()].into(),
                ("enum", Json::List(values)) => values.push(Json::null()),
                _ => {}
            }
        }
        if dialect.has_nullable() { self.with("nullable", Json::raw(true)) } else { self }
    }

    /// Nothing but null.
    pub(super) fn null(dialect: Dialect) -> Node {
        match dialect.has_nullable() {
            // What has no type takes no `nullable` there.
            true => Node::of_type("string").with("nullable", Json::raw(true)).with("enum", vec![Json::null()]),
            false => Node::of_type("null"),
        }
    }

    /// Whether it says nothing but the type.
    pub(super) fn is_plain(&self) -> bool {
        matches!(&self.keywords[..], [(keyword, _)] if keyword == "type") && self.notes.is_empty()
    }

    pub(super) fn finish(self, dialect: Dialect) -> Json {
        let mut members = self.keywords;
        if !self.notes.is_empty() {
            members.push((NOTES.to_owned(), Json::Object(self.notes)));
        }
        let reference = members.iter().position(|(keyword, _)| keyword == "$ref");
        if let Some(at) = reference.filter(|_| members.len() > 1 && dialect.refers_alone()) {
            let reference = Json::Object(vec![members.remove(at)]);
            members.insert(at, ("allOf".to_owned(), vec![reference].into()));
        }
        Json::Object(members)
    }
}
