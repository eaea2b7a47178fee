//! Which texts it takes more than a length to judge.
//!
//! Of the others JavaScript tells the engine just that: they are not copied, however long they are. A mistake here
//! costs time and nothing else, for the engine takes no length where somebody asks for the text.

use std::collections::BTreeSet;

use crate::print::named::Named;
use crate::schema::{Field, Normalize, Object, Rule, Schema, Unit};

/// What is said of a value, and so of the texts in it.
#[derive(Clone, Copy)]
pub(super) struct Said {
    /// Whether it takes more than their lengths.
    pub(super) is_inspected: bool,
}

impl Said {
    pub(super) fn of(rules: &[Rule], normalize: &[Normalize]) -> Said {
        Said { is_inspected: !normalize.is_empty() || !rules.iter().all(is_about_length) }
    }

    pub(super) fn and(self, rules: &[Rule], normalize: &[Normalize]) -> Said {
        Said { is_inspected: self.is_inspected || Said::of(rules, normalize).is_inspected }
    }
}

/// Whether a rule asks of texts no more than how long they are, roughly: one UTF-16 code unit may be half a character.
fn is_about_length(rule: &Rule) -> bool {
    match rule {
        Rule::Length { unit: Unit::Chars, minimum, .. } => *minimum <= 1,
        Rule::Length { unit, .. } => matches!(unit, Unit::Items),
        Rule::Inner(rules) => rules.iter().all(is_about_length),
        rule => matches!(rule, Rule::Required),
    }
}

fn has_check_of(object: &Object, field: usize) -> bool {
    object.checks.iter().any(|check| check.own_fields.iter().any(|own| check.first + own == field))
}

/// The object types that rules look into, wherever those rules stand: one writer serves all places.
#[derive(Default)]
pub(super) struct Inspected {
    objects: BTreeSet<String>,
    seen: BTreeSet<String>,
}

impl Inspected {
    pub(super) fn in_all(payloads: &[Named]) -> Inspected {
        let mut inspected = Inspected::default();
        for payload in payloads {
            match *payload {
                Named::Object(object) => inspected.object(object, false),
                Named::Newtype(newtype) => inspected.value((newtype.schema)(), newtype.rules, false),
                Named::Enum(_) | Named::Union(_) | Named::Any => {}
            }
        }
        inspected
    }

    /// What is said of a field.
    pub(super) fn said(&self, object: &'static Object, index: usize) -> Said {
        let Field { rules, normalize, .. } = object.fields[index];
        let mut said = Said::of(rules, normalize);
        said.is_inspected |= self.objects.contains(&Named::Object(object).name()) || has_check_of(object, index);
        said
    }

    fn value(&mut self, schema: &'static Schema, rules: &[Rule], outer: bool) {
        let is_inspected = outer || rules.iter().any(inspects);
        match *schema {
            Schema::Option(inner) => self.value(inner(), &[], is_inspected),
            Schema::Newtype(newtype) => self.value((newtype.schema)(), newtype.rules, is_inspected),
            Schema::Array(item) | Schema::FixedArray { item, .. } => self.value(item(), &[], is_inspected),
            Schema::Object(object) => self.object(object, is_inspected),
            _ => {}
        }
    }

    fn object(&mut self, object: &'static Object, is_inspected: bool) {
        let name = Named::Object(object).name();
        let known = if is_inspected { &mut self.objects } else { &mut self.seen };
        if known.insert(name) {
            for (index, field) in object.fields.iter().enumerate() {
                self.value((field.schema)(), field.rules, is_inspected || has_check_of(object, index));
            }
        }
    }
}

/// Whether a rule is given the value itself.
fn inspects(rule: &Rule) -> bool {
    match rule {
        Rule::Inner(rules) => rules.iter().any(inspects),
        rule => matches!(rule, Rule::Unique(..) | Rule::Conversion(_) | Rule::Custom(_)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::module;
    use crate::print::named::Named;
    use crate::{Payload, Uuid, garde, payload};

    #[payload]
    struct Word(#[garde(length(chars, min = 1, max = 9))] String);

    #[payload]
    struct Slug(#[garde(pattern(r"^[a-z]+$"))] String);

    #[payload(check = differ(left, right), at = right)]
    struct Texts {
        #[garde(skip)]
        any: String,
        #[garde(length(chars, min = 1, max = 9))]
        short: Option<String>,
        #[garde(dive)]
        word: Word,
        #[garde(length(max = 3), inner(length(chars, max = 9)))]
        list: Vec<String>,
        #[garde(inner(inner(length(chars, max = 9))))]
        lists: Vec<Vec<String>>,
        #[garde(length(chars, min = 2))]
        two: String,
        #[garde(length(bytes, max = 9))]
        bytes: String,
        #[garde(skip)]
        #[payload(trim)]
        trimmed: String,
        #[garde(dive)]
        slug: Slug,
        #[garde(dive)]
        slugs: Vec<Slug>,
        #[garde(inner(ascii))]
        ascii: Vec<String>,
        #[payload(unique)]
        unique: Vec<String>,
        #[garde(custom(known))]
        known: String,
        #[garde(skip)]
        id: Uuid,
        #[garde(skip)]
        left: String,
        #[garde(skip)]
        right: String,
    }

    fn differ(_: &str, _: &str) -> garde::Result {
        Ok(())
    }

    fn known(_: &str, (): &()) -> garde::Result {
        Ok(())
    }

    fn calls<T: Payload>(name: &str) -> String {
        let module = module([Named::of(T::schema()).unwrap()].iter());
        let (_, function) = module.split_once(&format!("export function write{name}(value) {{\n")).unwrap();
        let (body, _) = function.split_once("\n}\n").unwrap();
        body.lines().skip(1).map(|line| format!("{}\n", line.trim())).collect()
    }

    #[test]
    fn texts_whose_length_says_all_are_measured() {
        assert_eq!(
            calls::<Texts>("Texts"),
            "size(value.any);
size(value.short);
size(value.word);
list(value.list, size);
list(value.lists, (items) => list(items, size));
text(value.two);
text(value.bytes);
text(value.trimmed);
text(value.slug);
list(value.slugs, text);
list(value.ascii, text);
list(value.unique, text);
text(value.known);
text(value.id);
text(value.left);
text(value.right);
end();
"
        );
    }

    #[payload]
    struct Part {
        #[garde(skip)]
        name: String,
        #[garde(dive)]
        parts: Vec<Part>,
    }

    #[payload]
    struct Free {
        #[garde(dive)]
        part: Part,
    }

    #[payload]
    struct Asking {
        #[garde(dive)]
        free: Free,
        #[garde(dive, custom(whole))]
        part: Part,
    }

    fn whole(_: &Part, (): &()) -> garde::Result {
        Ok(())
    }

    #[test]
    fn one_rule_looks_into_all_that_it_is_given() {
        assert_eq!(calls::<Free>("Part"), "size(value.name);\nlist(value.parts, writePart);\nend();\n");
        assert_eq!(calls::<Asking>("Part"), "text(value.name);\nlist(value.parts, writePart);\nend();\n");
    }
}
