//! Linking: from schemas that refer to each other to one plan.

use core::num::NonZeroU16;
use core::{mem, ptr};
use std::sync::OnceLock;

use super::{
    ArrayPlan, Asks, BigIntegerPlan, DefaultPlan, EnumPlan, FieldPlan, IntegerPlan, Layout, Limits, MapPlan, Node,
    Normalization, ObjectPlan, OptionPlan, Plan, Shape, Spelling, Successor, TextAsks, TextPlan, TuplePlan, UnionPlan,
    WholePlan,
};
use crate::engine::Place;
use crate::json::Key;
use crate::schema::{
    BigInteger, Check, Choices, Field, Map, Newtype, Normalize, Object, Presence, Rule, Schema, Tuple, Union, Unit,
    Unknown,
};

mod number;
mod shared;
mod unions;

use number::{number, whole};
use shared::{Share, Shared};

impl Plan {
    /// Links a schema.
    pub fn new(schema: &'static Schema) -> Plan {
        Plan::one(schema, Linker::default())
    }

    /// Links schemas: what they have in common is there once.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn all(schemas: impl Iterator<Item = &'static Schema>) -> Vec<Plan> {
        let mut linker = Linker::default();
        let roots: Vec<Node> = schemas.map(|schema| linker.node(schema, Said::default())).collect();
        roots.into_iter().map(linker.planner()).collect()
    }

    /// Links a schema without its normalisation: for values that are to be judged as they are.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn as_is(schema: &'static Schema) -> Plan {
        Plan::one(schema, Linker { is_literal: true, ..Linker::default() })
    }

    fn one(schema: &'static Schema, mut linker: Linker) -> Plan {
        let root = linker.node(schema, Said::default());
        linker.planner()(root)
    }
}

#[derive(Default)]
struct Linker {
    /// Those that are being linked, and may refer to themselves, are empty.
    objects: Vec<ObjectPlan>,
    /// The schemas of objects, and where those are. That of one type may be there more than once.
    schemas: Vec<(&'static Object, usize)>,
    /// Those that are being linked have no variants.
    unions: Vec<UnionPlan>,
    union_schemas: Vec<&'static Union>,
    /// What writes the defaults.
    defaults: Vec<fn() -> Vec<u8>>,
    /// Whether values are judged as they are.
    is_literal: bool,
    shared: Shared,
}

impl Linker {
    /// What makes plans of roots, once all that they refer to is linked.
    fn planner(self) -> impl Fn(Node) -> Plan {
        let defaults = self.defaults.iter().map(|default| DefaultPlan { json: default(), slot: OnceLock::new() });
        let defaults = &*defaults.collect::<Vec<DefaultPlan>>().leak();
        let (objects, unions) = (&*self.objects.leak(), &*self.unions.leak());
        move |root| Plan { root, objects, unions, defaults }
    }

    fn node(&mut self, schema: &'static Schema, said: Said) -> Node {
        let draft = self.draft(schema, said);
        self.finish(draft)
    }

    fn finish(&mut self, draft: Draft) -> Node {
        let Draft { shape, nullable, asks } = draft;
        Node { shape, nullable, asks: self.asks(asks) }
    }

