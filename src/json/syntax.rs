//! Is it JSON at all? A check of its own, so that the answer can say where and what was expected,
//! and so that everything behind it may rely on it.

use super::string::hex;
use super::utf8::{is_utf8, valid_up_to};
use super::{MAX_DEPTH, Malformed};

/// Where a text stops being JSON, and what would have been right there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// From 1; lines end with LF.
    pub(crate) line: usize,
    /// From 1, in Unicode scalar values.
    pub(crate) column: usize,
    pub(crate) expected: &'static str,
}

/// Checks that the bytes are one JSON text in UTF-8, perhaps behind a byte order mark.
pub(crate) fn check(text: &[u8]) -> Result<(), SyntaxError> {
    let start = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut reader = Reader::new(text, start, 0);
    let result = if is_utf8(text) {
        reader.text()
    } else {
        reader.at = valid_up_to(text);
        Err(Malformed)
    };
    result.map_err(|Malformed| reader.error(start))
}

/// Reads a text without changing it.
pub(super) struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    depth: u32,
    /// What would have been right here, where the text has turned out to be malformed.
    expected: &'static str,
}

impl<'t> Reader<'t> {
    /// Reads from there on, so many arrays and objects deep.
    pub(super) fn new(text: &'t [u8], at: usize, depth: u32) -> Reader<'t> {
        Reader { text, at, depth, expected: "UTF-8" }
    }

    /// Where it is.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes into the object that opens here; says whether it ends at once.
    pub(super) fn enter(&mut self) -> Result<bool, Malformed> {
        if self.depth == MAX_DEPTH || !self.take(b'{') {
            return Err(Malformed);
        }
        self.depth += 1;
        Ok(self.take(b'}'))
    }

    /// Moves over a key and its colon, to the value; gives the key in its quotes.
    pub(super) fn key(&mut self) -> Result<&'t [u8], Malformed> {
        if self.peek() != b'"' {
            return Err(Malformed);
        }
        let start = self.at;
        self.string()?;
        let key = &self.text[start..self.at];
        if !self.take(b':') {
            return Err(Malformed);
        }
        self.peek();
        Ok(key)
    }

    /// Moves over an array, and counts its items.
    pub(super) fn count_items(&mut self) -> Result<usize, Malformed> {
        if self.depth == MAX_DEPTH || !self.take(b'[') {
            return Err(Malformed);
        }
        self.depth += 1;
        if self.take(b']') {
            return Ok(0);
        }
        let mut count = 0;
        loop {
            self.value()?;
            count += 1;
            if self.take(b']') {
                return Ok(count);
            }
            if !self.take(b',') {
                return Err(Malformed);
            }
        }
    }

    /// Moves over what follows a member: says whether that ends the object.
    pub(super) fn ends(&mut self) -> Result<bool, Malformed> {
        if self.take(b'}') {
            return Ok(true);
        }
        if self.take(b',') { Ok(false) } else { Err(Malformed) }
    }

