//! Small breaks of valid inputs, each with the issue that must come of it.

use fastrand::Rng;
use portcullis::issue::{Issue, Reason, Segment};
use portcullis::schema::{CheckKind, Map, Rule, Schema, TagPlace, Unknown};

use super::members::{Members, Variant};
use super::place::Place;
use super::{expect, valid, wrong};
use crate::json::Json;

macro_rules! breaks {
    ($($(#[doc = $docs:literal])* $name:ident,)*) => {
        /// What can be broken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Break {
            $($(#[doc = $docs])* $name,)*
        }

        impl Break {
            /// All of them.
            pub const ALL: &[Break] = &[$(Break::$name),*];
        }
    };
}

breaks! {
    /// A field that must be there is not.
    Missing,
    /// A key that no field has.
    UnknownKey,
    /// A key for the second time.
    DuplicateKey,
    /// A key that a map does not take.
    WrongKey,
    /// Two fields that must be the same are not.
    Unequal,
    /// Another value that keeps all that the schema knows, and may not suit a function.
    OtherValue,
    /// `null`, where it may not stand.
    Null,
    /// A value of another JSON type.
    WrongType,
    /// The fields of an object without their names, in a list.
    ListForObject,
    /// A number that is not written as a whole one.
    NotWhole,
    /// A number that its type cannot hold.
    BeyondType,
    /// A spelling that is none of the type's.
    Misspelled,
    /// None of the names of an enum.
    NoVariant,
    /// A list that is one item longer or shorter than its type.
    WrongCount,
    /// `null`, no key, or text that becomes `null`, where an `Option` must have a value.
    NoneRequired,
    /// One unit too short.
    TooShort,
    /// One unit too long.
    TooLong,
    /// One item too few.
    TooFew,
    /// One item too many.
    TooMany,
    /// One step below the lowest number.
    BelowLimit,
    /// One step above the highest number.
    AboveLimit,
    /// Text of another format.
    WrongFormat,
    /// Text that does not match its pattern.
    Mismatch,
    /// Text without the part that it must have.
    WithoutPart,
    /// Text that starts otherwise.
    WrongStart,
    /// Text that ends otherwise.
    WrongEnd,
    /// None of the values that are allowed.
    NoChoice,
    /// A number that is no multiple.
    NoMultiple,
    /// An item of a list for the second time.
    Repeat,
}

/// A break of an input.
#[derive(Debug)]
pub struct Broken {
    /// What it is.
    pub what: Break,
    /// Whether something is not of its type any more.
    pub is_fault: bool,
    path: Vec<Segment>,
    change: Change,
    issue: Option<Issue>,
}

#[derive(Debug)]
enum Change {
    /// The value becomes another.
    Replace(Json),
    /// The field goes.
    Remove,
    /// The object gets one more member, there.
    Insert(usize, String, Json),
}

/// A value in an input, and its place.
struct Spot<'j> {
    path: Vec<Segment>,
    /// Whether it is in an enum without names, of which it may become another variant.
    is_untagged: bool,
    place: Place,
    json: &'j Json,
}

/// Finds a value that can be broken in this way.
pub fn draw(what: Break, schema: &'static Schema, json: &Json, rng: &mut Rng) -> Option<Broken> {
    let mut spots = Vec::new();
    collect(Spot { path: Vec::new(), is_untagged: false, place: Place::root(schema), json }, &mut spots);
    rng.shuffle(&mut spots);
    spots.iter().find_map(|spot| {
        let broken = spot.broken(what, rng)?;
        // What must come of it there, the judge knows.
        let issue = broken.issue.filter(|_| !(spot.is_untagged && broken.is_fault));
        Some(Broken { issue, ..broken })
    })
}

fn collect<'j>(spot: Spot<'j>, spots: &mut Vec<Spot<'j>>) {
    let below = |segment| spot.path.iter().cloned().chain([segment]).collect();
    let is_untagged = spot.is_untagged;
    match (spot.place.schema, spot.json) {
        (Schema::Map(map), Json::Object(members)) => {
            let (_, place) = spot.place.entries(map);
            for (key, json) in members {
                collect(Spot { path: below(expect::entry(key)), is_untagged, place: place.clone(), json }, spots);
            }
        }
        (Schema::Union(union), json) if union.tagging.place == TagPlace::Nowhere => {
            let path = spot.path.clone();
            match expect::untagged(union, json) {
                Some(Variant::Value(place)) => collect(Spot { path, is_untagged: true, place: *place, json }, spots),
                Some(Variant::Members(members)) => collect_members(&path, true, members, json, spots),
                Some(Variant::Nothing) | None => {}
            }
        }
        (_, Json::Object(_)) => {
            let members = members_of(&spot.place, spot.json);
            members.into_iter().for_each(|members| collect_members(&spot.path, is_untagged, members, spot.json, spots));
        }
        (Schema::Array(item) | Schema::FixedArray { item, .. }, Json::Array(items)) => {
            let place = spot.place.items(*item);
            // What a type has no room for is no part of it.
            let room = if let Schema::FixedArray { length, .. } = spot.place.schema { *length } else { u32::MAX };
            for (at, json) in items.iter().enumerate().take(room as usize) {
                collect(Spot { path: below(Segment::Index(at)), is_untagged, place: place.clone(), json }, spots);
            }
        }
        (Schema::Tuple(tuple), Json::Array(items)) => {
            for (at, (item, json)) in tuple.items.iter().zip(items).enumerate() {
                collect(
                    Spot { path: below(Segment::Index(at)), is_untagged, place: Place::of_tuple(*item), json },
                    spots,
                );
            }
        }
        _ => {}
    }
    let is_union = matches!(spot.place.schema, Schema::Union(union) if union.tagging.place == TagPlace::Nowhere);
    spots.push(Spot { is_untagged: is_untagged || is_union, ..spot });
}

fn collect_members<'j>(
    path: &[Segment],
    is_untagged: bool,
    object: Members,
    json: &'j Json,
    spots: &mut Vec<Spot<'j>>,
) {
    let Json::Object(members) = json else { return };
    for (key, place) in object.fields {
        if let Some((_, json)) = members.iter().find(|(name, _)| name == key) {
            let path = path.iter().cloned().chain([Segment::Key(key.into())]).collect();
            collect(Spot { path, is_untagged, place, json }, spots);
        }
    }
}

