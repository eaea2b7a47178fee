//! The few functions over shared buffers that JavaScript calls, called as JavaScript calls them:
//! what they read and write is looked at through the addresses they give, and nothing else.
#![cfg(target_arch = "wasm32")]

use std::slice;

use portcullis::wasm::{self, STATE, is_utf8, reserve};
use portcullis::{contracts, payload};
use wasm_bindgen_test::wasm_bindgen_test;

/// A name with its number.
#[payload]
struct Reading {
    /// The sensor's name.
    #[garde(length(chars, min = 1, max = 5))]
    #[payload(trim)]
    name: String,
    /// What it measured.
    #[garde(skip)]
    value: Option<f64>,
}

/// Readings of one kind.
#[payload]
struct Series {
    /// The readings.
    #[garde(length(max = 3), dive)]
    readings: Vec<Reading>,
}

/// A part of a whole.
#[payload]
struct Share {
    /// How much of it.
    #[garde(range(min = 1e-7, max = 0.125))]
    part: f64,
}

contracts! { Reading, Series, Share }

const READING: u32 = 0;
const SERIES: u32 = 1;
const SHARE: u32 = 2;

const ACCEPTED: u32 = 1;
const ASCII: u32 = 2;
const REWRITTEN: u32 = 4;
const UTF8: u32 = 8;

/// What a body is.
const JSON: u32 = 0;
const CELLS: u32 = 1;

fn check(payload: u32, length: u32) -> u32 {
    wasm::check(payload, length, JSON)
}

fn diagnose(payload: u32, length: u32) -> u32 {
    wasm::diagnose(payload, length, JSON)
}

/// The eight numbers that say where everything is.
fn addresses() -> [u32; 8] {
    // SAFETY: the surface promises eight numbers at this address.
    unsafe { *(&raw const STATE).cast() }
}

fn bytes<'a>(address: u32, length: u32) -> &'a [u8] {
    // SAFETY: the surface promises so many bytes there, until the next call.
    unsafe { slice::from_raw_parts(address as *const u8, length as usize) }
}

fn write(body: &[u8]) -> u32 {
    CONTRACTS.serve();
    let length = body.len() as u32;
    if addresses()[1] < length {
        reserve(length);
    }
    let [address, capacity, ..] = addresses();
    assert!(capacity >= length);
    // SAFETY: the surface promises `capacity` bytes there to write to.
    unsafe { slice::from_raw_parts_mut(address as *mut u8, body.len()) }.copy_from_slice(body);
    length
}

fn text() -> &'static [u8] {
    let [_, _, text, length, ..] = addresses();
    bytes(text, length)
}

fn answer() -> &'static str {
    let [.., answer, length] = addresses();
    std::str::from_utf8(bytes(answer, length)).unwrap()
}

/// The two halves of a slot, of the first plane or of that in UTF-16.
fn halves(plane: usize, slot: u32) -> [u32; 2] {
    // SAFETY: the surface promises planes of slots, and the tests only ask for slots in use.
    unsafe { *((addresses()[plane] + slot * 8) as *const [u32; 2]) }
}

const SLOTS: usize = 4;
const SPANS: usize = 5;

fn number(slot: u32) -> f64 {
    let [low, high] = halves(SLOTS, slot);
    f64::from_bits(u64::from(high) << 32 | u64::from(low))
}

