//! Is it JSON at all? A check of its own, so that the answer can say where and what was expected,
//! and so that everything behind it may rely on it.

use super::MAX_DEPTH;

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
    let result = match std::str::from_utf8(text) {
        Err(error) => Err(Fault { at: error.valid_up_to(), expected: "UTF-8" }),
        Ok(_) => Reader::new(text).text(),
    };
    result.map_err(|fault| fault.locate(text))
}

struct Fault {
    at: usize,
    expected: &'static str,
}

impl Fault {
    fn locate(&self, text: &[u8]) -> SyntaxError {
        let before = &text[..self.at];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let column = String::from_utf8_lossy(&before[start..]).trim_start_matches('\u{feff}').chars().count() + 1;
        SyntaxError { line, column, expected: self.expected }
    }
}

struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    depth: u32,
}

impl<'t> Reader<'t> {
    fn new(text: &'t [u8]) -> Reader<'t> {
        let at = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Reader { text, at, depth: 0 }
    }

    fn text(&mut self) -> Result<(), Fault> {
        self.space();
        self.value()?;
        self.space();
        match self.byte() {
            None => Ok(()),
            Some(_) => self.expected("the end of the text"),
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn expected<T>(&self, expected: &'static str) -> Result<T, Fault> {
        Err(Fault { at: self.at, expected })
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
    }

    /// Moves over the byte and the white space behind it, if it stands here.
    fn take(&mut self, byte: u8) -> bool {
        let here = self.byte() == Some(byte);
        if here {
            self.at += 1;
            self.space();
        }
        here
    }

    fn value(&mut self) -> Result<(), Fault> {
        match self.byte() {
            Some(b'"') => self.string(),
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b't') => self.word(b"true"),
            Some(b'f') => self.word(b"false"),
            Some(b'n') => self.word(b"null"),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.expected("a value"),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        if self.depth == MAX_DEPTH {
            return self.expected("at most 64 levels of nesting");
        }
        self.depth += 1;
        self.at += 1;
        self.space();
        read(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn object(&mut self) -> Result<(), Fault> {
        if self.close(b'}') {
            return Ok(());
        }
        let mut expected = "a key in quotes or '}'";
        loop {
            if self.byte() != Some(b'"') {
                return self.expected(expected);
            }
            self.string()?;
            self.space();
            if !self.take(b':') {
                return self.expected("':'");
            }
            self.value()?;
            self.space();
            if self.close(b'}') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.expected("',' or '}'");
            }
            expected = "a key in quotes";
        }
    }

    fn array(&mut self) -> Result<(), Fault> {
        if self.close(b']') {
            return Ok(());
        }
        loop {
            self.value()?;
            self.space();
            if self.close(b']') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.expected("',' or ']'");
            }
        }
    }

    fn close(&mut self, byte: u8) -> bool {
        let here = self.byte() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Fault> {
        if !self.text[self.at..].starts_with(word) {
            return self.expected("a value");
        }
        self.at += word.len();
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        self.at += usize::from(self.byte() == Some(b'-'));
        if self.byte() == Some(b'0') {
            self.at += 1;
            if let Some(b'0'..=b'9') = self.byte() {
                return self.expected("a number without leading zeros");
            }
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == start { self.expected("a digit") } else { Ok(()) }
    }

    fn string(&mut self) -> Result<(), Fault> {
        self.at += 1;
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => self.escape()?,
                Some(0x20..) => self.at += 1,
                Some(_) => return self.expected("an escape for the control character"),
                None => return self.expected("a closing quote"),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Fault> {
        match self.text.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => match self.unit()? {
                0xd800..0xdc00 => {
                    let low = self.text[self.at..].starts_with(b"\\u");
                    let at = self.at;
                    if !low || !matches!(self.unit()?, 0xdc00..0xe000) {
                        self.at = at;
                        return self.expected("the second half of a surrogate pair");
                    }
                }
                0xdc00..0xe000 => {
                    self.at -= 6;
                    return self.expected("the first half of a surrogate pair");
                }
                _ => {}
            },
            _ => return self.expected("an escape that JSON has"),
        }
        Ok(())
    }

    /// Moves over `\uXXXX`.
    fn unit(&mut self) -> Result<u32, Fault> {
        let mut unit = 0;
        for at in self.at + 2..self.at + 6 {
            match self.text.get(at).and_then(|&byte| char::from(byte).to_digit(16)) {
                Some(digit) => unit = unit << 4 | digit,
                None => return self.expected("four hexadecimal digits behind \\u"),
            }
        }
        self.at += 6;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn nesting_ends_at_64() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(check(nested(64).as_bytes()), Ok(()));
        assert_eq!(check(nested(65).as_bytes()).unwrap_err().expected, "at most 64 levels of nesting");
        assert_eq!(check(nested(100_000).as_bytes()).unwrap_err().column, 65);
    }
}
