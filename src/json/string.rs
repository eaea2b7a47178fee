//! Strings: where they end, what they count, and their escapes undone in place.

use super::block::{Block, LENGTH};
use super::{Input, Malformed};

/// A string that the scanner has passed. Offsets are into the buffer, between the quotes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text {
    pub(crate) start: usize,
    /// In bytes. With the end in its place LLVM would load both ends, one 64-bit slot of the tape, at
    /// once: from where they have just been stored one by one, which processors wait for.
    length: usize,
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
    #[inline(never)]
    pub(crate) fn of(bytes: &[u8], start: usize) -> Text {
        let mut text = Text { start, length: bytes.len(), continuations: 0, fours: 0, escaped: false, ascii: true };
        for &byte in bytes {
            text.ascii &= byte < 0x80;
            text.continuations += u32::from(byte & 0xc0 == 0x80);
            text.fours += u32::from(byte >= 0xf0);
        }
        text
    }

    /// Where it ends.
    #[inline(always)]
    pub(crate) fn end(&self) -> usize {
        self.start + self.length
    }

    /// The length in bytes.
    #[inline(always)]
    pub(crate) fn bytes(&self) -> u32 {
        self.length as u32
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
            length: self.length - start - end,
            continuations: self.continuations - before.continuations - behind.continuations,
            fours: self.fours - before.fours - behind.fours,
            ..*self
        }
    }
}

impl Input {
    /// Moves over the string whose opening quote stands here; if it has escapes, only to the first
    /// of them, from where [`Input::unescape`] goes on.
    #[inline(always)]
    pub(crate) fn string(&mut self) -> Result<Text, Malformed> {
        self.advance(1);
        let start = self.at();
        let mut text = Text { start, length: 0, continuations: 0, fours: 0, escaped: false, ascii: true };
        self.pass(&mut text, Block::stops);
        match self.ahead(0) {
            b'"' => {
                text.length = self.at() - start;
                self.advance(1);
            }
            b'\\' => text.escaped = true,
            _ => return Err(Malformed),
        }
        Ok(text)
    }

    /// Moves over a string, and undoes its escapes.
    #[inline(never)]
    pub(crate) fn unescaped_string(&mut self) -> Result<Text, Malformed> {
        let text = self.string()?;
        if text.escaped { self.unescape(text) } else { Ok(text) }
    }

    /// Moves over the text behind the apostrophe that stands here: all up to NUL stands for itself.
    #[inline(always)]
    pub(crate) fn raw(&mut self) -> Result<Text, Malformed> {
        self.advance(1);
        let start = self.at();
        let mut text = Text { start, length: 0, continuations: 0, fours: 0, escaped: false, ascii: true };
        self.pass(&mut text, |block| block.equal_to(Block::splat::<0>()));
        // What lies behind the input is NUL, too.
        if self.is_at_padding() {
            return Err(Malformed);
        }
        text.length = self.at() - start;
        self.advance(1);
        Ok(text)
    }

    /// Moves over characters that stand for themselves, up to one that stops, and counts them.
    #[inline(always)]
    fn pass(&mut self, text: &mut Text, stops: impl Fn(Block) -> u32) {
        let start = self.at();
        let mut greatest = Block::splat::<0>();
        let (block, stops) = loop {
            let block = Block::new(self.sixteen(0));
            let stops = stops(block);
            if stops != 0 {
                break (block, stops);
            }
            // Without a branch: in prose of most languages it would be taken at random.
            text.continuations += block.continuations().count_ones();
            greatest = greatest.max(block);
            self.advance(LENGTH);
        };
        let run = stops.trailing_zeros();
        let of_run = (1 << run) - 1;
        if block.high() & of_run | greatest.high() != 0 {
            (text.ascii, self.may_be_ill_formed) = (false, true);
            text.continuations += (block.continuations() & of_run).count_ones();
            text.fours += (block.fours() & of_run).count_ones();
            if greatest.fours() != 0 {
                text.fours += self.fours_since(start);
            }
        }
        self.advance(run as usize);
    }

    /// The four-byte characters in the whole blocks that were passed.
    #[cold]
    #[inline(never)]
    fn fours_since(&self, start: usize) -> u32 {
        let (blocks, _) = self.span(start, self.at()).as_chunks();
        blocks.iter().map(|block| Block::new(block).fours().count_ones()).sum()
    }

