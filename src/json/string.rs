//! Strings: where they end, what they count, and their escapes undone in place.

use super::block::{Block, LENGTH};
use super::{Input, Malformed};

/// A string that the scanner has passed. Offsets are into the buffer, between the quotes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// UTF-8 continuation bytes.
    continuations: u32,
    /// Four-byte characters: those that UTF-16 spells with two code units.
    fours: u32,
    /// Whether there are escapes, which [`Input::unescape`] undoes.
    pub(crate) escaped: bool,
    /// Whether all bytes are ASCII.
    pub(crate) ascii: bool,
}

impl Text {
    /// A text that was counted elsewhere.
    pub(crate) fn of(bytes: &[u8], start: usize) -> Text {
        let mut text =
            Text { start, end: start + bytes.len(), continuations: 0, fours: 0, escaped: false, ascii: true };
        for &byte in bytes {
            text.ascii &= byte < 0x80;
            text.continuations += u32::from(byte & 0xc0 == 0x80);
            text.fours += u32::from(byte >= 0xf0);
        }
        text
    }

    /// The length in bytes.
    #[inline(always)]
    pub(crate) fn bytes(&self) -> u32 {
        (self.end - self.start) as u32
    }

    /// The length in Unicode scalar values, if the bytes are valid UTF-8.
    #[inline(always)]
    pub(crate) fn chars(&self) -> u32 {
        self.bytes() - self.continuations
    }

    /// The length in UTF-16 code units, if the bytes are valid UTF-8.
    pub(crate) fn utf16(&self) -> u32 {
        self.bytes().wrapping_sub(self.shrink())
    }

    /// Bytes beyond UTF-16 code units.
    #[inline(always)]
    pub(crate) fn shrink(&self) -> u32 {
        self.continuations.wrapping_sub(self.fours)
    }

    /// The text without so many bytes at its ends.
    pub(crate) fn cut(&self, bytes: &[u8], start: usize, end: usize) -> Text {
        let [before, behind] = [&bytes[..start], &bytes[bytes.len() - end..]].map(|margin| Text::of(margin, 0));
        Text {
            start: self.start + start,
            end: self.end - end,
            continuations: self.continuations - before.continuations - behind.continuations,
            fours: self.fours - before.fours - behind.fours,
            ..*self
        }
    }
}

impl Input {
    /// Moves over the string whose opening quote stands here.
    #[inline(always)]
    pub(crate) fn string(&mut self) -> Result<Text, Malformed> {
        self.advance(1);
        let start = self.at();
        let (mut continuations, mut fours, mut escaped, mut ascii) = (0, 0, false, true);
        loop {
            let block = Block::new(self.sixteen(0));
            let stops = block.stops();
            if stops == 0 {
                // Without a branch: in prose of most languages it would be taken at random.
                ascii &= block.high() == 0;
                continuations += block.continuations().count_ones();
                fours += block.fours().count_ones();
                self.advance(LENGTH);
                continue;
            }
            let run = stops.trailing_zeros();
            let high = block.high() & ((1 << run) - 1);
            if high != 0 {
                ascii = false;
                continuations += (block.continuations() & high).count_ones();
                fours += (block.fours() & high).count_ones();
            }
            self.advance(run as usize);
            match self.ahead(0) {
                b'"' => {
                    let end = self.at();
                    self.advance(1);
                    return Ok(Text { start, end, continuations, fours, escaped, ascii });
                }
                b'\\' => {
                    escaped = true;
                    let length = self.escape_length()?;
                    self.advance(length);
                }
                _ => return Err(Malformed),
            }
        }
    }

    /// The length of the escape that stands here; two for a surrogate pair are one.
    #[inline(always)]
    fn escape_length(&self) -> Result<usize, Malformed> {
        match self.ahead(1) {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(2),
            b'u' => match self.unit(2)? {
                0xd800..0xdc00 => {
                    let has_second = self.ahead(6) == b'\\' && self.ahead(7) == b'u';
                    match has_second.then(|| self.unit(8)).transpose()? {
                        Some(0xdc00..0xe000) => Ok(12),
                        _ => Err(Malformed),
                    }
                }
                0xdc00..0xe000 => Err(Malformed),
                _ => Ok(6),
            },
            _ => Err(Malformed),
        }
    }

    /// The code unit whose four hexadecimal digits stand so far ahead.
    #[inline(always)]
    fn unit(&self, ahead: usize) -> Result<u32, Malformed> {
        let digits = [0, 1, 2, 3].map(|at| self.ahead(ahead + at));
        hex(digits).ok_or(Malformed)
    }

