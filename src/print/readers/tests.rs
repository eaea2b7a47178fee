use std::collections::{BTreeMap, HashMap};

use crate::schema::{Field, Presence, Unknown};
use crate::{Payload, Uuid, payload};

use super::*;

/// The module that reads a payload.
fn module_of<T: Payload>() -> String {
    module([Named::of(T::schema()).unwrap()].iter())
}

/// The same without the comments that every function has.
fn reader<T: Payload>() -> String {
    let text = module_of::<T>();
    let mut code = String::new();
    let mut is_comment = false;
    for line in text.lines() {
        is_comment |= line.starts_with("/**");
        if !is_comment {
            code += line;
            code += "\n";
        }
        is_comment &= !line.ends_with("*/");
    }
    code
}

#[payload]
#[derive(PartialEq, Eq, Hash)]
enum Status {
    #[serde(rename = "in progress")]
    InProgress,
    Done,
}

#[payload]
struct Address {
    #[garde(skip)]
    street: String,
}

#[test]
fn an_enum_is_a_list_of_names() {
    assert_eq!(
        module_of::<Status>(),
        r#"
/** @type {import("./types/Status.d.ts").Status[]} */
const names$Status = ["in progress", "Done"];

/**
 * @param {number} variant
 * @returns {import("./types/Status.d.ts").Status}
 */
export function readStatus(variant) {
  return names$Status[variant];
}
"#
    );
}

#[payload]
struct Task {
    #[garde(skip)]
    id: Uuid,
    #[garde(skip)]
    title: Option<String>,
    #[garde(skip)]
    effort: f64,
    #[garde(skip)]
    is_urgent: bool,
    #[garde(skip)]
    status: Status,
    #[garde(dive)]
    address: Option<Address>,
}

#[test]
fn an_object_is_one_literal_in_the_order_of_its_fields() {
    assert_eq!(
        reader::<Task>(),
        r#"import { numbers, text, words } from "./runtime/tape.js";

export function readTask(block) {
  const at = block << 1;
  const states0 = words[at + 1];
  return {
    id: text(block + 1),
    title: states0 & 0x8 ? text(block + 2) : null,
    effort: numbers[block + 3],
    is_urgent: words[at + 8] !== 0,
    status: readStatus(words[at + 10]),
    address: states0 & 0x800 ? readAddress(words[at + 12]) : null,
  };
}
"#
    );
}

#[payload]
struct Arrays {
    #[garde(skip)]
    bounds: [f64; 2],
    #[garde(dive)]
    lines: Vec<[Address; 2]>,
}

#[test]
fn an_array_is_a_tuple() {
    let text = module_of::<Arrays>();
    for piece in [
        "bounds: array$2$number(block + 1),",
        "lines: list$array$2$Address(block + 2),",
        "@returns {[number, number]}",
        "@returns {[import(\"./types/Address.d.ts\").Address, import(\"./types/Address.d.ts\").Address][]}",
        "return /** @type {any} */ (items);",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}

#[payload]
struct Lists {
    #[garde(skip)]
    scalars: Vec<Option<u8>>,
    #[garde(dive)]
    blocks: Vec<Address>,
    #[garde(skip)]
    links: Vec<Vec<Status>>,
    #[garde(dive)]
    nullable_links: Vec<Option<Address>>,
}

#[test]
fn each_layout_of_lists_has_its_loop() {
    assert_eq!(
        reader::<Lists>(),
        r#"import { isNull, numbers, words } from "./runtime/tape.js";

export function readLists(block) {
  return {
    scalars: list$nullable$number(block + 1),
    blocks: list$Address(block + 2),
    links: list$list$Status(block + 3),
    nullable_links: list$nullable$Address(block + 4),
  };
}

function list$Address(slot) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = readAddress(item);
    item = words[item << 1];
  }
  return items;
}

function list$Status(slot) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = readStatus(words[item << 1]);
    item = item + 1;
  }
  return items;
}

