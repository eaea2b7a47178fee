//! Readers of lists, tuples and maps.

use super::*;

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
        "bounds: array$2$number(block + 1, source),",
        "lines: list$array$2$Address(block + 2, source),",
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

export function readLists(block, source) {
  return {
    scalars: list$nullable$number(block + 1, source),
    blocks: list$Address(block + 2, source),
    links: list$list$Status(block + 3, source),
    nullable_links: list$nullable$Address(block + 4, source),
  };
}

function list$Address(slot, source) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = readAddress(item, source);
    item = words[item << 1];
  }
  return items;
}

function list$Status(slot, source) {
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

function list$list$Status(slot, source) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = list$Status(item + 1, source);
    item = words[item << 1];
  }
  return items;
}

function list$nullable$Address(slot, source) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = words[(item << 1) + 1] === 1 ? null : readAddress(words[(item << 1) + 2], source);
    item = words[item << 1];
  }
  return items;
}

function list$nullable$number(slot, source) {
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

export function readReading(block, source) {
  return {
    at: tuple$2$number$nullable$tuple$2$boolean$Status(block + 1, source),
    pairs: list$tuple$2$string$natural(block + 2, source),
  };
}

function list$tuple$2$string$natural(slot, source) {
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {
    items[index] = tuple$2$string$natural(item + 1, source);
    item = words[item << 1];
  }
  return items;
}

function tuple$2$boolean$Status(slot, source) {
  const block = words[slot << 1];
  const at = block << 1;
  return [words[at + 2] !== 0, readStatus(words[at + 4])];
}

function tuple$2$number$nullable$tuple$2$boolean$Status(slot, source) {
  const block = words[slot << 1];
  const at = block << 1;
  return [numbers[block + 1], words[at + 1] & 0x8 ? tuple$2$boolean$Status(block + 2, source) : null];
}

function tuple$2$string$natural(slot, source) {
  const block = words[slot << 1];
  return [text(block + 1, source), naturals[block + 2]];
}
"#
    );
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
        "counts: map$string$number(block + 1, source),",
        "places: map$Status$nullable$Address(block + 2, source),",
        "@returns {{ [key in string]: number }}",
        "@returns {{ [key in import(\"./types/Status.d.ts\").Status]?: (import(\"./types/Address.d.ts\").Address | null) }}",
        "addEntry(map, text(item + 1, source), numbers[item + 2]);",
        "addEntry(map, text(item + 1, source), words[(item << 1) + 1] === 1 ? null : readAddress(words[(item << 1) + 4], source));",
    ] {
        assert!(text.contains(piece), "{piece} in {text}");
    }
}