/// What the object has that is there.
fn members_of(place: &Place, json: &Json) -> Option<Members> {
    match place.schema {
        Schema::Object(object) => Some(Members::of(object)),
        Schema::Union(union) => Members::told(union, json).map(|(_, members)| members),
        _ => None,
    }
}

impl Spot<'_> {
    fn broken(&self, what: Break, rng: &mut Rng) -> Option<Broken> {
        if let (Some(object), Json::Object(members)) = (members_of(&self.place, self.json), self.json) {
            let broken = self.broken_object(what, &object, members, rng);
            if broken.is_some() {
                return broken;
            }
        }
        if let (Schema::Map(map), Json::Object(members)) = (self.place.schema, self.json) {
            let broken = self.broken_map(what, map, members, rng);
            if broken.is_some() {
                return broken;
            }
        }
        if let (Schema::Any(_), Json::Object(members), Break::DuplicateKey) = (self.place.schema, self.json, what) {
            let first = rng.choice(0..members.len())?;
            let (key, json) = members[first].clone();
            let path = self.path.iter().cloned().chain([expect::entry(&key)]).collect();
            let issue = Some(Issue { path, reason: Reason::DuplicateKey {} });
            let change = Change::Insert(rng.usize(first + 1..=members.len()), key, json);
            return Some(Broken { what, is_fault: true, path: self.path.clone(), change, issue });
        }
        let (path, issue) = (self.path.clone(), |reason| Some(Issue { path: self.path.clone(), reason }));
        let is_field = matches!(self.path.last(), Some(Segment::Key(_)));
        let (change, issue, is_fault) = match what {
            // Another name would want other fields beside it.
            Break::OtherValue if self.place.is_tag => return None,
            Break::OtherValue => (Change::Replace(valid::value(&self.place, rng, 2)), None, false),
            Break::NoneRequired if self.place.is_required(true) => {
                let change = match rng.u8(..3) {
                    0 if is_field && self.place.default.is_none() && self.place.is_required(false) => Change::Remove,
                    1 if self.place.empties() => Change::Replace(Json::Text(String::new())),
                    _ => Change::Replace(Json::null()),
                };
                (change, issue(Reason::Required {}), false)
            }
            Break::Repeat => {
                let (json, first, at) = wrong::repeat(&self.place, self.json, rng)?;
                let path = self.path.iter().cloned().chain([Segment::Index(at)]).collect();
                (Change::Replace(json), Some(Issue { path, reason: Reason::NotUnique { first } }), false)
            }
            _ => {
                let (json, reason, is_fault) = wrong::value(what, &self.place, self.json, rng)?;
                (Change::Replace(json), issue(reason), is_fault)
            }
        };
        Some(Broken { what, is_fault, path, change, issue })
    }

    fn broken_map(&self, what: Break, map: &Map, members: &[(String, Json)], rng: &mut Rng) -> Option<Broken> {
        let (keys, values) = self.place.entries(map);
        let (at, key, json, reason, is_fault) = match what {
            Break::DuplicateKey => {
                let first = rng.choice(0..members.len())?;
                let (key, json) = members[first].clone();
                (rng.usize(first + 1..=members.len()), key, json, Reason::DuplicateKey {}, true)
            }
            Break::WrongKey => {
                let key = wrong::key(rng);
                let (reason, is_key) = expect::about_key(&keys, &key);
                // A value that keeps its rules.
                let (_, value) = members.iter().find(|(_, value)| expect::keeps(&values, value))?;
                (members.len(), key, value.clone(), reason?, !is_key)
            }
            _ => return None,
        };
        let path = self.path.iter().cloned().chain([expect::entry(&keys.normal(&key)?)]).collect();
        let (issue, change) = (Some(Issue { path, reason }), Change::Insert(at, key, json));
        Some(Broken { what, is_fault, path: self.path.clone(), change, issue })
    }

    fn broken_object(
        &self,
        what: Break,
        object: &Members,
        members: &[(String, Json)],
        rng: &mut Rng,
    ) -> Option<Broken> {
        let below =
            |name: &str| self.path.iter().cloned().chain([Segment::Key(name.to_owned().into())]).collect::<Vec<_>>();
        let at = |path: &[Segment], reason| Some(Issue { path: path.to_vec(), reason });
        match what {
            // Without the key it is no variant at all.
            Break::Missing if !object.is_told_by_key => {
                let mut fields = object
                    .fields
                    .iter()
                    .filter(|(key, place)| !place.may_be_absent && members.iter().any(|(name, _)| name == key));
                let path = below(fields.nth(rng.usize(..4))?.0);
                let issue = at(&path, Reason::Required {});
                Some(Broken { what, is_fault: true, path, change: Change::Remove, issue })
            }
            Break::UnknownKey if object.unknown == Unknown::Refuse => {
                let long = "k".repeat(101);
                let key = rng.choice(["unknown", "", "__proto__", "é🚀", "a\"b", &long])?;
                let reason = Reason::UnrecognizedKeys { keys: vec![key.chars().take(100).collect()] };
                // The first key may be the name of the variant.
                let behind = rng.usize(usize::from(object.is_told_by_key)..=members.len());
                let change = Change::Insert(behind, key.to_owned(), Json::Array(Vec::new()));
                Some(Broken { what, is_fault: true, path: self.path.clone(), change, issue: at(&self.path, reason) })
            }
            Break::DuplicateKey => {
                let fields = object.fields.iter().filter_map(|(key, _)| {
                    let first = members.iter().position(|(name, _)| name == key)?;
                    Some((*key, first))
                });
                let (name, first) = rng.choice(fields.collect::<Vec<_>>())?;
                let copy = if rng.bool() { members[first].1.clone() } else { Json::null() };
                let change = Change::Insert(rng.usize(first + 1..=members.len()), name.to_owned(), copy);
                let issue = at(&below(name), Reason::DuplicateKey {});
                Some(Broken { what, is_fault: true, path: self.path.clone(), change, issue })
            }
            Break::Unequal => {
                let check = object.checks.iter().find(|check| check.kind == CheckKind::Matches && rng.bool())?;
                let [(key, place), (other, _)] = [0, 1].map(|at| &object.fields[check.first + check.own_fields[at]]);
                let path = below(key);
                let current = &members.iter().find(|(name, _)| name == key)?.1;
                let value = valid::value(place, rng, 2);
                if expect::key(place, current) == expect::key(place, &value) {
                    return None;
                }
                let issue = at(&path, Reason::Unequal { matches: other });
                Some(Broken { what, is_fault: false, path, change: Change::Replace(value), issue })
            }
            _ => None,
        }
    }
}

