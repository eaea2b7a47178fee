//! UUIDs of one version, as text.

use super::{Format, UUID};

/// A [UUID](super::UUID) of version 4: random ([RFC 9562], section 5.4).
///
/// [RFC 9562]: https://www.rfc-editor.org/rfc/rfc9562#section-5.4
pub static UUIDV4: Format =
    Format { name: "uuidv4", message: "Must be a UUID of version 4", normalize: &[], check: |text| is(text, b'4') };

/// A [UUID](super::UUID) of version 7: a time and random ([RFC 9562], section 5.7).
///
/// [RFC 9562]: https://www.rfc-editor.org/rfc/rfc9562#section-5.7
pub static UUIDV7: Format =
    Format { name: "uuidv7", message: "Must be a UUID of version 7", normalize: &[], check: |text| is(text, b'7') };

/// Whether it is a UUID of the standard's variant and that version.
fn is(text: &[u8], version: u8) -> bool {
    (UUID.check)(text) && text[14] == version && matches!(text[19], b'8' | b'9' | b'a' | b'b' | b'A' | b'B')
}

#[cfg(test)]
mod tests {
    use super::is;

    /// RFC 9562, appendix A.
    #[test]
    fn the_vectors_of_the_standard() {
        assert!(is(b"919108f7-52d1-4320-9bac-f847db4148a8", b'4'));
        assert!(is(b"017F22E2-79B0-7CC3-98C4-DC0C0C07398F", b'7'));
        for other in [
            "C232AB00-9414-11EC-B3C8-9F6BDECED846",
            "5df41881-3aed-3515-88a7-2f4a814cf09e",
            "1EC9414C-232A-6B00-B3C8-9F6BDECED846",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "919108f7-52d1-4320-cbac-f847db4148a8",
            "919108f752d143209bacf847db4148a8",
        ] {
            assert!(!is(other.as_bytes(), b'4') && !is(other.as_bytes(), b'7'), "{other}");
        }
    }
}