function list$list$Status(slot) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = list$Status(item + 1);
    item = words[item << 1];
  }
  return items;
}

function list$nullable$Address(slot) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = words[(item << 1) + 1] === 1 ? null : readAddress(words[(item << 1) + 2]);
    item = words[item << 1];
  }
  return items;
}

function list$nullable$number(slot) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = isNull(item) ? null : numbers[item];
    item = item + 1;
  }
  return items;
}
"#
    );
}

#[payload]
struct Category {
    #[garde(dive)]
    children: Vec<Category>,
}

#[test]
fn a_recursive_type_calls_its_own_reader() {
    let code = reader::<Category>();
    assert!(code.contains("items[index] = readCategory(item);"), "{code}");
}

#[payload]
struct OddNames {
    #[garde(skip)]
    #[serde(rename = "__proto__")]
    proto: bool,
    #[garde(skip)]
    #[serde(rename = "content-type")]
    content_type: Option<bool>,
}

#[test]
fn odd_names_are_quoted() {
    let code = reader::<OddNames>();
    assert!(code.contains("\n    [\"__proto__\"]: words[at + 2] !== 0,\n"), "{code}");
    assert!(code.contains("\n    \"content-type\": states0 & 0x8 ? "), "{code}");
}

#[payload]
struct Update {
    #[garde(skip)]
    #[payload(optional)]
    title: Option<Option<String>>,
    #[garde(skip)]
    id: u8,
    #[garde(skip)]
    #[payload(optional)]
    #[serde(rename = "is done")]
    is_done: Option<bool>,
    #[garde(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[test]
fn fields_that_are_absent_stay_missing() {
    assert_eq!(
        reader::<Update>(),
        r#"import { numbers, text, words } from "./runtime/tape.js";

export function readUpdate(block) {
  const at = block << 1;
  const states0 = words[at + 1];
  /** @type {import("./types/Update.d.ts").Update} */
  const value = {
    id: numbers[block + 2],
  };
  if (states0 & 0x3) value.title = states0 & 0x2 ? text(block + 1) : null;
  if (states0 & 0x20) value["is done"] = words[at + 6] !== 0;
  if (states0 & 0x80) value.note = text(block + 4);
  return value;
}
"#
    );
}

#[allow(dead_code, reason = "its patch is what is looked at")]
#[payload(patch(UpdateLabel))]
struct Label {
    #[garde(skip)]
    name: String,
    #[garde(skip)]
    status: Option<Status>,
}

#[payload]
struct WrittenOut {
    #[garde(skip)]
    #[payload(optional)]
    name: Option<String>,
    #[garde(skip)]
    #[payload(optional)]
    status: Option<Option<Status>>,
}

#[test]
fn a_derived_patch_is_read_like_one_that_is_written_out() {
    let written_out = reader::<WrittenOut>().replace("WrittenOut", "UpdateLabel");
    assert_eq!(reader::<UpdateLabel>(), written_out);
}

#[payload]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Shape {
    Point,
    Home(#[garde(dive)] Address),
    Circle {
        #[garde(skip)]
        radius: f64,
        #[garde(skip)]
        #[payload(optional)]
        label: Option<String>,
    },
}

#[test]
fn a_union_is_a_switch_over_literals_with_their_names() {
    assert_eq!(
        module_of::<Shape>(),
        r#"import { numbers, text, words } from "./runtime/tape.js";

/**
 * @param {number} slot
 * @returns {import("./types/Shape.d.ts").Shape}
 */
export function readShape(slot) {
  const block = words[slot << 1];
  switch (words[(slot << 1) + 1]) {
    case 0:
      return { kind: "point" };
    case 1:
      return Shape$Home(block);
    default:
      return Shape$Circle(block);
  }
}

/**
 * @param {number} block
 * @returns {Extract<import("./types/Shape.d.ts").Shape, { kind: "home" }>}
 */
function Shape$Home(block) {
  return {
    kind: "home",
    street: text(block + 1),
  };
}

/**
 * @param {number} block
 * @returns {Extract<import("./types/Shape.d.ts").Shape, { kind: "circle" }>}
 */
function Shape$Circle(block) {
  const at = block << 1;
  const states0 = words[at + 1];
  /** @type {Extract<import("./types/Shape.d.ts").Shape, { kind: "circle" }>} */
  const value = {
    kind: "circle",
    radius: numbers[block + 1],
  };
  if (states0 & 0x8) value.label = text(block + 2);
  return value;
}
"#
    );
}

#[payload]
#[serde(tag = "type", content = "the data")]
enum Event {
    Ping,
    Note(#[garde(skip)] Option<String>),
    Drawn(#[garde(dive)] Shape),
    Moved {
        #[garde(skip)]
        by: i32,
    },
}

#[payload]
enum Target {
    Nobody,
    Lines(#[garde(skip)] Vec<u8>),
    Place {
        #[garde(skip)]
        name: String,
    },
}

#[payload]
#[serde(untagged)]
enum Either {
    Nothing,
    Text(#[garde(skip)] String),
    Lines(#[garde(dive)] Vec<Either>),
    Home(#[garde(dive)] Address),
    Moved {
        #[garde(skip)]
        by: i32,
    },
}

#[test]
fn what_has_no_name_is_read_as_it_is() {
    let text = reader::<Either>();
    for piece in [
        "return null;",
        "return text(block);",
        "return list$Either(block);",
        "return readAddress(words[block << 1]);",
        "return Either$Moved(words[block << 1]);",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}

#[payload]
struct Unions {
    #[garde(dive)]
    events: Vec<Event>,
    #[garde(dive)]
    target: Option<Target>,
}

#[test]
fn names_stand_beside_or_around_what_variants_hold() {
    let (event, target, unions) = (reader::<Event>(), reader::<Target>(), reader::<Unions>());
    for (text, pieces) in [
        (
            event,
            [
                "return { type: \"Ping\" };",
                "return { type: \"Note\", \"the data\": words[(block << 1) + 1] & 0x8 ? text(block + 2) : null };",
                "return { type: \"Drawn\", \"the data\": readShape(block + 2) };",
                "return { type: \"Moved\", \"the data\": Event$Moved(words[(block + 2) << 1]) };",
            ]
            .as_slice(),
        ),
        (
            target,
            &[
                "return \"Nobody\";",
                "return { Lines: list$number(block + 1) };",
                "return { Place: Target$Place(words[(block + 1) << 1]) };",
            ],
        ),
        (
            unions,
            &[
                "events: list$Event(block + 1),",
                "target: states0 & 0x8 ? readTarget(block + 2) : null,",
                "items[index] = readEvent(item + 1);\n    item = words[item << 1];",
            ],
        ),
    ] {
        for piece in pieces {
            assert!(text.contains(piece), "{piece} in {text}");
        }
    }
}

#[payload]
struct Reading {
    #[garde(skip)]
    at: (f64, Option<(bool, Status)>),
    #[garde(skip)]
    pairs: Vec<(String, u64)>,
}

#[test]
fn a_tuple_is_read_like_an_object_without_names() {
    assert_eq!(
        reader::<Reading>(),
        r#"import { naturals, numbers, text, words } from "./runtime/tape.js";

export function readReading(block) {
  return {
    at: tuple$2$number$nullable$tuple$2$boolean$Status(block + 1),
    pairs: list$tuple$2$string$natural(block + 2),
  };
}

function list$tuple$2$string$natural(slot) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = tuple$2$string$natural(item + 1);
    item = words[item << 1];
  }
  return items;
}

function tuple$2$boolean$Status(slot) {
  const block = words[slot << 1];
  const at = block << 1;
  return [words[at + 2] !== 0, readStatus(words[at + 4])];
}

function tuple$2$number$nullable$tuple$2$boolean$Status(slot) {
  const block = words[slot << 1];
  const at = block << 1;
  return [numbers[block + 1], words[at + 1] & 0x8 ? tuple$2$boolean$Status(block + 2) : null];
}

function tuple$2$string$natural(slot) {
  const block = words[slot << 1];
  return [text(block + 1), naturals[block + 2]];
}
"#
    );
}

#[payload]
struct Phone(#[garde(length(chars, max = 32))] String);

#[payload]
#[serde(transparent)]
struct Phones {
    #[garde(dive)]
    list: Vec<Option<Phone>>,
}

#[payload]
struct Card {
    #[garde(dive)]
    phone: Phone,
    #[garde(dive)]
    others: Option<Phones>,
}

#[test]
fn what_a_newtype_holds_is_read_in_its_place() {
    let code = reader::<Card>();
    for piece in [
        "    phone: text(block + 1),\n",
        "    others: states0 & 0x8 ? list$nullable$string(block + 2) : null,\n",
        "    items[index] = isNull(item) ? null : text(item);\n",
    ] {
        assert!(code.contains(piece), "{piece} in {code}");
    }
    assert!(!code.contains("readPhone"), "{code}");
}

#[test]
fn a_newtype_at_the_root_is_read_from_its_slot() {
    let code = reader::<Phone>();
    assert!(code.contains("export function readPhone(slot) {\n  return text(slot);\n}\n"), "{code}");
    let code = reader::<Phones>();
    assert!(code.contains("export function readPhones(slot) {\n  return list$nullable$string(slot);\n}\n"), "{code}");
}

/// The reader of an object with so many fields, each an optional text.
fn reader_of(count: usize) -> String {
    let fields: Vec<Field> = (0..count)
        .map(|index| Field {
            name: format!("f{index}").leak(),
            aliases: &[],
            member: "",
            docs: "",
            schema: Option::<String>::schema,
            normalize: &[],
            rules: &[],
            default: None,
            presence: Presence::Always,
        })
        .collect();
    let object = Box::leak(Box::new(Object {
        name: "Wide",
        docs: "",
        id: std::any::TypeId::of::<()>,
        instance: None,
        unknown: Unknown::Refuse,
        fields: fields.leak(),
        flattened: &[],
        checks: &[],
    }));
    module([Named::Object(object)].iter())
}

#[test]
fn headers_grow_with_the_fields() {
    for (count, first, last) in [
        (16, 1, "f15: states0 & 0x80000000 ? text(block + 16) : null"),
        (17, 2, "f16: states1 & 0x2 ? text(block + 18) : null"),
        (48, 2, "f47: states2 & 0x80000000 ? text(block + 49) : null"),
        (49, 3, "f48: states3 & 0x2 ? text(block + 51) : null"),
    ] {
        let code = reader_of(count);
        assert!(code.contains(&format!("f0: states0 & 0x2 ? text(block + {first})")), "{code}");
        assert!(code.contains(last), "{code}");
    }
    assert!(reader_of(49).contains("const states3 = words[at + 4];"));
}

#[payload]
struct Stock {
    #[garde(skip)]
    counts: BTreeMap<String, u32>,
    #[garde(dive)]
    places: HashMap<Status, Option<Address>>,
}

#[test]
fn a_map_is_an_object_of_its_entries() {
    let text = module_of::<Stock>();
    for piece in [
        "counts: map$string$number(block + 1),",
        "places: map$Status$nullable$Address(block + 2),",
        "@returns {{ [key in string]: number }}",
        "@returns {{ [key in import(\"./types/Status.d.ts\").Status]?: (import(\"./types/Address.d.ts\").Address | null) }}",
        "addEntry(map, text(item + 1), numbers[item + 2]);",
        "addEntry(map, text(item + 1), words[(item << 1) + 1] === 1 ? null : readAddress(words[(item << 1) + 4]));",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}