    /// Undoes the escapes of a string in place. The bytes that become free are white space then,
    /// so that everything behind the string keeps its place.
    #[cold]
    pub(crate) fn unescape(&mut self, text: Text) -> Text {
        let raw = self.span_mut(text.start, text.end);
        let mut text = text;
        let (mut read, mut write) = (0, 0);
        loop {
            let run = plain_run(&raw[read..]);
            if read != write {
                raw.copy_within(read..read + run, write);
            }
            (read, write) = (read + run, write + run);
            if read == raw.len() {
                break;
            }
            let (char, length) = unescape_one(&raw[read..]);
            // An escape is never shorter than its character in UTF-8.
            let bytes = char.encode_utf8(&mut raw[write..]).len();
            text.ascii &= bytes == 1;
            text.continuations += bytes as u32 - 1;
            text.fours += u32::from(bytes == 4);
            (read, write) = (read + length, write + bytes);
        }
        raw[write..].fill(b' ');
        text.end = text.start + write;
        text
    }
}

/// How many bytes there are before the next backslash.
#[inline(always)]
fn plain_run(bytes: &[u8]) -> usize {
    let (blocks, rest) = bytes.as_chunks::<LENGTH>();
    for (index, block) in blocks.iter().enumerate() {
        // Quotes and control characters are only met as escapes.
        let stops = Block::new(block).stops();
        if stops != 0 {
            return index * LENGTH + stops.trailing_zeros() as usize;
        }
    }
    let run = rest.iter().position(|&byte| byte == b'\\').unwrap_or(rest.len());
    blocks.len() * LENGTH + run
}

/// The character that an escape stands for, and the escape's length. The scanner has checked it.
#[inline(always)]
fn unescape_one(escape: &[u8]) -> (char, usize) {
    let unit = |at: usize| {
        let digits = escape.get(at..).and_then(|digits| digits.first_chunk());
        digits.and_then(|digits| hex(*digits)).unwrap_or_default()
    };
    let scalar = |scalar| char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER);
    match escape.get(1) {
        Some(b'u') => match unit(2) {
            high @ 0xd800..0xdc00 => {
                let low = unit(8).wrapping_sub(0xdc00) & 0x3ff;
                (scalar(0x1_0000 + ((high - 0xd800) << 10) + low), 12)
            }
            unit => (scalar(unit), 6),
        },
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'n') => ('\n', 2),
        Some(b'r') => ('\r', 2),
        Some(b't') => ('\t', 2),
        Some(&byte) => (char::from(byte), 2),
        None => (char::REPLACEMENT_CHARACTER, 1),
    }
}

/// The value of each hexadecimal digit; of other bytes, something greater.
static HEX: [u8; 256] = {
    let mut values = [0xff; 256];
    let mut value = 0;
    while value < 16 {
        values[b"0123456789abcdef"[value] as usize] = value as u8;
        values[b"0123456789ABCDEF"[value] as usize] = value as u8;
        value += 1;
    }
    values
};

#[inline(always)]
fn hex(digits: [u8; 4]) -> Option<u32> {
    let [a, b, c, d] = digits.map(|digit| u32::from(HEX[usize::from(digit)]));
    ((a | b | c | d) < 16).then_some(a << 12 | b << 8 | c << 4 | d)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(json: &str) -> Result<(String, Text), Malformed> {
        let mut input = Input::default();
        input.load(json.as_bytes());
        let mut text = input.string()?;
        assert_eq!(input.at(), json.len());
        if text.escaped {
            text = input.unescape(text);
        }
        let value = std::str::from_utf8(input.span(text.start, text.end)).unwrap().to_owned();
        Ok((value, text))
    }

    #[test]
    fn values_and_counts_are_those_of_serde_json() {
        for json in [
            r#""""#,
            r#""plain""#,
            r#""fifteen bytes..""#,
            r#""sixteen bytes...""#,
            r#""seventeen bytes..""#,
            r#""\"\\\/\b\f\n\r\t""#,
            r#""a\u0041\u00e9\u20ac\ud83d\ude80z""#,
            r#""Zoë Müller-Lüdenscheidt, Köln 🚀 und so weiter, 日本語のテキスト""#,
            r#""🚀🚀🚀🚀🚀\n🚀""#,
        ] {
            let (value, text) = scan(json).unwrap();
            assert_eq!(value, serde_json::from_str::<String>(json).unwrap());
            assert_eq!(text.chars() as usize, value.chars().count(), "{json}");
            assert_eq!(text.utf16() as usize, value.encode_utf16().count(), "{json}");
            assert_eq!(text.ascii, value.is_ascii(), "{json}");
        }
    }

    #[test]
    fn what_is_no_string_is_refused() {
        for json in [
            "\"",
            "\"open",
            "\"tab\there\"",
            "\"nul\0here\"",
            r#""\"#,
            r#""\x""#,
            r#""\u12""#,
            r#""\u12g4""#,
            r#""\ud800""#,
            r#""\ud800\n""#,
            r#""\ud800\u0041""#,
            r#""\udc00""#,
        ] {
            assert!(scan(json).is_err(), "{json:?}");
        }
    }

    #[test]
    fn every_escape_of_the_basic_plane() {
        for unit in (0..0xd800).chain(0xe000..=0xffff) {
            let (value, _) = scan(&format!("\"<\\u{unit:04x}>\"")).unwrap();
            assert_eq!(value, format!("<{}>", char::from_u32(unit).unwrap()));
        }
    }
}
