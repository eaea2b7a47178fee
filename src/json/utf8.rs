//! Whether bytes are UTF-8.

/// Whether the bytes are valid UTF-8 (RFC 3629).
///
/// `core` takes the bytes of characters beyond ASCII one by one, for longer than all else in a walk.
pub(crate) fn is_utf8(bytes: &[u8]) -> bool {
    simdutf8::basic::from_utf8(bytes).is_ok()
}
