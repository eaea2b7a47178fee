//! Bytes: what the `base64` crate decodes.

use std::ops::Deref;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use garde::rules::length::bytes::HasBytes;
use serde::{Deserialize, Serialize};

/// Bytes, which are base64 in JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bytes(Vec<u8>);

impl TryFrom<String> for Bytes {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Bytes, base64::DecodeError> {
        BASE64_STANDARD.decode(text).map(Bytes)
    }
}

impl From<Bytes> for String {
    fn from(bytes: Bytes) -> String {
        BASE64_STANDARD.encode(bytes.0)
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl HasBytes for Bytes {
    fn num_bytes(&self) -> usize {
        self.len()
    }
}
