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