    fn draft(&mut self, schema: &'static Schema, said: Said) -> Draft {
        let shape = match schema {
            Schema::Option(inner) => return self.option(inner(), &said),
            Schema::Newtype(newtype) => return self.newtype(newtype, said),
            Schema::Boolean => Shape::Boolean,
            Schema::Integer { .. } => {
                let WholePlan { minimum, maximum, exclusive, of } = whole(schema, &said.rules);
                // Limits within the type's own, as whichever is nearer, fit into it.
                let narrow = |limit: i128| limit.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
                let (minimum, maximum) = (narrow(minimum), narrow(maximum));
                Shape::Integer(IntegerPlan { minimum, maximum, exclusive, of }.share(&mut self.shared))
            }
            &Schema::BigInteger(&BigInteger { is_signed, walk }) => {
                Shape::BigInteger(Box::new(BigIntegerPlan { walk, is_signed, whole: whole(schema, &said.rules) }))
            }
            Schema::Number(double) => Shape::Number(Box::new(number(double, false, &said.rules))),
            Schema::Single(double) => Shape::Number(Box::new(number(double, true, &said.rules))),
            Schema::Text => Shape::Text(self.text(&said, Spelling::Free)),
            Schema::Formatted(format) => {
                let said = Said { normalize: format.normalize.iter().collect(), rules: said.rules.clone() };
                Shape::Text(self.text(&said, Spelling::Format(format)))
            }
            Schema::Decimal(format) => {
                let limits = whole(schema, &said.rules);
                Shape::Text(self.text(&Said::default(), Spelling::Decimal(format, Box::new(limits))))
            }
            Schema::Enum(schema) => {
                let keys = schema.variants.iter().map(|variant| Key::value(variant.name)).collect();
                Shape::Enum(EnumPlan { schema, keys }.share(&mut self.shared))
            }
            Schema::Array(item) => Shape::Array(self.array(item(), &said, None)),
            Schema::FixedArray { item, length } => Shape::Array(self.array(item(), &said, Some(*length))),
            Schema::Tuple(tuple) => Shape::Tuple(self.tuple(tuple)),
            Schema::Map(map) => Shape::Map(Box::new(self.map(map, &said))),
            Schema::Any(any) => {
                (any.spells)();
                Shape::Any(any)
            }
            Schema::Object(object) => Shape::Object(self.object(object)),
            Schema::Union(union) => Shape::Union(self.union(union)),
        };
        let rules = said.rules_that(|rule| match rule {
            Rule::OneOf(choices, _) => !matches!(choices, Choices::Texts(_)),
            rule => {
                matches!(rule, Rule::Conversion(_) | Rule::Custom(_) | Rule::MultipleOf(_, _) | Rule::Unique(_, _))
            }
        });
        Draft { shape, nullable: false, asks: Asks { rules, ..Asks::default() } }
    }

    /// As garde does it: rules look through an `Option`, `inner` means the value inside, and only
    /// rules of the application see the `Option` itself.
    fn option(&mut self, inner: &'static Schema, said: &Said) -> Draft {
        let Draft { shape, mut asks, .. } = self.draft(inner, said.inside(true));
        // An `Option` in this one is never null.
        asks.rules.append(&mut asks.option.customs);
        let required = said.rules.iter().any(|rule| matches!(rule, Rule::Required));
        let empties = matches!(&shape, Shape::Text(TextPlan { normalization: Some(steps), .. }) if steps.empties);
        asks.option = OptionPlan { required, empties, customs: said.customs(), inside: None };
        Draft { shape, nullable: true, asks }
    }

    /// The value inside, which keeps what the newtype says of it, and then what is said of the newtype.
    fn newtype(&mut self, newtype: &'static Newtype, said: Said) -> Draft {
        let mut own = self.said(newtype.rules, newtype.normalize);
        own.rules.extend(said.rules);
        own.normalize.extend(said.normalize);
        self.draft((newtype.schema)(), own)
    }

    /// What is said, without normalisation if there is to be none.
    fn said(&self, rules: &'static [Rule], normalize: &'static [Normalize]) -> Said {
        let normalize = if self.is_literal { &[] } else { normalize };
        Said { rules: rules.iter().collect(), normalize: normalize.iter().collect() }
    }

    /// An `Option` in another, of an optional field: `null` is a value of the one inside.
    fn nullable(&mut self, inner: &'static Schema, said: &Said) -> Node {
        let mut draft = self.draft(inner, said.inside(true));
        let inside = Box::new(mem::take(&mut draft.asks.option));
        draft.asks.option =
            OptionPlan { required: false, empties: inside.empties, customs: said.customs(), inside: Some(inside) };
        self.finish(draft)
    }

