//! The schemas of the types that fields may have.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
#[cfg(not(target_arch = "wasm32"))]
use garde::{Path, Report, util::nested_path};
use serde::Serialize;
use uuid::Uuid;

use crate::any;
use crate::engine;
use crate::formats;
use crate::json::spell;
use crate::kind::Kind;
use crate::payload::Read;
#[cfg(not(target_arch = "wasm32"))]
use crate::rules::inside::{self, Each};
use crate::schema::{Any, BigInteger, Double, Map, Schema, Tuple};
use crate::{Bytes, Decimal, Json, Payload, SafeInteger};

macro_rules! payload {
    ($($type:ty: $kind:ident, $schema:expr $(, read: $read:expr)?;)*) => {
        $(impl Payload for $type {
            const KIND: Kind = Kind::$kind;
            const SCHEMA: &'static Schema = &$schema;
            $(const READ: Option<Read<Self>> = Some(|text| ($read)(text?));)?
        })*
    };
}

macro_rules! integers {
    ($($type:ident)*) => {
        payload! {
            $($type: Integer, Schema::Integer { minimum: $type::MIN as i64, maximum: $type::MAX as i64 };)*
        }
    };
}

integers! { i8 i16 i32 u8 u16 u32 }

payload! {
    bool: Boolean, Schema::Boolean;
    i64: BigInteger, Schema::BigInteger(&BigInteger { is_signed: true, walk: engine::big_integer });
    u64: BigInteger, Schema::BigInteger(&BigInteger { is_signed: false, walk: engine::big_integer });
    SafeInteger: Integer, Schema::Integer { minimum: SafeInteger::MIN.get(), maximum: SafeInteger::MAX.get() };
    f32: Number, Schema::Single(&Double { walk: engine::number, spells: spell::ask });
    f64: Number, Schema::Number(&Double { walk: engine::number, spells: spell::ask });
    String: Text, Schema::Text;
    Cow<'static, str>: Text, Schema::Text;
    char: Formatted, Schema::Formatted(&formats::CHARACTER);
    Bytes: Bytes, Schema::Formatted(&formats::BYTES), read: |text| formats::decode(text).map(Bytes::from);
    Uuid: Uuid, Schema::Formatted(&formats::UUID), read: formats::uuid;
    NaiveDate: Formatted, Schema::Formatted(&formats::DATE), read: formats::date;
    NaiveTime: Parsed, Schema::Formatted(&formats::TIME);
    DateTime<Utc>: Parsed, Schema::Formatted(&formats::DATETIME);
    DateTime<FixedOffset>: Parsed, Schema::Formatted(&formats::DATETIME);
    Json: Any, Schema::Any(&Any { walk: engine::any, marked: any::marked, spells: spell::ask }), read: Json::read;
}

impl<const PRECISION: u8, const SCALE: u8> Payload for Decimal<PRECISION, SCALE> {
    const KIND: Kind = {
        // What is asked first, so that a precision out of bounds is reported at the field.
        let _ = Self::FORMAT;
        Kind::Parsed
    };
    const SCHEMA: &'static Schema = &Schema::Decimal(&Self::FORMAT);
}

impl<T: Payload> Payload for Option<T> {
    const KIND: Kind = Kind::Option(&T::KIND);
    const SCHEMA: &'static Schema = &Schema::Option(T::schema);
    const READ: Option<Read<Self>> = match T::READ {
        Some(_) => Some(|text| match (text, T::READ) {
            (Some(_), Some(read)) => read(text).map(Some),
            _ => Some(None),
        }),
        None => None,
    };

    #[cfg(not(target_arch = "wasm32"))]
    fn dive(&self, path: &mut dyn FnMut() -> Path, report: &mut Report) {
        self.iter().for_each(|value| value.dive(path, report));
    }
}

impl<T: Payload> Payload for Vec<T> {
    const KIND: Kind = Kind::Array(&T::KIND);
    const SCHEMA: &'static Schema = &Schema::Array(T::schema);

    #[cfg(not(target_arch = "wasm32"))]
    fn dive(&self, path: &mut dyn FnMut() -> Path, report: &mut Report) {
        self.each(path, &mut |item, path| item.dive(path, report));
    }
}

impl<T: Payload, const N: usize> Payload for [T; N] {
    const KIND: Kind = {
        assert!(N <= 32, "serde takes arrays of up to 32 items: use a `Vec`, and say `length(equal = ..)`");
        Kind::FixedArray(&T::KIND)
    };
    const SCHEMA: &'static Schema = &Schema::FixedArray { item: T::schema, length: N as u32 };

    #[cfg(not(target_arch = "wasm32"))]
    fn dive(&self, path: &mut dyn FnMut() -> Path, report: &mut Report) {
        self.each(path, &mut |item, path| item.dive(path, report));
    }
}

macro_rules! tuples {
    ($(($($item:ident)+))*) => {
        $(impl<$($item: Payload),+> Payload for ($($item,)+) {
            const KIND: Kind = Kind::Tuple(&[$($item::KIND),+]);
            const SCHEMA: &'static Schema = &Schema::Tuple(&Tuple { items: &[$($item::schema),+], walk: engine::tuple });

            #[cfg(not(target_arch = "wasm32"))]
            #[allow(non_snake_case, reason = "the items are named after their types")]
            fn dive(&self, path: &mut dyn FnMut() -> Path, report: &mut Report) {
                let ($($item,)+) = self;
                let mut path = path;
                let mut index = 0..;
                $(
                    let at = index.next().unwrap_or_default();
                    $item.dive(&mut nested_path!(path, at), report);
                )+
            }
        })*
    };
}

tuples! { (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }

/// For payloads that hold themselves. What is in the box has the rules.
impl<T: Payload> Payload for Box<T> {
    const KIND: Kind = match T::KIND {
        Kind::Object => Kind::Object,
        _ => panic!("only structs are boxed in a payload: remove the `Box`"),
    };
    const SCHEMA: &'static Schema = T::SCHEMA;

    #[cfg(not(target_arch = "wasm32"))]
    fn dive(&self, path: &mut dyn FnMut() -> Path, report: &mut Report) {
        self.as_ref().dive(path, report);
    }
}

macro_rules! maps {
    ($($map:ident)*) => {
        $(impl<K: Payload + Serialize, V: Payload> Payload for $map<K, V> {
            const KIND: Kind = {
                assert!(
                    K::KIND.is_key(),
                    "the keys of a map are `String`, `Cow<'static, str>`, `char`, integers of up to 32 bits, `SafeInteger`, \
                     `Uuid`, `NaiveDate`, enums of bare names, or newtypes of these other than enums: use one of them",
                );
                Kind::Map(&K::KIND, &V::KIND)
            };
            const SCHEMA: &'static Schema =
                &Schema::Map(&Map { keys: K::schema, values: V::schema, walk: engine::map });

            #[cfg(not(target_arch = "wasm32"))]
            fn dive(&self, path: &mut dyn FnMut() -> Path, report: &mut Report) {
                inside::entries(self, path, report);
            }
        })*
    };
}

maps! { BTreeMap HashMap }
