//! The bytes under the scanner: the engine's own copy of a body, padded and mutable.

use super::block::{Block, LENGTH};
use super::{MAX_DEPTH, Malformed};

/// How many NUL bytes follow a text, so that the scanner may look ahead without asking.
const PADDING: usize = 64;

/// From place 16 - n on: all bits of the first n bytes of a block.
static FIRST_BYTES: [u8; 2 * LENGTH] = {
    let mut mask = [0; 2 * LENGTH];
    let mut at = 0;
    while at < LENGTH {
        mask[at] = 0xff;
        at += 1;
    }
    mask
};

/// A body and the position of the scanner in it.
///
/// The buffer holds the text, then [`PADDING`] NUL bytes, then what was appended (each piece with
/// a padding of its own). NUL is a control character, which no rule of JSON takes: whatever scans
/// forward byte by byte stops at the padding. What JavaScript has written has NUL at the end of each
/// text, and there the scanner asks whether it is the padding's. So `at` never leaves a text by more
/// than a look-ahead, and every look-ahead stays within the padding.
#[derive(Debug)]
pub(crate) struct Input {
    /// The whole room there is; what lies behind `used` is old content.
    bytes: Vec<u8>,
    used: usize,
    /// Where the text that is being read ends.
    end: usize,
    /// Where the scanner is.
    at: usize,
    /// Whether strings have had bytes that may not be UTF-8, as they were before escapes were undone: any beyond
    /// ASCII.
    pub(super) may_be_ill_formed: bool,
}

impl Input {
    /// An empty one.
    pub(crate) const fn new() -> Input {
        Input { bytes: Vec::new(), used: 0, end: 0, at: 0, may_be_ill_formed: false }
    }

    /// Copies a text into the buffer and goes to its start, behind a byte order mark.
    pub(crate) fn load(&mut self, text: &[u8]) {
        self.reserve(text.len());
        self.bytes[..text.len()].copy_from_slice(text);
        self.start(text.len());
    }

    /// Makes room for a text of that length.
    pub(crate) fn reserve(&mut self, length: usize) {
        if self.bytes.len() < length + PADDING {
            self.bytes.resize(length + PADDING, 0);
        }
    }

    /// Goes to the start of the text that the first `length` bytes of the buffer hold.
    #[inline(always)]
    pub(crate) fn start(&mut self, length: usize) {
        self.used = length + PADDING;
        self.bytes[length..][..PADDING].fill(0);
        self.end = length;
        self.may_be_ill_formed = false;
        self.at = if self.bytes[..length].starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    }

    /// Gives back memory beyond `limit` bytes, so that one large body does not stay for ever.
    pub(crate) fn shrink(&mut self, limit: usize) {
        if self.bytes.capacity() > limit {
            *self = Input::new();
        }
    }

