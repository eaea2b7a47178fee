//! Readers of enums with data.

use super::*;

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
 * @param {string} source
 * @returns {import("./types/Shape.d.ts").Shape}
 */
export function readShape(slot, source) {
  const block = words[slot << 1];
  switch (words[(slot << 1) + 1]) {
    case 0:
      return { kind: "point" };
    case 1:
      return Shape$Home(block, source);
    default:
      return Shape$Circle(block, source);
  }
}

/**
 * @param {number} block
 * @param {string} source
 * @returns {Extract<import("./types/Shape.d.ts").Shape, { kind: "home" }>}
 */
function Shape$Home(block, source) {
  return {
    kind: "home",
    street: text(block + 1, source),
  };
}

/**
 * @param {number} block
 * @param {string} source
 * @returns {Extract<import("./types/Shape.d.ts").Shape, { kind: "circle" }>}
 */
function Shape$Circle(block, source) {
  const at = block << 1;
  const states0 = words[at + 1];
  /** @type {Extract<import("./types/Shape.d.ts").Shape, { kind: "circle" }>} */
  const value = {
    kind: "circle",
    radius: numbers[block + 1],
  };
  if (states0 & 0x8) value.label = text(block + 2, source);
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
        "return text(block, source);",
        "return list$Either(block, source);",
        "return readAddress(words[block << 1], source);",
        "return Either$Moved(words[block << 1], source);",
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
                "return { type: \"Note\", \"the data\": words[(block << 1) + 1] & 0x8 ? text(block + 2, source) : null };",
                "return { type: \"Drawn\", \"the data\": readShape(block + 2, source) };",
                "return { type: \"Moved\", \"the data\": Event$Moved(words[(block + 2) << 1], source) };",
            ]
            .as_slice(),
        ),
        (
            target,
            &[
                "return \"Nobody\";",
                "return { Lines: list$number(block + 1, source) };",
                "return { Place: Target$Place(words[(block + 1) << 1], source) };",
            ],
        ),
        (
            unions,
            &[
                "events: list$Event(block + 1, source),",
                "target: states0 & 0x8 ? readTarget(block + 2, source) : null,",
                "items[index] = readEvent(item + 1, source);\n    item = words[item << 1];",
            ],
        ),
    ] {
        for piece in pieces {
            assert!(text.contains(piece), "{piece} in {text}");
        }
    }
}
