//! Writing JSON as `JSON.stringify` writes it, so that an answer has the same bytes wherever it
//! was made.
//!
//! serde_json's serializer is made to be inlined, and grows with every field of every issue: this
//! one writes a field by a call or two, for the sake of WASM's size.

use core::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Serializer};

use super::spell::spell;

/// The JSON of a value, unless its own `Serialize` refuses.
pub(crate) fn to_string<T: ?Sized + Serialize>(value: &T) -> Option<String> {
    let mut writer = Writer::default();
    value.serialize(&mut writer).ok()?;
    String::from_utf8(writer.json).ok()
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
        for &byte in text.as_bytes() {
            let escape = match byte {
                b'"' | b'\\' => byte,
                b'\x08' => b'b',
                b'\x0c' => b'f',
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                0..0x20 => {
                    let digits = b"0123456789abcdef";
                    let [high, low] = [byte >> 4, byte & 0xf].map(|digit| digits[usize::from(digit)]);
                    self.json.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
                    continue;
                }
                _ => {
                    self.json.push(byte);
                    continue;
                }
            };
            self.json.extend_from_slice(&[b'\\', escape]);
        }
        self.json.push(b'"');
    }

    #[inline(never)]
    fn display(&mut self, value: &dyn Display) {
        self.raw(&value.to_string());
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.text(name);
        self.raw(":");
    }

    fn open(&mut self, bracket: &str, close: &'static str) -> Compound<'_> {
        self.raw(bracket);
        Compound { writer: self, is_empty: true, close }
    }

    /// An enum's variant that has content: an object with the one key.
    fn variant(&mut self, name: &str) {
        self.raw("{");
        self.name(name);
    }
}

/// A list or an object that is being written.
struct Compound<'w> {
    writer: &'w mut Writer,
    is_empty: bool,
    /// What ends it.
    close: &'static str,
}

impl Compound<'_> {
    #[inline(never)]
    fn comma(&mut self) {
        if !self.is_empty {
            self.writer.raw(",");
        }
        self.is_empty = false;
    }

    fn item<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Refused> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

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

macro_rules! displayed {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method(self, value: $type) -> Result<(), Refused> {
            self.display(&value);
            Ok(())
        })*
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Compound<'w>;
    type SerializeTuple = Compound<'w>;
    type SerializeTupleStruct = Compound<'w>;
    type SerializeTupleVariant = Compound<'w>;
    type SerializeMap = Compound<'w>;
    type SerializeStruct = Compound<'w>;
    type SerializeStructVariant = Compound<'w>;

    displayed! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
    }

    /// JSON has no number for what is not finite; as `JSON.stringify` does, it becomes `null`.
    fn serialize_f32(self, value: f32) -> Result<(), Refused> {
        match value.is_finite() {
            true => self.display(&value),
            false => self.raw("null"),
        }
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Refused> {
        match value.is_finite() {
            true => self.raw(&spell(value)),
            false => self.raw("null"),
        }
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Refused> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Refused> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Refused> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refused> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.raw("}");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'w>, Refused> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'w>, Refused> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'w>, Refused> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'w>, Refused> {
        self.variant(variant);
        Ok(self.open("[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'w>, Refused> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'w>, Refused> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'w>, Refused> {
        self.variant(variant);
        Ok(self.open("{", "}}"))
    }
}

macro_rules! items {
    ($($trait:ident $method:ident,)*) => {
        $(impl ser::$trait for Compound<'_> {
            type Ok = ();
            type Error = Refused;

            fn $method<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Refused> {
                self.item(value)
            }

            fn end(self) -> Result<(), Refused> {
                self.close()
            }
        })*
    };
}

items! {
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field,
}

macro_rules! fields {
    ($($trait:ident,)*) => {
        $(impl ser::$trait for Compound<'_> {
            type Ok = ();
            type Error = Refused;

            fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), Refused> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Refused> {
                self.close()
            }
        })*
    };
}

fields! { SerializeStruct, SerializeStructVariant, }

impl ser::SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Refused;

    /// Keys that are not written as strings, as numbers are not, become strings.
    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Refused> {
        self.comma();
        let start = self.writer.json.len();
        key.serialize(&mut *self.writer)?;
        if self.writer.json.get(start) != Some(&b'"') {
            self.writer.json.insert(start, b'"');
            self.writer.raw("\"");
        }
        self.writer.raw(":");
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Refused> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Refused> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::to_string;

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
        assert_eq!(to_string(&everything), serde_json::to_string(&everything).ok());
        assert_eq!(to_string(&f64::NAN).as_deref(), Some("null"));
    }

    #[test]
    fn what_refuses_has_no_json() {
        struct Refusing;

        impl Serialize for Refusing {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("never"))
            }
        }

        assert_eq!(to_string(&[Refusing]), None);
    }
}
