//! What a walk leaves behind: values in slots, ready to be read in any order.
//!
//! Slot 0 is the root. A slot holds, by what is expected there,
//!
//! | value | slot |
//! | --- | --- |
//! | text | `{start, end}`: byte offsets into the text that was read |
//! | text of a known length alone | [`MEASURED`] |
//! | whole number, double | the double |
//! | whole number of 64 bits | the number |
//! | boolean | 0 or 1 |
//! | enum of names | the index of the variant |
//! | object | `{block, 0}` |
//! | array, map | `{block, count}` |
//! | enum with data | `{block, variant}`: the block is that of the variant's object |
//! | any JSON | `{start, end}` of the value as it is written |
//! | `null` in an array | all ones |
//!
//! where `{low, high}` are the two halves of the slot, and `block` is the index of a slot. An
//! object's block is one or more header slots and a slot for each field. The first header is
//! `{end, states}`: the slot behind everything in the block, and two bits for each of the first 16
//! fields; each further header has the states of 32 more. For arrays see [`Layout`]; the entries of
//! a map are linked like items, `{next, state}`, with a slot for the key's text and one for the value.
//!
//! A second plane has for each text slot the offsets in UTF-16 code units, which JavaScript's
//! strings want. It is written only once a character beyond ASCII has been met; or from the start, if
//! JavaScript has the texts already: then those that stay as they are have `{!n, 0}` there, the n-th.
//!
//! [`Layout`]: crate::plan::Layout

/// A slot that stands for `null`. No text, double or count has these bits; where numbers of 64 bits
/// do, a link or header says it.
pub(crate) const NULL: u64 = u64::MAX;

/// A slot that stands for a text that JavaScript has only told the length of: a span of nothing, not even of an
/// empty text. Whoever asks for its bytes gets none.
pub(crate) const MEASURED: u64 = u32::MAX as u64;

/// What is known of a field: two bits in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Absent = 0,
    Null = 1,
    Value = 2,
}

impl State {
    /// What a link says of its value.
    pub(crate) fn linked(state: usize) -> State {
        if state == State::Value as usize { State::Value } else { State::Null }
    }
}

/// The low bit of every state, in a header word.
const LOW_BITS: u32 = 0x5555_5555;

#[derive(Debug)]
pub(crate) struct Tape {
    slots: Vec<u64>,
    /// How many slots are in use; those behind keep old content.
    used: usize,
    utf16: Vec<u64>,
    /// Whether the second plane is written.
    wide: bool,
}

impl Tape {
    /// One without memory.
    pub(crate) const fn new() -> Tape {
        Tape { slots: Vec::new(), used: 0, utf16: Vec::new(), wide: false }
    }

    /// Empties the tape, but for the root's slot.
    pub(crate) fn start(&mut self) {
        (self.used, self.wide) = (0, false);
        self.push(1);
    }