impl Broken {
    /// Breaks an input, where the place is still there.
    pub fn apply(&self, json: &mut Json) {
        match &self.change {
            Change::Replace(value) => {
                if let Some(json) = find(json, &self.path) {
                    *json = value.clone();
                }
            }
            Change::Remove => {
                let Some((Segment::Key(key), object)) = self.path.split_last() else { return };
                if let Some(Json::Object(members)) = find(json, object) {
                    members.retain(|(name, _)| name != key);
                }
            }
            Change::Insert(at, key, value) => {
                if let Some(Json::Object(members)) = find(json, &self.path) {
                    members.insert((*at).min(members.len()), (key.clone(), value.clone()));
                }
            }
        }
    }

    /// Holds that what must come of the break is among the issues.
    ///
    /// # Panics
    ///
    /// If it is not: then the break, or what is expected, is wrong.
    pub fn assert_told(&self, issues: &[Issue], json: &Json) {
        let is_told = self.issue.iter().all(|issue| issues.contains(issue));
        assert!(is_told, "{self:?} is not among {issues:?} of {json:?}");
    }
}

fn find<'j>(json: &'j mut Json, path: &[Segment]) -> Option<&'j mut Json> {
    path.iter().try_fold(json, |json, segment| match (json, segment) {
        (Json::Object(members), Segment::Key(key)) => {
            members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
        }
        (Json::Array(items), Segment::Index(at)) => items.get_mut(*at),
        _ => None,
    })
}

/// Whether a rule of this kind is among those of a place.
pub fn rule<T>(place: &Place, rng: &mut Rng, of: impl Fn(&Rule) -> Option<T>) -> Option<T> {
    rng.choice(place.rules.iter().filter_map(of).collect::<Vec<T>>())
}
