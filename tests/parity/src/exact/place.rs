//! Places for values, as a schema has them.

use portcullis::schema::{Field, Map, Normalize, Presence, Rule, Schema, SchemaRef, Unit};

/// A place for a value: its shape inside of an `Option` and newtypes, and what is asked of it.
#[derive(Clone, Debug)]
pub struct Place {
    /// The shape.
    pub schema: &'static Schema,
    /// Whether `null` may stand there.
    pub nullable: bool,
    /// Whether the key of a field may be missing.
    pub may_be_absent: bool,
    /// What stands in for a missing key.
    pub default: Option<fn() -> Vec<u8>>,
    /// What is done to text first.
    pub normalize: Vec<Normalize>,
    /// What a value must keep.
    pub rules: Vec<Rule>,
    /// What the `Option` as a whole must keep.
    pub of_option: Vec<Rule>,
    /// What the inner one of two must keep, where the key is there.
    pub of_present: Vec<Rule>,
    /// Whether it is for the name of a variant, which tells what is beside it.
    pub is_tag: bool,
}

impl Place {
    /// The payload itself.
    pub fn root(schema: &'static Schema) -> Place {
        Place::new(schema, &[], &[])
    }

    /// A field of an object.
    pub fn field(field: &'static Field) -> Place {
        let place = Place::new((field.schema)(), field.rules, field.normalize);
        Place {
            may_be_absent: place.nullable || field.default.is_some(),
            nullable: place.nullable && field.presence != Presence::NotNull,
            default: field.default,
            ..place
        }
    }

    /// The items of this list, or the values of this map.
    pub fn items(&self, item: SchemaRef) -> Place {
        let (rules, normalize) = inside(&self.rules, &self.normalize, false);
        Place::new(item(), &rules, &normalize)
    }

    /// The keys and the values of this map.
    pub fn entries(&self, map: &Map) -> (Place, Place) {
        (Place::new((map.keys)(), &[], &[]), self.items(map.values))
    }

    /// An item of a tuple.
    pub fn of_tuple(item: SchemaRef) -> Place {
        Place::new(item(), &[], &[])
    }

    fn new(schema: &'static Schema, rules: &[Rule], normalize: &[Normalize]) -> Place {
        if let Schema::Newtype(newtype) = schema {
            let rules = [newtype.rules, rules].concat();
            return Place::new((newtype.schema)(), &rules, &[newtype.normalize, normalize].concat());
        }
        let Schema::Option(inner) = schema else {
            let (rules, normalize) = (rules.to_vec(), normalize.to_vec());
            return Place {
                schema,
                nullable: false,
                may_be_absent: false,
                default: None,
                normalize,
                rules,
                of_option: Vec::new(),
                of_present: Vec::new(),
                is_tag: false,
            };
        };
        let (within, normalize) = inside(rules, normalize, true);
        let of_option = rules.iter().copied().filter(is_of_option).collect();
        let inner = Place::new(inner(), &within, &normalize);
        Place { nullable: true, of_option, of_present: inner.of_option.clone(), ..inner }
    }

    /// Whether there must be a value, though it is an `Option`; a missing key may be something else
    /// than `null`.
    pub fn is_required(&self, is_present: bool) -> bool {
        self.asked(is_present).any(|rule| matches!(rule, Rule::Required))
    }

    /// Whether functions are asked about the `Option`, or the inner one of two.
    pub fn has_functions(&self, is_present: bool) -> bool {
        self.asked(is_present).any(|rule| matches!(rule, Rule::Custom(_)))
    }

    fn asked(&self, is_present: bool) -> impl Iterator<Item = &Rule> {
        self.of_option.iter().chain(self.of_present.iter().filter(move |_| is_present))
    }

    /// Whether empty text becomes `null`.
    pub fn empties(&self) -> bool {
        self.normalize.iter().any(|step| matches!(step, Normalize::EmptyAsNull))
    }

    /// Whether no item may be there twice.
    pub fn is_unique(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule, Rule::Unique(_, _)))
    }

    /// How many items there may be.
    pub fn counts(&self) -> (u32, u32) {
        match self.schema {
            Schema::FixedArray { length, .. } => (*length, *length),
            Schema::Tuple(tuple) => (tuple.items.len() as u32, tuple.items.len() as u32),
            _ => lengths(&self.rules, |unit| matches!(unit, Unit::Items)),
        }
    }

    /// The text after normalisation; `None` where it is empty and becomes `null`.
    pub fn normal(&self, text: &str) -> Option<String> {
        let steps = match self.schema {
            Schema::Formatted(format) => format.normalize,
            _ => &self.normalize,
        };
        steps.iter().try_fold(text.to_owned(), |text, step| match step {
            Normalize::Trim => Some(text.trim().to_owned()),
            Normalize::LowercaseAscii => Some(text.to_ascii_lowercase()),
            Normalize::Lowercase(_) => Some(text.to_lowercase()),
            Normalize::UppercaseAscii => Some(text.to_ascii_uppercase()),
            Normalize::Uppercase(_) => Some(text.to_uppercase()),
            Normalize::Nfc(_) => Some(oracle::own::nfc(&text)),
            Normalize::CollapseWhitespace(_) => Some(collapse(&text)),
            Normalize::EmptyAsNull => (!text.is_empty()).then_some(text),
            Normalize::Inner(_) => Some(text),
        })
    }
}

/// The limits that all rules about lengths in these units together set.
pub fn lengths(rules: &[Rule], counts: impl Fn(&Unit) -> bool) -> (u32, u32) {
    rules.iter().fold((0, u32::MAX), |(least, most), rule| match rule {
        Rule::Length { unit, minimum, maximum } if counts(unit) => (least.max(*minimum), most.min(*maximum)),
        _ => (least, most),
    })
}

fn is_of_option(rule: &Rule) -> bool {
    matches!(rule, Rule::Required | Rule::Custom(_))
}

/// What holds for what is inside: what `inner` says, and for an `Option` most of the rest.
fn inside(rules: &[Rule], normalize: &[Normalize], all: bool) -> (Vec<Rule>, Vec<Normalize>) {
    let rules = rules.iter().flat_map(|rule| match rule {
        Rule::Inner(rules) => rules.to_vec(),
        rule if all && !is_of_option(rule) => vec![*rule],
        _ => Vec::new(),
    });
    let normalize = normalize.iter().flat_map(|step| match step {
        Normalize::Inner(steps) => steps.to_vec(),
        step if all => vec![*step],
        _ => Vec::new(),
    });
    (rules.collect(), normalize.collect())
}

fn collapse(text: &str) -> String {
    let mut text = text.replace(char::is_whitespace, " ");
    while text.contains("  ") {
        text = text.replace("  ", " ");
    }
    text
}