    fn error(&self, start: usize) -> SyntaxError {
        let (mut line, mut column) = (1, 1);
        for byte in self.text.iter().take(self.at).skip(start) {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                // A character beyond ASCII goes on.
                0x80..0xc0 => {}
                _ => column += 1,
            }
        }
        SyntaxError { line, column, expected: self.expected }
    }

    #[cold]
    #[inline(never)]
    fn expected(&mut self, expected: &'static str) -> Result<(), Malformed> {
        self.expected = expected;
        Err(Malformed)
    }

    fn text(&mut self) -> Result<(), Malformed> {
        self.value()?;
        self.peek();
        if self.is_at_end() { Ok(()) } else { self.expected("the end of the text") }
    }

    fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// The byte so far ahead; NUL beyond the end.
    fn ahead(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or_default()
    }

    /// Moves over white space, and gives the byte behind it.
    #[inline(never)]
    pub(super) fn peek(&mut self) -> u8 {
        while let b' ' | b'\t' | b'\n' | b'\r' = self.ahead(0) {
            self.at += 1;
        }
        self.ahead(0)
    }

    /// Moves over the byte, and the white space before it, if it is the next.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let here = self.peek() == byte;
        self.at += usize::from(here);
        here
    }

    /// Moves over a value.
    pub(super) fn value(&mut self) -> Result<(), Malformed> {
        match self.peek() {
            b'"' => self.string(),
            b'{' => self.nested(b'}', "',' or '}'"),
            b'[' => self.nested(b']', "',' or ']'"),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.expected("a value"),
        }
    }

    /// An object or an array, which ends with this byte.
    fn nested(&mut self, close: u8, separator: &'static str) -> Result<(), Malformed> {
        if self.depth == MAX_DEPTH {
            return self.expected("at most 64 levels of nesting");
        }
        self.depth += 1;
        self.at += 1;
        let mut key = "a key in quotes or '}'";
        if !self.take(close) {
            loop {
                if close == b'}' {
                    if self.peek() != b'"' {
                        return self.expected(key);
                    }
                    key = "a key in quotes";
                    self.string()?;
                    if !self.take(b':') {
                        return self.expected("':'");
                    }
                }
                self.value()?;
                if self.take(close) {
                    break;
                }
                if !self.take(b',') {
                    return self.expected(separator);
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    #[inline(never)]
    fn word(&mut self, word: &[u8]) -> Result<(), Malformed> {
        if !self.text.get(self.at..).is_some_and(|text| text.starts_with(word)) {
            return self.expected("a value");
        }
        self.at += word.len();
        Ok(())
    }

    fn number(&mut self) -> Result<(), Malformed> {
        self.at += usize::from(self.ahead(0) == b'-');
        if self.ahead(0) == b'0' {
            self.at += 1;
            if self.ahead(0).is_ascii_digit() {
                return self.expected("a number without leading zeros");
            }
        } else {
            self.digits()?;
        }
        if self.ahead(0) == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if let b'e' | b'E' = self.ahead(0) {
            self.at += 1;
            self.at += usize::from(matches!(self.ahead(0), b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }

    #[inline(never)]
    fn digits(&mut self) -> Result<(), Malformed> {
        if !self.ahead(0).is_ascii_digit() {
            return self.expected("a digit");
        }
        while self.ahead(0).is_ascii_digit() {
            self.at += 1;
        }
        Ok(())
    }

    #[inline(never)]
    pub(super) fn string(&mut self) -> Result<(), Malformed> {
        self.at += 1;
        loop {
            match self.ahead(0) {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape()?,
                0x20.. => self.at += 1,
                _ if self.is_at_end() => return self.expected("a closing quote"),
                _ => return self.expected("an escape for the control character"),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Malformed> {
        let length = match self.ahead(1) {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 2,
            b'u' => match self.unit()? {
                0xd800..0xdc00 => {
                    self.at += 6;
                    let goes_on = self.ahead(0) == b'\\' && self.ahead(1) == b'u';
                    if !goes_on || !matches!(self.unit()?, 0xdc00..0xe000) {
                        return self.expected("the second half of a surrogate pair");
                    }
                    6
                }
                0xdc00..0xe000 => return self.expected("the first half of a surrogate pair"),
                _ => 6,
            },
            _ => return self.expected("an escape that JSON has"),
        };
        self.at += length;
        Ok(())
    }

    /// The code unit of the `\uXXXX` that stands here.
    #[inline(never)]
    fn unit(&mut self) -> Result<u32, Malformed> {
        let digits = [2, 3, 4, 5].map(|ahead| self.ahead(ahead));
        match hex(digits) {
            Some(unit) => Ok(unit),
            None => self.expected("four hexadecimal digits behind \\u").map(|()| 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn says_where_and_what() {
        for (text, line, column, expected) in [
            ("", 1, 1, "a value"),
            ("  \n ", 2, 2, "a value"),
            ("{\"a\": 1,\n \"b\" 2}", 2, 6, "':'"),
            ("{\"a\": 1,}", 1, 9, "a key in quotes"),
            ("{a: 1}", 1, 2, "a key in quotes or '}'"),
            ("{\"é\": tru}", 1, 7, "a value"),
            ("[1, 2", 1, 6, "',' or ']'"),
            ("{\"a\": \"b", 1, 9, "a closing quote"),
            ("01", 1, 2, "a number without leading zeros"),
            ("1.", 1, 3, "a digit"),
            ("[] []", 1, 4, "the end of the text"),
            ("\"\\ud800\"", 1, 8, "the second half of a surrogate pair"),
            ("\"\\udc00\"", 1, 2, "the first half of a surrogate pair"),
            ("\"\\x\"", 1, 2, "an escape that JSON has"),
            ("\"a\nb\"", 1, 3, "an escape for the control character"),
            ("\u{feff}x", 1, 1, "a value"),
        ] {
            assert_eq!(check(text.as_bytes()), Err(SyntaxError { line, column, expected }), "{text:?}");
        }
        assert_eq!(check(b"\"\xc3\"").unwrap_err().expected, "UTF-8");
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes long there")]
    fn nesting_ends_at_64() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(check(nested(64).as_bytes()), Ok(()));
        assert_eq!(check(nested(65).as_bytes()).unwrap_err().expected, "at most 64 levels of nesting");
        assert_eq!(check(nested(100_000).as_bytes()).unwrap_err().column, 65);
    }
}
