//! Looking ahead: what stands further on, without changing it.

use std::borrow::Cow;

use super::syntax::Reader;
use super::{Input, Malformed};

/// What was found in an object, and how far was looked for it.
#[derive(Debug)]
pub(crate) struct Member<'i> {
    /// The value that is sought, from its start on; `None` where no member has the name.
    pub(crate) value: Option<&'i [u8]>,
    /// How many bytes were looked at.
    pub(crate) seen: usize,
}

impl Input {
    /// The first member of this name, in the object that opens where the scanner is.
    pub(crate) fn find(&self, name: &str) -> Result<Member<'_>, Malformed> {
        let text = self.text();
        let start = self.at();
        let mut reader = Reader::new(text, start, 0);
        let mut value = None;
        if !reader.enter()? {
            loop {
                let key = reader.key()?;
                if spelled(key).as_ref() == name.as_bytes() {
                    value = text.get(reader.at()..);
                    break;
                }
                reader.value()?;
                if reader.ends()? {
                    break;
                }
            }
        }
        Ok(Member { value, seen: reader.at() - start })
    }

    /// The first key of the object that opens where the scanner is.
    pub(crate) fn first_key(&self) -> Result<Option<Cow<'_, [u8]>>, Malformed> {
        let mut reader = Reader::new(self.text(), self.at(), 0);
        if reader.enter()? { Ok(None) } else { Ok(Some(spelled(reader.key()?))) }
    }

    /// The infinity that the first number would become which is beyond doubles, in the value that
    /// starts where the scanner is.
    pub(crate) fn find_infinity(&mut self) -> Result<Option<f64>, Malformed> {
        self.peek();
        let (mut at, end) = (self.at(), self.end_of_value()?);
        while at < end {
            let rest = self.span(at, end);
            at += match rest[0] {
                b'"' => length_of_string(rest),
                b'-' | b'0'..=b'9' => {
                    let length = rest.iter().take_while(|byte| is_of_number(**byte)).count();
                    let here = self.divert(at, end);
                    let number = self.number();
                    self.resume(here);
                    if let Some(infinity) = Some(number?).filter(|number| number.is_infinite()) {
                        return Ok(Some(infinity));
                    }
                    length
                }
                _ => 1,
            };
        }
        Ok(None)
    }

    /// What is first in the array that opens where the scanner is, from its start on.
    pub(crate) fn first_item(&self) -> Result<&[u8], Malformed> {
        let mut reader = Reader::new(self.text(), self.at(), 0);
        if !reader.take(b'[') {
            return Err(Malformed);
        }
        reader.peek();
        self.text().get(reader.at()..).ok_or(Malformed)
    }

    /// How many items the array has that opens where the scanner is.
    pub(crate) fn count_items(&self) -> Result<usize, Malformed> {
        let mut reader = Reader::new(self.text(), self.at(), 0);
        reader.count_items()
    }

    /// Moves over the string whose opening quote stands here, and leaves it as it is: says where it starts and
    /// ends, between the quotes.
    pub(crate) fn pass_string(&mut self) -> Result<(usize, usize), Malformed> {
        let start = self.at();
        let text = self.string()?;
        if text.escaped {
            let mut reader = Reader::new(self.text(), start, 0);
            reader.string()?;
            let end = reader.at();
            self.may_be_ill_formed |= !self.span(start, end).is_ascii();
            self.advance(end - self.at());
        }
        Ok((start + 1, self.at() - 1))
    }

    /// Where the value ends that starts where the scanner is.
    pub(crate) fn end_of_value(&self) -> Result<usize, Malformed> {
        let mut reader = Reader::new(self.text(), self.at(), 0);
        reader.value()?;
        Ok(reader.at())
    }
}

fn length_of_string(string: &[u8]) -> usize {
    let mut is_escaped = false;
    let end = string[1..].iter().position(|byte| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(string.len(), |end| end + 2)
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The text of a string that starts here; `None` where that is something else.
pub(crate) fn text(value: &[u8]) -> Result<Option<Cow<'_, [u8]>>, Malformed> {
    let mut reader = Reader::new(value, 0, 0);
    if reader.peek() != b'"' {
        return Ok(None);
    }
    reader.string()?;
    Ok(value.get(..reader.at()).map(spelled))
}

/// The text of a string in its quotes.
pub(crate) fn spelled(string: &[u8]) -> Cow<'_, [u8]> {
    let plain = &string[1..string.len() - 1];
    if !plain.contains(&b'\\') {
        return Cow::Borrowed(plain);
    }
    // Few names are spelled like that.
    let mut copy = Input::new();
    copy.load(string);
    let text = copy.string().and_then(|text| copy.unescape(text));
    Cow::Owned(text.map_or(Vec::new(), |text| copy.span(text.start, text.end()).to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(json: &str) -> Option<String> {
        let mut input = Input::new();
        input.load(json.as_bytes());
        let member = input.find("kind").unwrap();
        let text = member.value.and_then(|value| text(value).unwrap());
        assert_eq!(input.text(), json.as_bytes());
        text.map(|text| String::from_utf8(text.into_owned()).unwrap())
    }

    #[test]
    fn a_member_is_found_wherever_it_is() {
        for json in [
            r#"{"kind":"a"}"#,
            r#"{ "x" : [{"kind":"b"}, "}\"", {}] , "kind" : "a" , "kind":"b"}"#,
            r#"{"\u006bind":"\u0061"}"#,
        ] {
            assert_eq!(found(json).as_deref(), Some("a"), "{json}");
        }
        for json in [r#"{}"#, r#"{"x":{"kind":"a"}}"#, r#"{"kind":1}"#, r#"{"KIND":"a"}"#] {
            assert_eq!(found(json), None, "{json}");
        }
    }

    #[test]
    fn numbers_beyond_doubles_are_found() {
        for (json, infinity) in [
            (" [1e308, -1e-400, {\"1e400\": \"\\\"1e400\"}] 1e400", None),
            ("[1, 1e309]", Some(f64::INFINITY)),
            ("{\"a\":[-10e308]}", Some(f64::NEG_INFINITY)),
        ] {
            let mut input = Input::new();
            input.load(json.as_bytes());
            assert_eq!(input.find_infinity().unwrap(), infinity, "{json}");
        }
    }

    #[test]
    fn what_is_malformed_is_not_looked_through() {
        for json in ["{", r#"{"a"}"#, r#"{"a":1 "kind":2}"#, r#"{"a":tru,"kind":"a"}"#, r#"{,"kind":"a"}"#] {
            let mut input = Input::new();
            input.load(json.as_bytes());
            assert!(input.find("kind").is_err(), "{json}");
        }
    }
}