    /// Where a text is written from outside.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn body(&mut self) -> &mut [u8] {
        let room = self.bytes.len().saturating_sub(PADDING);
        &mut self.bytes[..room]
    }

    /// The text with everything appended to it.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.used]
    }

    /// The text alone.
    pub(crate) fn text(&self) -> &[u8] {
        &self.bytes[..self.end]
    }

    /// Where the scanner is.
    #[inline(always)]
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Whether what was read is certainly valid UTF-8.
    pub(crate) fn is_certainly_utf8(&self) -> bool {
        !self.may_be_ill_formed
    }

    /// Whether nothing but white space is left.
    pub(crate) fn is_at_end(&mut self) -> bool {
        self.peek();
        self.is_at_padding()
    }

    /// Whether nothing is left.
    pub(super) fn is_at_padding(&self) -> bool {
        self.at == self.end
    }

    /// How many bytes are left.
    #[inline(always)]
    pub(super) fn left(&self) -> usize {
        self.end - self.at
    }

    /// Appends a text with its padding, and gives the place where it starts.
    pub(crate) fn append(&mut self, text: &[u8]) -> usize {
        let (start, end) = (self.used, self.used + text.len());
        self.reserve(end);
        self.used = end + PADDING;
        self.bytes[start..end].copy_from_slice(text);
        self.bytes[end..self.used].fill(0);
        start
    }

    /// Goes to another text of the buffer; gives what [`Input::resume`] needs to come back.
    pub(crate) fn divert(&mut self, start: usize, end: usize) -> (usize, usize) {
        let here = (self.at, self.end);
        (self.at, self.end) = (start, end);
        here
    }

    /// Comes back from a text that [`Input::divert`] went to.
    pub(crate) fn resume(&mut self, (at, end): (usize, usize)) {
        (self.at, self.end) = (at, end);
    }

    /// The byte `ahead` of the scanner.
    #[inline(always)]
    pub(super) fn ahead(&self, ahead: usize) -> u8 {
        debug_assert!(ahead < PADDING && self.at <= self.end);
        // SAFETY: `at` is at most the end of a text, and PADDING bytes follow it.
        unsafe { *self.bytes.get_unchecked(self.at + ahead) }
    }

    /// The sixteen bytes that start `ahead` of the scanner, at most sixteen.
    #[inline(always)]
    pub(super) fn sixteen(&self, ahead: usize) -> &[u8; 16] {
        debug_assert!(ahead <= 16 && self.at <= self.end);
        // SAFETY: `at` is at most the end of a text, and PADDING (at least 32) bytes follow it.
        unsafe { &*self.bytes.as_ptr().add(self.at + ahead).cast() }
    }

    /// The eight bytes ahead of the scanner, the first one lowest.
    #[inline(always)]
    fn eight(&self) -> u64 {
        let bytes = self.sixteen(0).first_chunk().copied();
        u64::from_le_bytes(bytes.unwrap_or_default())
    }

    /// Moves the scanner over bytes it has seen, none of which was the padding's.
    #[inline(always)]
    pub(super) fn advance(&mut self, count: usize) {
        self.at += count;
        debug_assert!(self.at <= self.end);
    }

    /// The bytes of a span that the scanner has passed.
    #[inline(always)]
    pub(crate) fn span(&self, start: usize, end: usize) -> &[u8] {
        &self.bytes[start..end]
    }

    /// The same, to be changed in place.
    #[inline(always)]
    pub(crate) fn span_mut(&mut self, start: usize, end: usize) -> &mut [u8] {
        &mut self.bytes[start..end]
    }

    /// Whether a span that the scanner has passed has capital letters of ASCII.
    #[inline(always)]
    pub(crate) fn has_capitals(&self, start: usize, end: usize) -> bool {
        let mut at = start;
        while at < end {
            // The padding has room for what lies behind the span.
            let Some(block) = self.bytes.get(at..).and_then(<[u8]>::first_chunk) else { return true };
            let within = (1 << LENGTH.min(end - at)) - 1;
            if Block::new(block).capitals() & within != 0 {
                return true;
            }
            at += LENGTH;
        }
        false
    }

    /// Writes the first `count` bytes of a block where the scanner has been.
    ///
    /// Short pieces are copied and filled sooner so: slices do that by a call out of WASM.
    #[inline(always)]
    pub(super) fn overwrite(&mut self, at: usize, block: Block, count: usize) {
        // The padding has room for what is left as it is.
        let place = self.bytes.get_mut(at..).and_then(<[u8]>::first_chunk_mut);
        let mask = FIRST_BYTES.get(LENGTH - count..).and_then(<[u8]>::first_chunk);
        if let (Some(place), Some(mask)) = (place, mask) {
            let mask = Block::new(mask);
            (block & mask | Block::new(place).without(mask)).write(place);
        }
    }

    /// Skips white space and gives the byte behind it without moving over it; NUL at the end.
    #[inline(always)]
    pub(crate) fn peek(&mut self) -> u8 {
        loop {
            let byte = self.ahead(0);
            if byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return byte;
            }
            // Behind a colon one is foreseen, so that nothing waits for how many there are.
            let next = self.ahead(1);
            if byte == b' ' && next > b' ' {
                self.advance(1);
                return next;
            }
            // Mostly this is a line break with an indent: spaces follow.
            let behind = (self.eight() ^ u64::from_le_bytes([b' '; 8])) & !0xff;
            self.advance(behind.trailing_zeros() as usize / 8);
        }
    }

    /// Moves over the byte that [`Input::peek`] gave.
    #[inline(always)]
    pub(crate) fn bump(&mut self) {
        self.advance(1);
    }

    /// Goes back to where the scanner was before.
    pub(crate) fn go_back(&mut self, at: usize) {
        debug_assert!(at <= self.at);
        self.at = at.min(self.at);
    }

    /// Moves over a word, such as `true`.
    #[inline(always)]
    pub(crate) fn literal<const N: usize>(&mut self, word: &[u8; N]) -> Result<(), Malformed> {
        if self.sixteen(0)[..N] != word[..] {
            return Err(Malformed);
        }
        self.advance(N);
        Ok(())
    }

    /// Moves over a whole value, whatever it is; says of its strings how many bytes they have
    /// more than UTF-16 code units, and whether all of them are ASCII.
    pub(crate) fn skip(&mut self, depth: u32) -> Result<Skipped, Malformed> {
        let mut skipped = Skipped { shrink: 0, ascii: true, rewritten: false };
        self.skip_value(depth, &mut skipped)?;
        Ok(skipped)
    }

    fn skip_value(&mut self, depth: u32, skipped: &mut Skipped) -> Result<(), Malformed> {
        let open = self.peek();
        match open {
            b'"' => self.skip_string(skipped),
            b'{' | b'[' => {
                if depth == MAX_DEPTH {
                    return Err(Malformed);
                }
                let close = open + 2;
                self.advance(1);
                if self.peek() == close {
                    self.advance(1);
                    return Ok(());
                }
                loop {
                    if open == b'{' {
                        if self.peek() != b'"' {
                            return Err(Malformed);
                        }
                        self.skip_string(skipped)?;
                        self.colon()?;
                    }
                    self.skip_value(depth + 1, skipped)?;
                    match self.peek() {
                        b',' => self.advance(1),
                        byte if byte == close => {
                            self.advance(1);
                            return Ok(());
                        }
                        _ => return Err(Malformed),
                    }
                }
            }
            b't' => self.literal(b"true"),
            b'f' => self.literal(b"false"),
            b'n' => self.literal(b"null"),
            _ => self.skip_number(),
        }
    }

    #[inline(never)]
    fn skip_string(&mut self, skipped: &mut Skipped) -> Result<(), Malformed> {
        let text = self.unescaped_string()?;
        skipped.shrink = skipped.shrink.wrapping_add(text.shrink());
        skipped.ascii &= text.ascii;
        skipped.rewritten |= text.escaped;
        Ok(())
    }

    /// Moves over a colon.
    #[inline(always)]
    pub(crate) fn colon(&mut self) -> Result<(), Malformed> {
        if self.peek() != b':' {
            return Err(Malformed);
        }
        self.advance(1);
        Ok(())
    }
}

/// What [`Input::skip`] says of the strings it passed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Skipped {
    /// Bytes beyond UTF-16 code units.
    pub(crate) shrink: u32,
    /// Whether every string is ASCII.
    pub(crate) ascii: bool,
    /// Whether escapes were undone.
    pub(crate) rewritten: bool,
}

#[cfg(test)]
mod tests {
    use super::Input;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn capitals_are_found_at_every_place_of_every_span() {
        let mut input = Input::new();
        for length in 0..50 {
            // Those around the span are none of its own.
            let mut text = [b"Q".as_slice(), &vec![b'x'; length], b"Q"].concat();
            input.load(&text);
            assert!(!input.has_capitals(1, 1 + length), "{length}");
            for place in 1..=length {
                text[place] = b'Q';
                input.load(&text);
                assert!(input.has_capitals(1, 1 + length), "{length}, {place}");
                text[place] = b'x';
            }
        }
    }
}
