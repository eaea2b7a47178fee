//! Writing JSON as `JSON.stringify` writes it, so that an answer has the same bytes wherever it
//! was made.
//!
//! serde_json's serializer is made to be inlined, and grows with every field of every issue: this
//! one writes a field by a call or two, for the sake of WASM's size. It leaves out `Display` for the
//! same reason.

mod serializer;

use core::fmt::{self, Display};

use serde::{Serialize, ser};

/// The JSON of a value, unless its own `Serialize` refuses.
pub(crate) fn to_vec<T: ?Sized + Serialize>(value: &T) -> Option<Vec<u8>> {
    let mut writer = Writer::default();
    value.serialize(&mut writer).ok()?;
    Some(writer.json)
}

/// Bytes and not a `String`: to cut a `str` brings the tables of a panic that tells where.
#[derive(Default)]
struct Writer {
    json: Vec<u8>,
}

impl Writer {
    #[inline(never)]
    fn raw(&mut self, json: &str) {
        self.json.extend_from_slice(json.as_bytes());
    }

    /// A string, with the shortest escapes there are.
    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.json.push(b'"');
        for piece in text.as_bytes().split_inclusive(is_escaped) {
            let (plain, escaped) = match piece {
                [plain @ .., byte] if is_escaped(byte) => (plain, Some(*byte)),
                plain => (plain, None),
            };
            self.json.extend_from_slice(plain);
            if let Some(byte) = escaped {
                self.escape(byte);
            }
        }
        self.json.push(b'"');
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\x08' => b'b',
            b'\x0c' => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            _ => {
                let digits = b"0123456789abcdef";
                let [high, low] = [byte >> 4, byte & 0xf].map(|digit| digits[usize::from(digit)]);
                self.json.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
                return;
            }
        };
        self.json.extend_from_slice(&[b'\\', short]);
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.text(name);
        self.raw(":");
    }

    fn open(&mut self, bracket: &str, close: &'static str) -> Compound<'_> {
        self.raw(bracket);
        Compound { writer: self, close }
    }

    /// An enum's variant that has content: an object with the one key.
    fn variant(&mut self, name: &str) {
        self.raw("{");
        self.name(name);
    }
}

/// Whether a string holds the byte as an escape.
fn is_escaped(byte: &u8) -> bool {
    matches!(byte, 0..0x20 | b'"' | b'\\')
}

/// A list or an object that is being written.
struct Compound<'w> {
    writer: &'w mut Writer,
    /// What ends it.
    close: &'static str,
}

impl Compound<'_> {
    /// What stands between two items: nothing where the list or object has just been opened.
    #[inline(never)]
    fn comma(&mut self) {
        if !matches!(self.writer.json.last(), Some(b'[' | b'{')) {
            self.writer.raw(",");
        }
    }

    #[inline(never)]
    fn item<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Refused> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    #[inline(never)]
    fn field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), Refused> {
        self.comma();
        self.writer.name(name);
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Result<(), Refused> {
        self.writer.raw(self.close);
        Ok(())
    }
}

/// A `Serialize` has refused. Why is of no use here.
#[derive(Debug)]
struct Refused;

impl Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl ser::StdError for Refused {}

impl ser::Error for Refused {
    fn custom<T: Display>(_: T) -> Refused {
        Refused
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::to_vec;
    use crate::json::spell;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[derive(Serialize)]
    enum Shape {
        Unit,
        Newtype(u8),
        Tuple(i64, Option<bool>),
        Struct { name: &'static str, empty: [(); 0] },
    }

    #[derive(Serialize)]
    struct Newtype(f64);

    #[derive(Serialize)]
    struct Everything {
        text: String,
        shapes: Vec<Shape>,
        newtype: Newtype,
        numbered: BTreeMap<u32, char>,
        named: BTreeMap<&'static str, ()>,
        single: f32,
        large: u64,
    }

    #[test]
    fn it_writes_what_serde_json_writes() {
        spell::ask();
        let everything = Everything {
            text: (0..0x80).map(char::from).chain("é🚀\u{2028}".chars()).collect(),
            shapes: vec![
                Shape::Unit,
                Shape::Newtype(7),
                Shape::Tuple(i64::MIN, None),
                Shape::Struct { name: "", empty: [] },
            ],
            newtype: Newtype(-0.5),
            numbered: [(1, 'a'), (20, '"')].into(),
            named: [("k", ())].into(),
            single: 0.1,
            large: u64::MAX,
        };
        assert_eq!(to_vec(&everything), serde_json::to_vec(&everything).ok());
        assert_eq!(to_vec(&f64::NAN).as_deref(), Some(&b"null"[..]));
    }

    #[test]
    fn what_refuses_has_no_json() {
        struct Refusing;

        impl Serialize for Refusing {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("never"))
            }
        }

        assert_eq!(to_vec(&[Refusing]), None);
    }
}
