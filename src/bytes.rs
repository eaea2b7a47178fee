//! Bytes, which are text in JSON.

use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use crate::formats;

/// Bytes: in JSON and TypeScript a string in base64, with `+` and `/` and filled up with `=`
/// ([RFC 4648](https://www.rfc-editor.org/rfc/rfc4648#section-4), section 4). Other spellings are refused: the
/// alphabet of URLs, missing `=`, line breaks, and bits behind the last byte that are not 0.
///
/// `length(bytes, ..)` counts the bytes, not the letters. In JavaScript `Uint8Array.fromBase64` reads the
/// string.
///
/// ```
/// use portcullis::{Bytes, Payload, payload};
///
/// #[payload]
/// struct Avatar {
///     #[garde(length(bytes, min = 1, max = 65_536))]
///     image: Bytes,
/// }
///
/// let avatar = Avatar::from_json(br#"{"image":"iVBORw=="}"#)?;
/// assert_eq!(*avatar.image, *b"\x89PNG");
/// let refusal = Avatar::check_json(br#"{"image":""}"#).unwrap_err();
/// assert_eq!(refusal.issues()[0].to_string(), "image: Must have at least 1 byte (too_small)");
/// # Ok::<(), portcullis::ErrorShape>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes(Vec<u8>);

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Bytes {
        Bytes(bytes)
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Vec<u8> {
        bytes.0
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&formats::encode(self))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
        deserializer.deserialize_str(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Bytes, E> {
        formats::decode(text.as_bytes()).map(Bytes).ok_or_else(|| E::custom("the text is not base64"))
    }
}

/// What is asked of it natively.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use garde::rules::length::bytes::HasBytes;
    use ts_rs::{Config, TS};

    use super::Bytes;

    impl HasBytes for Bytes {
        fn num_bytes(&self) -> usize {
            self.len()
        }
    }

    impl TS for Bytes {
        type WithoutGenerics = Bytes;
        type OptionInnerType = Bytes;

        fn name(_: &Config) -> String {
            "string".to_owned()
        }

        fn inline(_: &Config) -> String {
            "string".to_owned()
        }
    }
}
