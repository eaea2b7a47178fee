//! Whether an object in a text of JSON has a key twice.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Whether there is one that has. There may be, in what serde_json does not read.
pub fn has_doubles(json: &[u8]) -> bool {
    serde_json::from_slice(json).map_or(true, |Doubles(are_there)| are_there)
}

struct Doubles(bool);

impl<'de> Deserialize<'de> for Doubles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Doubles, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Doubles;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Doubles, A::Error> {
        let (mut keys, mut are_there) = (HashSet::new(), false);
        while let Some((key, Doubles(are_inside))) = map.next_entry::<String, Doubles>()? {
            are_there |= are_inside | !keys.insert(key);
        }
        Ok(Doubles(are_there))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Doubles, A::Error> {
        let mut are_there = false;
        while let Some(Doubles(are_inside)) = list.next_element()? {
            are_there |= are_inside;
        }
        Ok(Doubles(are_there))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Doubles, E> {
        Ok(Doubles(false))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Doubles, E> {
        Ok(Doubles(false))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Doubles, E> {
        Ok(Doubles(false))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Doubles, E> {
        Ok(Doubles(false))
    }

    fn visit_str<E>(self, _: &str) -> Result<Doubles, E> {
        Ok(Doubles(false))
    }

    fn visit_unit<E>(self) -> Result<Doubles, E> {
        Ok(Doubles(false))
    }
}

#[cfg(test)]
mod tests {
    use super::has_doubles;

    #[test]
    fn keys_are_compared_in_each_object() {
        for json in [r#"{"a":1,"b":2}"#, r#"[{"a":{"a":null}},{"a":1.5}]"#, r#""a""#] {
            assert!(!has_doubles(json.as_bytes()), "{json}");
        }
        for json in [r#"{"a":1,"b":2,"\u0061":true}"#, r#"[-1,{"a":[{"b":1,"b":1}]}]"#, "1e400"] {
            assert!(has_doubles(json.as_bytes()), "{json}");
        }
    }
}
