//! Email addresses as HTML's `<input type=email>` takes them.

use super::Format;
use crate::json::{Block, LENGTH};

/// A valid email address by the [HTML standard], with at most 64 bytes before the `@` and 255
/// behind it (RFC 5321, section 4.5.3.1). ASCII only: an internationalised domain is written in
/// its `xn--` form.
///
/// [HTML standard]: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
pub static EMAIL: Format = Format { name: "email", message: "Must be an email address", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    is_plain(text) || is_address(text)
}

/// Whether it is an address like most: 16 to 64 bytes, of letters, digits, dots and hyphens alone.
fn is_plain(text: &[u8]) -> bool {
    let Some(last_block) = text.last_chunk() else { return false };
    if text.len() > 64 {
        return false;
    }
    // Bit `n` speaks of byte `n`. Parts are as long as they may be here, whatever they are.
    let (mut words, mut dots, mut hyphens, mut at) = (0, 0, 0, 0);
    let blocks = text.as_chunks::<LENGTH>().0.iter().enumerate().map(|(index, block)| (index * LENGTH, block));
    for (start, block) in blocks.chain([(text.len() - LENGTH, last_block)]) {
        let block = Block::new(block);
        words |= u64::from(block.alphanumerics()) << start;
        dots |= u64::from(block.equal_to(Block::splat::<b'.'>())) << start;
        hyphens |= u64::from(block.equal_to(Block::splat::<b'-'>())) << start;
        at |= u64::from(block.equal_to(Block::splat::<b'@'>())) << start;
    }
    let all = u64::MAX >> (64 - text.len());
    let last = all ^ (all >> 1);
    // From the `@` on, what is beside a dot is the end of a label.
    let dots_of_domain = dots & at.wrapping_neg();
    let ends = (dots_of_domain | at) << 1 | dots_of_domain >> 1 | last;
    at.is_power_of_two() && at > 1 && words | dots | hyphens | at == all && ends & !words == 0
}

fn is_address(text: &[u8]) -> bool {
    let Some(at) = text.iter().position(|&byte| !is(byte, ATOM)) else {
        return false;
    };
    text[at] == b'@' && (1..=64).contains(&at) && is_domain(&text[at + 1..])
}

/// Labels of 1 to 63 letters, digits and inner hyphens, with dots between them (RFC 1034, section
/// 3.5).
fn is_domain(domain: &[u8]) -> bool {
    let mut length = 0;
    let mut previous = b'.';
    for &byte in domain {
        if byte == b'.' {
            if !is(previous, LETTER_OR_DIGIT) {
                return false;
            }
            length = 0;
        } else {
            length += 1;
            let may_start = byte != b'-' || previous != b'.';
            if !is(byte, LABEL) || !may_start || length > 63 {
                return false;
            }
        }
        previous = byte;
    }
    is(previous, LETTER_OR_DIGIT) && domain.len() <= 255
}

/// RFC 5322's `atext`, or a dot.
const ATOM: u8 = 1;
const LABEL: u8 = 2;
const LETTER_OR_DIGIT: u8 = 4;

/// What a byte may be part of.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            classes[byte as usize] = ATOM | LABEL | LETTER_OR_DIGIT;
        }
        byte += 1;
    }
    let mut symbols: &[u8] = b".!#$%&'*+/=?^_`{|}~-";
    while let [symbol, rest @ ..] = symbols {
        classes[*symbol as usize] = ATOM;
        symbols = rest;
    }
    classes[b'-' as usize] = ATOM | LABEL;
    classes
};

#[inline(always)]
fn is(byte: u8, class: u8) -> bool {
    CLASSES[byte as usize] & class != 0
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::{check, is_address, is_plain};

    #[test]
    fn accepts_what_html_accepts() {
        for address in [
            "a@b",
            "ada.lovelace@example.co.uk",
            "o'brien+crm@xn--bcher-kva.example",
            "..@1.2.3.4",
            &format!("{}@{}.com", "a".repeat(64), "b".repeat(63)),
        ] {
            assert!(check(address.as_bytes()), "{address}");
        }
    }

    #[test]
    fn plain_addresses_are_addresses() {
        let mut rng = Rng::with_seed(7);
        let mut plain = 0;
        for _ in 0..200_000 {
            let alphabet = if rng.bool() { b"ab1Z.-@".as_slice() } else { b"aaaaaaaaaaaaaaaaaz9.-@_\xc3" };
            let mut text: Vec<u8> = (0..rng.usize(..70)).map(|_| *rng.choice(alphabet).unwrap()).collect();
            if let Some(place) = text.len().checked_sub(1).map(|last| rng.usize(..=last)) {
                text[place] = b'@';
            }
            assert_eq!(is_plain(&text) || is_address(&text), is_address(&text), "{text:?}");
            plain += usize::from(is_plain(&text));
        }
        assert!(plain > 1_000, "{plain}");
        assert!(is_plain(b"ada.lovelace@example.co.uk"));
    }

    #[test]
    fn refuses_the_rest() {
        for address in [
            "",
            "@",
            "ada",
            "ada@",
            "@example.com",
            "ada@@example.com",
            "ada@example..com",
            "ada@-example.com",
            "ada@example-.com",
            "ada@example.com.",
            "ada lovelace@example.com",
            "ada@exam_ple.com",
            "ada@bücher.example",
            "ada@[127.0.0.1]",
            "\"ada\"@example.com",
            &format!("{}@example.com", "a".repeat(65)),
            &format!("ada@{}.com", "b".repeat(64)),
            &format!("ada@{}com", "bc.".repeat(85)),
        ] {
            assert!(!check(address.as_bytes()), "{address}");
        }
    }
}