    /// What is asked, if anything is.
    fn asks(&mut self, asks: Asks) -> Option<&'static Asks> {
        asks.any().then(|| asks.share(&mut self.shared))
    }

    fn text(&mut self, said: &Said, spelling: Spelling) -> TextPlan {
        let rules = said.rules_that(|rule| match rule {
            Rule::Format(_) | Rule::Pattern(_) | Rule::Contains(_) | Rule::Prefix(_) | Rule::Suffix(_) => true,
            Rule::OneOf(choices, _) => matches!(choices, Choices::Texts(_)),
            Rule::Length { unit, .. } => !matches!(unit, Unit::Chars),
            _ => false,
        });
        let asks = !rules.is_empty() || !matches!(spelling, Spelling::Free);
        TextPlan {
            chars: lengths(&said.rules),
            normalization: normalization(&said.normalize).map(|steps| steps.share(&mut self.shared)),
            asks: asks.then(|| TextAsks { spelling, rules }.share(&mut self.shared)),
        }
    }

    fn array(&mut self, item: &'static Schema, said: &Said, length: Option<u32>) -> ArrayPlan {
        let item = self.node(item, said.inside(false));
        let layout = match item {
            Node { shape: Shape::Object(_), nullable: false, .. } => Layout::Blocks,
            Node {
                shape: Shape::Object(_) | Shape::Array(_) | Shape::Tuple(_) | Shape::Map(_) | Shape::Union(_),
                ..
            } => Layout::Links,
            // Every bit pattern is a number there, and none is left for null.
            Node { shape: Shape::BigInteger(_), nullable: true, .. } => Layout::Links,
            _ => Layout::Slots,
        };
        let limits = match length {
            Some(length) => Limits::exactly(length),
            None => lengths(&said.rules),
        };
        ArrayPlan { item: Box::new(item), layout, limits, is_fixed: length.is_some() }
    }

    fn tuple(&mut self, tuple: &'static Tuple) -> TuplePlan {
        let items = tuple.items.iter().map(|item| self.node(item(), Said::default())).collect();
        TuplePlan { walk: tuple.walk, items }
    }

    fn map(&mut self, map: &'static Map, said: &Said) -> MapPlan {
        let keys = self.node((map.keys)(), Said::default());
        let spelled = match keys.shape {
            Shape::Text(_) => None,
            _ => Some(Box::new(self.node(&Schema::Text, Said::default()))),
        };
        let values = self.node((map.values)(), said.inside(false));
        MapPlan { walk: map.walk, keys: keys.into(), spelled, values: values.into(), limits: lengths(&said.rules) }
    }

    fn object(&mut self, schema: &'static Object) -> usize {
        if let Some((_, index)) = self.schemas.iter().find(|(seen, _)| ptr::eq(*seen, schema)) {
            return *index;
        }
        let index = self.objects.len();
        self.schemas.push((schema, index));
        self.objects.push(ObjectPlan::default());
        let count = schema.fields.len();
        let fields = schema.fields.iter().enumerate();
        let fields =
            fields.map(|(at, field)| self.field(field, Place::new(at, count), Successor::new(at + 1, count))).collect();
        let aliases = aliases(schema);
        self.objects[index] = ObjectPlan { aliases, ..object(fields, schema.unknown, schema.checks) };
        index
    }

    fn field(&mut self, field: &'static Field, place: Place, next: Successor) -> FieldPlan {
        let said = self.said(field.rules, field.normalize);
        let mut node = match (field.presence, (field.schema)()) {
            (Presence::Nullable, Schema::Option(inner)) => self.nullable(inner(), &said),
            (_, schema) => self.node(schema, said),
        };
        let is_required = !node.nullable && field.default.is_none();
        node.nullable &= field.presence != Presence::NotNull;
        FieldPlan {
            key: Key::new(field.name),
            place,
            next,
            node,
            name: field.name,
            is_required,
            default: field.default.map(|default| {
                self.defaults.push(default);
                let number = u16::try_from(self.defaults.len()).ok().and_then(NonZeroU16::new);
                number.expect("no contract has so many defaults")
            }),
        }
    }
}

