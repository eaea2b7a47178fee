//! The payload that an input is for.

use parity::subjects::{self, Subject};

/// Takes two bytes, which choose the payload.
///
/// They go on choosing the same one when others are added, but for the few that the new ones get.
pub fn choose(input: &[u8]) -> Option<(&'static Subject, &[u8])> {
    let (choice, rest) = input.split_first_chunk()?;
    let subject = subjects::ALL.iter().min_by_key(|subject| hash(*choice, subject.name))?;
    Some((subject, rest))
}

/// Two bytes that choose a payload.
pub fn chosen_by(subject: &Subject) -> [u8; 2] {
    let mut choices = (0..=u16::MAX).map(u16::to_le_bytes);
    choices.find(|choice| choose(choice).is_some_and(|(chosen, _)| chosen.name == subject.name)).unwrap_or_default()
}

/// FNV-1a.
fn hash(choice: [u8; 2], name: &str) -> u32 {
    let bytes = choice.into_iter().chain(name.bytes());
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