    /// Gives back memory beyond so many slots.
    pub(crate) fn shrink(&mut self, limit: usize) {
        if self.slots.capacity() > limit {
            *self = Tape::new();
        }
    }

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.used
    }

    /// Takes the next slots.
    #[inline(always)]
    pub(crate) fn push(&mut self, count: usize) -> usize {
        let start = self.used;
        self.used += count;
        if self.used > self.slots.len() {
            self.grow();
        }
        start
    }

    /// Gives all slots back but so many.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.used = count;
    }

    /// Gives the last slot back.
    pub(crate) fn pop(&mut self) {
        self.used -= 1;
    }

    #[cold]
    fn grow(&mut self) {
        let length = (self.used * 2).max(256);
        self.slots.resize(length, 0);
        if self.wide {
            self.utf16.resize(length, 0);
        }
    }

    #[inline(always)]
    pub(crate) fn get(&self, slot: usize) -> u64 {
        self.slots[slot]
    }

    /// So many slots side by side.
    pub(crate) fn slots(&self, start: usize, count: usize) -> &[u64] {
        &self.slots[start..start + count]
    }

    /// Sets a slot that has no text but perhaps an empty one, in all planes.
    #[inline(always)]
    pub(crate) fn set_constant(&mut self, slot: usize, value: u64) {
        self.slots[slot] = value;
        if self.wide {
            self.utf16[slot] = value;
        }
    }

    /// The two halves of a slot.
    #[inline(always)]
    pub(crate) fn halves(&self, slot: usize) -> (usize, usize) {
        let slot = self.slots[slot];
        (slot as u32 as usize, (slot >> 32) as usize)
    }

    #[inline(always)]
    pub(crate) fn set(&mut self, slot: usize, value: u64) {
        self.slots[slot] = value;
    }

    #[inline(always)]
    pub(crate) fn set_halves(&mut self, slot: usize, low: usize, high: usize) {
        self.slots[slot] = pack(low as u32, high as u32);
    }

    /// Whether the second plane is written.
    #[inline(always)]
    pub(crate) fn is_wide(&self) -> bool {
        self.wide
    }

    /// Begins the second plane: until here, both kinds of offsets were the same.
    #[cold]
    pub(crate) fn widen(&mut self) {
        self.wide = true;
        self.utf16.resize(self.slots.len(), 0);
        self.utf16[..self.used].copy_from_slice(&self.slots[..self.used]);
    }

    /// Sets a text slot's offsets in UTF-16 code units.
    #[inline(always)]
    pub(crate) fn set_utf16(&mut self, slot: usize, start: u32, end: u32) {
        self.utf16[slot] = pack(start, end);
    }

    /// Moves a text slot's UTF-16 offsets towards the start.
    pub(crate) fn move_utf16(&mut self, slot: usize, distance: u32) {
        let offsets = self.utf16[slot];
        let moved = |offset: u64| (offset as u32).wrapping_sub(distance);
        self.utf16[slot] = pack(moved(offsets), moved(offsets >> 32));
    }

    /// Opens an object's block.
    #[inline(always)]
    pub(crate) fn open(&mut self, headers: usize, fields: usize) -> usize {
        let block = self.push(headers + fields);
        self.slots[block] = 0;
        if headers > 1 {
            self.slots[block + 1..block + headers].fill(0);
        }
        block
    }

    /// Says where an object's block ends: here.
    #[inline(always)]
    pub(crate) fn close(&mut self, block: usize) {
        self.slots[block] |= self.used as u64;
    }

    /// The state of a field.
    pub(crate) fn state(&self, block: usize, place: Place) -> State {
        match self.slots[block + usize::from(place.header)] >> place.shift & 3 {
            0 => State::Absent,
            1 => State::Null,
            _ => State::Value,
        }
    }

    /// Sets the state of a field, if it was absent.
    #[inline(always)]
    pub(crate) fn enter(&mut self, block: usize, place: Place, state: State) -> Result<(), Twice> {
        let header = &mut self.slots[block + usize::from(place.header)];
        if *header >> place.shift & 3 != 0 {
            return Err(Twice);
        }
        *header |= (state as u64) << place.shift;
        Ok(())
    }

    /// Takes back that a field has a value: it is null.
    pub(crate) fn empty(&mut self, block: usize, place: Place) {
        let header = &mut self.slots[block + usize::from(place.header)];
        *header = *header & !(3 << place.shift) | (State::Null as u64) << place.shift;
    }

    /// For the fields 16 * `word` and on: the low state bit of those that are there.
    #[inline(always)]
    pub(crate) fn present(&self, block: usize, word: usize) -> u32 {
        let (header, shift) = Place::state(word * 16);
        let states = (self.slots[block + header] >> shift) as u32;
        (states | states >> 1) & LOW_BITS
    }

    /// The slots, and the plane with UTF-16 offsets: the slots themselves, if it was not written.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(crate) fn planes(&self) -> (&[u64], &[u64]) {
        let slots = &self.slots[..self.used];
        (slots, if self.wide { &self.utf16[..self.used] } else { slots })
    }
}

/// The field was there already.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Twice;

/// Where a field is in its object's block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    slot: u16,
    /// The header slot with its state, and how far the state is shifted there.
    header: u16,
    shift: u16,
}

impl Place {
    /// The place of a field in an object of so many.
    pub(crate) fn new(field: usize, fields: usize) -> Place {
        let (header, shift) = Place::state(field);
        Place { slot: (Place::headers(fields) + field) as u16, header: header as u16, shift: shift as u16 }
    }

    /// Its slot in this block.
    #[inline(always)]
    pub(crate) fn slot(self, block: usize) -> usize {
        block + usize::from(self.slot)
    }

    /// The header slot with the state of a field, and how far the state is shifted there.
    #[inline(always)]
    fn state(field: usize) -> (usize, usize) {
        // The first header's low half is the block's end: count as if 16 fields came before.
        let at = field + 16;
        (at / 32, at % 32 * 2)
    }

    /// How many header slots the block of so many fields has.
    pub(crate) fn headers(fields: usize) -> usize {
        1 + fields.saturating_sub(16).div_ceil(32)
    }
}

#[inline(always)]
fn pack(low: u32, high: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}