#[wasm_bindgen_test]
fn a_body_becomes_a_tape() {
    let length = write(br#"{"name":"north","value":-12.5}"#);
    assert_eq!(check(READING, length), ACCEPTED | ASCII | UTF8);

    let [block, _] = halves(SLOTS, 0);
    let [end, states] = halves(SLOTS, block);
    assert_eq!(end, block + 3);
    assert_eq!(states, 0b10_10);
    let [start, end] = halves(SLOTS, block + 1).map(|offset| offset as usize);
    assert_eq!(&text()[start..end], b"north");
    assert_eq!(number(block + 2), -12.5);
}

#[wasm_bindgen_test]
fn text_beyond_ascii_has_offsets_in_utf16() {
    let length = write(r#"{"name":"🦉é","value":null}"#.as_bytes());
    assert_eq!(check(READING, length), ACCEPTED);
    assert!(is_utf8());

    let [block, _] = halves(SLOTS, 0);
    let [_, states] = halves(SLOTS, block);
    assert_eq!(states, 0b01_10);
    assert_eq!(halves(SLOTS, block + 1), [9, 15]);
    assert_eq!(halves(SPANS, block + 1), [9, 12]);
}

#[wasm_bindgen_test]
fn what_is_no_longer_the_input_says_so() {
    let length = write(br#"{"name":"  \u0041\n "}"#);
    let flags = check(READING, length);
    assert_eq!(flags & (ACCEPTED | REWRITTEN), ACCEPTED | REWRITTEN);
    let [block, _] = halves(SLOTS, 0);
    let [start, end] = halves(SLOTS, block + 1).map(|offset| offset as usize);
    assert_eq!(&text()[start..end], b"A");
}

#[wasm_bindgen_test]
fn numbers_are_the_nearest_doubles() {
    for text in
        ["0.1", "-0", "1e22", "1e23", "9007199254740993", "1.7976931348623157e308", "5e-324", "123456789.123456789e-30"]
    {
        let length = write(format!(r#"{{"name":"n","value":{text}}}"#).as_bytes());
        assert_ne!(check(READING, length), 0, "{text}");
        let [block, _] = halves(SLOTS, 0);
        let expected: f64 = text.parse().unwrap();
        assert_eq!(number(block + 2).to_bits(), expected.to_bits(), "{text}");
    }
}

#[wasm_bindgen_test]
fn text_cells_are_read_as_what_is_asked_for() {
    let body = br#"{"name":"north","value":"-12.5"}"#;
    assert_eq!(check(READING, write(body)), 0);
    assert_eq!(wasm::check(READING, write(body), CELLS), ACCEPTED | ASCII | UTF8);
    let [block, _] = halves(SLOTS, 0);
    assert_eq!(number(block + 2), -12.5);

    let body = br#"{"name":"north","value":"much"}"#;
    assert_eq!(wasm::check(READING, write(body), CELLS), 0);
    assert_eq!(wasm::diagnose(READING, write(body), CELLS), 0);
    assert!(answer().contains(r#""path":["value"],"code":"invalid_type""#), "{}", answer());
}

#[wasm_bindgen_test]
fn a_doubt_is_diagnosed_in_the_error_shape() {
    let body = br#"{"readings":[{"name":"north"},{"name":"northwest","value":"2"},{"valu":3}]}"#;
    assert_eq!(check(SERIES, write(body)), 0);
    assert_eq!(diagnose(SERIES, write(body)), 0);
    assert_eq!(
        answer(),
        concat!(
            r#"{"code":"validation_failed","message":"The input has 4 issues","details":{"issues":["#,
            r#"{"path":["readings",1,"name"],"code":"too_big","message":"Must have at most 5 characters","#,
            r#""params":{"origin":"string","maximum":5,"inclusive":true,"unit":"chars"}},"#,
            r#"{"path":["readings",1,"value"],"code":"invalid_type","message":"Must be a number","#,
            r#""params":{"expected":"number","received":"string"}},"#,
            r#"{"path":["readings",2],"code":"unrecognized_keys","message":"Unknown field: valu","params":{"keys":["valu"]}},"#,
            r#"{"path":["readings",2,"name"],"code":"required","message":"This field is required","params":{}}"#,
            r#"]}}"#,
        )
    );
}

#[wasm_bindgen_test]
fn limits_are_spelled_as_javascript_spells_them() {
    for (body, message) in [(r#"{"part":0}"#, "Must be at least 1e-7"), (r#"{"part":1}"#, "Must be at most 0.125")] {
        assert_eq!(diagnose(SHARE, write(body.as_bytes())), 0);
        assert!(answer().contains(&format!(r#""message":"{message}""#)), "{}", answer());
    }
}

#[wasm_bindgen_test]
fn what_is_right_after_all_is_accepted_by_the_diagnosis() {
    let body = br#"{"readings":[{"value":1,"name":"b"}]}"#;
    assert_ne!(diagnose(SERIES, write(body)) & ACCEPTED, 0);
}

#[wasm_bindgen_test]
fn bytes_that_are_no_text_are_found() {
    let body = b"{\"name\":\"\xff\"}";
    let flags = check(READING, write(body));
    assert!(flags == 0 || flags & (ASCII | UTF8) == 0 && !is_utf8());
    assert_eq!(diagnose(READING, write(body)), 0);
    assert!(answer().starts_with(r#"{"code":"invalid_json","#), "{}", answer());
}

#[wasm_bindgen_test]
fn escapes_are_text_for_certain() {
    let flags = check(READING, write(br#"{"name":"\u00e9\ud83d\ude80"}"#));
    assert_eq!(flags, ACCEPTED | REWRITTEN | UTF8);
    assert!(is_utf8());
}

#[wasm_bindgen_test]
fn a_large_body_gets_its_room() {
    let body = [vec![b' '; 3_000_000], br#"{"name":"n"}"#.to_vec()].concat();
    assert_ne!(check(READING, write(&body)), 0);
    assert!(addresses()[1] as usize >= body.len());
    assert_ne!(check(READING, write(br#"{"name":"n"}"#)), 0);
}
