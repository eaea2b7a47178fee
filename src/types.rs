//! The schemas of the types that fields may have.

use uuid::Uuid;

use crate::Payload;
use crate::formats;
use crate::kind::Kind;
use crate::schema::Schema;

macro_rules! payload {
    ($($type:ty: $kind:ident, $schema:expr;)*) => {
        $(impl Payload for $type {
            const KIND: Kind = Kind::$kind;
            const SCHEMA: &'static Schema = &$schema;
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
    f64: Number, Schema::Number;
    String: Text, Schema::Text;
    Uuid: Formatted, Schema::Formatted(&formats::UUID);
}

impl<T: Payload> Payload for Option<T> {
    const KIND: Kind = Kind::Option(&T::KIND);
    const SCHEMA: &'static Schema = &Schema::Option(T::schema);
}

impl<T: Payload> Payload for Vec<T> {
    const KIND: Kind = Kind::Array(&T::KIND);
    const SCHEMA: &'static Schema = &Schema::Array(T::schema);
}
