mod lists;
mod unions;

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

export function readTask(block, source) {
  const at = block << 1;
  const states0 = words[at + 1];
  return {
    id: text(block + 1, source),
    title: states0 & 0x8 ? text(block + 2, source) : null,
    effort: numbers[block + 3],
    is_urgent: words[at + 8] !== 0,
    status: readStatus(words[at + 10]),
    address: states0 & 0x800 ? readAddress(words[at + 12], source) : null,
  };
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
    assert!(code.contains("items[index] = readCategory(item, source);"), "{code}");
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

export function readUpdate(block, source) {
  const at = block << 1;
  const states0 = words[at + 1];
  /** @type {import("./types/Update.d.ts").Update} */
  const value = {
    id: numbers[block + 2],
  };
  if (states0 & 0x3) value.title = states0 & 0x2 ? text(block + 1, source) : null;
  if (states0 & 0x20) value["is done"] = words[at + 6] !== 0;
  if (states0 & 0x80) value.note = text(block + 4, source);
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
        "    phone: text(block + 1, source),\n",
        "    others: states0 & 0x8 ? list$nullable$string(block + 2, source) : null,\n",
        "    items[index] = isNull(item) ? null : text(item, source);\n",
    ] {
        assert!(code.contains(piece), "{piece} in {code}");
    }
    assert!(!code.contains("readPhone"), "{code}");
}

#[test]
fn a_newtype_at_the_root_is_read_from_its_slot() {
    let code = reader::<Phone>();
    assert!(code.contains("export function readPhone(slot, source) {\n  return text(slot, source);\n}\n"), "{code}");
    let code = reader::<Phones>();
    assert!(
        code.contains("export function readPhones(slot, source) {\n  return list$nullable$string(slot, source);\n}\n"),
        "{code}"
    );
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
        (16, 1, "f15: states0 & 0x80000000 ? text(block + 16, source) : null"),
        (17, 2, "f16: states1 & 0x2 ? text(block + 18, source) : null"),
        (48, 2, "f47: states2 & 0x80000000 ? text(block + 49, source) : null"),
        (49, 3, "f48: states3 & 0x2 ? text(block + 51, source) : null"),
    ] {
        let code = reader_of(count);
        assert!(code.contains(&format!("f0: states0 & 0x2 ? text(block + {first}, source)")), "{code}");
        assert!(code.contains(last), "{code}");
    }
    assert!(reader_of(49).contains("const states3 = words[at + 4];"));
}