/// The other keys of fields, with their indices.
fn aliases(schema: &Object) -> Vec<(&'static str, usize)> {
    let fields = schema.fields.iter().enumerate();
    fields.flat_map(|(at, field)| field.aliases.iter().map(move |alias| (*alias, at))).collect()
}

/// An object with these fields, which are expected in this order.
fn object(fields: Vec<FieldPlan>, unknown: Unknown, checks: &'static [Check]) -> ObjectPlan {
    let count = fields.len();
    assert!(count < 60_000, "a place has 16 bits");
    let mut watched = vec![0; count.div_ceil(16)];
    for (at, field) in fields.iter().enumerate() {
        if field.is_required || field.default.is_some() || field.node.asks_for_none() {
            watched[at / 16] |= 1 << (2 * (at % 16));
        }
    }
    ObjectPlan {
        headers: Place::headers(count),
        watched,
        strips_unknown: unknown == Unknown::Strip,
        aliases: Vec::new(),
        checks,
        is_name_alone: false,
        first: Successor::new(0, count),
        fields,
    }
}

/// A node, of which what it is in may ask more.
struct Draft {
    shape: Shape,
    nullable: bool,
    asks: Asks,
}

/// What is said of a value beside its shape.
#[derive(Default)]
struct Said {
    rules: Vec<&'static Rule>,
    normalize: Vec<&'static Normalize>,
}

impl Said {
    /// What holds for what is inside an `Option` or a list: what `inner` says; with `all`, whatever
    /// else there is too.
    fn inside(&self, all: bool) -> Said {
        let mut inside = Said::default();
        for rule in &self.rules {
            match rule {
                Rule::Inner(rules) => inside.rules.extend(*rules),
                Rule::Custom(_) | Rule::Required => {}
                rule if all => inside.rules.push(rule),
                _ => {}
            }
        }
        for normalize in &self.normalize {
            match normalize {
                Normalize::Inner(normalize) => inside.normalize.extend(*normalize),
                normalize if all => inside.normalize.push(normalize),
                _ => {}
            }
        }
        inside
    }

    #[inline(never)]
    fn rules_that(&self, are: fn(&Rule) -> bool) -> Vec<&'static Rule> {
        self.rules.iter().copied().filter(|rule| are(rule)).collect()
    }

    /// Rules of the application.
    fn customs(&self) -> Vec<&'static Rule> {
        self.rules_that(|rule| matches!(rule, Rule::Custom(_)))
    }
}

/// The limits that all `length` rules together set: in the one unit that plans have for the type.
#[inline(never)]
fn lengths(rules: &[&'static Rule]) -> Limits {
    rules.iter().fold(Limits::default(), |limits, rule| match rule {
        Rule::Length { unit: Unit::Chars | Unit::Items, minimum, maximum } => {
            Limits { minimum: limits.minimum.max(*minimum), maximum: limits.maximum.min(*maximum) }
        }
        _ => limits,
    })
}

/// How text is normalised, if it is.
fn normalization(steps: &[&'static Normalize]) -> Option<Normalization> {
    let mut plan = Normalization { steps: steps.to_owned(), ..Normalization::default() };
    for step in steps {
        match step {
            Normalize::Trim => plan.trims = true,
            Normalize::Lowercase(_) | Normalize::LowercaseAscii => plan.lowers = true,
            Normalize::Uppercase(_)
            | Normalize::UppercaseAscii
            | Normalize::Nfc(_)
            | Normalize::CollapseWhitespace(_) => {
                plan.rewrites = true;
            }
            Normalize::EmptyAsNull => plan.empties = true,
            Normalize::Inner(_) => {}
        }
    }
    (!steps.is_empty()).then_some(plan)
}