    /// Goes on with a string from its first escape on, and undoes them in place. The bytes that
    /// become free are white space then, so that everything behind the string keeps its place.
    #[cold]
    pub(crate) fn unescape(&mut self, mut text: Text) -> Result<Text, Malformed> {
        let mut write = self.at();
        loop {
            match self.ahead(0) {
                b'"' => {
                    text.length = write - text.start;
                    while write < self.at() {
                        let count = LENGTH.min(self.at() - write);
                        self.overwrite(write, Block::splat::<b' '>(), count);
                        write += count;
                    }
                    self.advance(1);
                    return Ok(text);
                }
                b'\\' => {
                    let (char, length) = self.escape()?;
                    self.advance(length);
                    // An escape is never shorter than its character in UTF-8.
                    let end = self.at();
                    let bytes = char.encode_utf8(self.span_mut(write, end)).len();
                    text.ascii &= bytes == 1;
                    text.continuations += bytes as u32 - 1;
                    text.fours += u32::from(bytes == 4);
                    write += bytes;
                }
                _ => return Err(Malformed),
            }
            write = self.move_plain(&mut text, write);
        }
    }

    /// Moves over characters that stand for themselves, counts them, and moves them too: to
    /// `write`. Says where they end there.
    #[inline(always)]
    fn move_plain(&mut self, text: &mut Text, mut write: usize) -> usize {
        loop {
            let block = Block::new(self.sixteen(0));
            let run = (block.stops() | 1 << LENGTH).trailing_zeros();
            let of_run = (1 << run) - 1;
            if block.high() & of_run != 0 {
                (text.ascii, self.may_be_ill_formed) = (false, true);
                text.continuations += (block.continuations() & of_run).count_ones();
                text.fours += (block.fours() & of_run).count_ones();
            }
            self.overwrite(write, block, run as usize);
            write += run as usize;
            self.advance(run as usize);
            if run as usize != LENGTH {
                return write;
            }
        }
    }

    /// The character of the escape that stands here, and the escape's length; two for a surrogate
    /// pair are one.
    #[inline(always)]
    fn escape(&self) -> Result<(char, usize), Malformed> {
        let short = |char| Ok((char, 2));
        match self.ahead(1) {
            b'u' => {
                let (scalar, length) = match self.unit(2)? {
                    high @ 0xd800..0xdc00 if self.ahead(6) == b'\\' && self.ahead(7) == b'u' => match self.unit(8)? {
                        low @ 0xdc00..0xe000 => (0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00), 12),
                        _ => return Err(Malformed),
                    },
                    unit => (unit, 6),
                };
                // Half a surrogate pair is no character.
                char::from_u32(scalar).map(|char| (char, length)).ok_or(Malformed)
            }
            byte @ (b'"' | b'\\' | b'/') => short(char::from(byte)),
            b'b' => short('\u{8}'),
            b'f' => short('\u{c}'),
            b'n' => short('\n'),
            b'r' => short('\r'),
            b't' => short('\t'),
            _ => Err(Malformed),
        }
    }

    /// The code unit whose four hexadecimal digits stand so far ahead.
    #[inline(always)]
    fn unit(&self, ahead: usize) -> Result<u32, Malformed> {
        let digits = [0, 1, 2, 3].map(|at| self.ahead(ahead + at));
        hex(digits).ok_or(Malformed)
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
pub(super) fn hex(digits: [u8; 4]) -> Option<u32> {
    let [a, b, c, d] = digits.map(|digit| u32::from(HEX[usize::from(digit)]));
    ((a | b | c | d) < 16).then_some(a << 12 | b << 8 | c << 4 | d)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn scan(json: &str) -> Result<(String, Text), Malformed> {
        let mut input = Input::new();
        input.load(json.as_bytes());
        let mut text = input.string()?;
        if text.escaped {
            text = input.unescape(text)?;
        }
        assert_eq!(input.at(), json.len());
        let value = std::str::from_utf8(input.span(text.start, text.end())).unwrap().to_owned();
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
            r#""\u00fc and then nothing to undo for more than two blocks, über alles 🚀\n\nor so""#,
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
    #[cfg_attr(miri, ignore = "takes long there")]
    fn every_escape_of_the_basic_plane() {
        for unit in (0..0xd800).chain(0xe000..=0xffff) {
            let (value, _) = scan(&format!("\"<\\u{unit:04x}>\"")).unwrap();
            assert_eq!(value, format!("<{}>", char::from_u32(unit).unwrap()));
        }
    }
}
