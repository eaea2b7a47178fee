//! Texts made from rules about text: those that hold it, and near misses.

use std::collections::VecDeque;

use fastrand::Rng;
use portcullis::schema::{Choices, Pattern, Rule};

/// Characters that walks over patterns try.
const CHARACTERS: &str = "aAbzBZ059 -_.,/\\\n\u{7f}\u{80}éßÿ語\u{d7ff}\u{e000}🚀\u{10ffff}";

/// Texts that rules about spelling are asked about.
const SPELLINGS: &[(&str, &[&str])] = &[
    ("ascii", &["", "plain", "~ \u{7f}", "\0", "é", "a\u{80}", "🚀"]),
    ("alphanumeric", &["", "a1", "Zoë", "語½Ⅷ", "a b", "a-b", "e\u{301}", "🚀", "_", "\u{3000}a "]),
    ("url", URLS),
    ("ip", ADDRESSES),
    ("ipv4", ADDRESSES),
    ("ipv6", ADDRESSES),
    ("base64", &["", "Zg==", "Zm8=", "Zm9v", "+/+/", "Zg", "Zg=", "====", "Zm-v", "Zm9vYmFy"]),
    ("base64url", &["", "Zg", "Zm8", "Zm9v", "-_-_", "Z", "Zg==", "Zm+v", "Zé"]),
    ("cidr", BLOCKS),
    ("cidrv4", BLOCKS),
    ("cidrv6", BLOCKS),
    ("country", &["DE", "US", "AX", "ZW", "EU", "UK", "de", "D", "DEU", "XX"]),
    (
        "credit_card",
        &[
            "4242424242424242",
            "378282246310005",
            "30569309025904",
            "424242424242",
            "4242424242424241",
            "4242 4242 4242 4242",
            "0",
            "",
        ],
    ),
    ("currency", &["EUR", "USD", "AED", "ZWG", "XAU", "XXX", "BGN", "eur", "EU"]),
    (
        "duration",
        &[
            "P1Y2M10DT2H30M",
            "PT0S",
            "P2W",
            "PT1.5S",
            "P1D",
            "P",
            "PT",
            "P1DT",
            "P1Y2W",
            "P2M1Y",
            "PT1S1M",
            "P1.5D",
            "1D",
        ],
    ),
    ("e164", &["+441632960123", "+1234567", "+123456789012345", "+123456", "+0123456789", "00441632", "+44 1632"]),
    ("hex", &["", "00", "fF", "0aB9", "0", "0g", "0x00", "é"]),
    ("hostname", &["localhost", "example.com", "a-b.c--d.XN--x", "1.2.3.4", "-a", "a-", "a..b", "a.", "a_b", "é.com"]),
    (
        "http_url",
        &[
            "https://example.com",
            "HTTP://a.b:80/c?d#e",
            "https://bücher.example/",
            "ftp://a.b",
            "https:a.b",
            "https://",
            " https://a.b",
            "https://a b",
            "https://a.b ",
        ],
    ),
    (
        "iban",
        &[
            "DE89370400440532013000",
            "GB29NWBK60161331926819",
            "NO9386011117947",
            "VG96VPVG0000012345678901",
            "DE89370400440532013001",
            "DE89 3704 0044 0532 0130 00",
            "XX89370400440532013000",
            "DE8937040044053201300",
        ],
    ),
    ("jwt", &["eyJ0eXAiOiJKV1QifQ.e30.c2ln", "e30.e30.sg", "e30.e30.", "e30.e30", "e30.e30.sig=", ".."]),
    (
        "language_tag",
        &[
            "de",
            "pt-BR",
            "zh-Hant-TW",
            "sl-rozaj-biske",
            "de-CH-1901",
            "en-US-u-islamcal",
            "en-x-a",
            "a",
            "de-",
            "de_DE",
            "i-klingon",
            "x-y",
            "en-a",
            "de-419-DE",
        ],
    ),
    ("mac", &["00:1b:63:84:45:e6", "00-1B-63-84-45-E6", "00:1b-63:84:45:e6", "001b638445e6", "00:1b:63:84:45"]),
    (
        "semver",
        &[
            "0.0.0",
            "1.2.3",
            "1.0.0-alpha.1+b.01",
            "1.2.3----R-S.12.9.1--.12+meta",
            "1.0",
            "01.0.0",
            "1.0.0-01",
            "1.0.0-",
            "v1.0.0",
            "1.0.0+a+b",
        ],
    ),
    ("slug", &["a", "pipe-components", "2026-11-21", "", "-a", "a-", "a--b", "A", "é"]),
    (
        "time_zone",
        &[
            "UTC",
            "Europe/Berlin",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+5",
            "",
            "Europe/",
            "../etc",
            "5EST",
            "+01:00",
        ],
    ),
    (
        "ulid",
        &[
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "01arz3ndektsv4rrffq69g5fav",
            "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "01ARZ3NDEKTSV4RRFFQ69G5FAU",
            "01ARZ3",
        ],
    ),
    (
        "uuidv4",
        &[
            "919108f7-52d1-4320-9bac-f847db4148a8",
            "919108F7-52D1-4320-9BAC-F847DB4148A8",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
            "919108f7-52d1-4320-cbac-f847db4148a8",
            "919108f752d143209bacf847db4148a8",
        ],
    ),
    (
        "uuidv7",
        &[
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
            "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
            "919108f7-52d1-4320-9bac-f847db4148a8",
            "017f22e2-79b0-7cc3-f8c4-dc0c0c07398f",
            "",
        ],
    ),
];

const BLOCKS: &[&str] = &[
    "192.0.2.0/24",
    "0.0.0.0/0",
    "2001:db8::/32",
    "::/128",
    "192.0.2.0",
    "192.0.2.0/33",
    "::/129",
    "::/032",
    "10.0.0.0/",
];

const URLS: &[&str] = &[
    "https://example.com",
    "http://example.com:8080/a/b?c=d&e#f",
    "https://Example.co.uk/%zz/é?ü#🚀",
    "HTTPS://EXAMPLE.COM",
    "https:example.com",
    "https://ada:secret@example.com/",
    "http://127.0.0.1:65535/",
    "http://0x7f.1",
    "http://[2001:db8::1]/",
    "https://bücher.example/",
    "https://xn--bcher-kva.example/",
    "  ftp://example.com\n",
    "mailto:ada@example.com",
    "data:,",
    "file:///etc",
    "urn:isbn:1",
    "",
    "example.com",
    "//example.com",
    "http://",
    "http://a b",
    "http://a..b",
    "http://a:65536",
    "http://1.2.3.256",
    "http://[::1",
    "http://xn--a",
    "http://a%00b",
    "http://%41.example",
    "1http://a",
];

const ADDRESSES: &[&str] = &[
    "127.0.0.1",
    "255.255.255.255",
    "0.0.0.0",
    "::",
    "::1",
    "1::",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8",
    "2001:DB8::8:800:200c:417a",
    "::ffff:192.0.2.7",
    "1:2:3:4:5:6:192.0.2.7",
    "",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "01.2.3.4",
    "1.2.3.4 ",
    "1.2.3.é",
    "1:2:3:4:5:6:7:8::",
    "1::2::3",
    "12345::",
    "fe80::1%eth0",
    "[::1]",
    "::1.2.3.256",
    "1:2:3:4:5:6:7:1.2.3.4",
];

/// Texts that a rule about this format is asked about: right and wrong ones.
pub fn spellings(format: &str) -> Option<&'static [&'static str]> {
    SPELLINGS.iter().find(|(name, _)| *name == format).map(|(_, spellings)| *spellings)
}

/// A text for rules of which one is about spelling; a near miss for a slip.
pub fn text(rules: &[Rule], rng: &mut Rng, slip: bool) -> Option<String> {
    let mut text = rules.iter().find_map(|rule| match rule {
        Rule::Pattern(pattern) => Some(walk(pattern, rng)),
        Rule::Format(format) => Some((*rng.choice(spellings(format.name)?).unwrap()).to_owned()),
        Rule::OneOf(Choices::Texts(texts), _) => Some((*rng.choice(*texts).unwrap()).to_owned()),
        Rule::Contains(_) | Rule::Prefix(_) | Rule::Suffix(_) => Some(parts(rules, rng)),
        _ => None,
    })?;
    if slip {
        miss(&mut text, rng);
    }
    Some(text)
}

/// Makes a small mistake.
fn miss(text: &mut String, rng: &mut Rng) {
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
    let place = *rng.choice(&places).unwrap();
    if rng.bool() && place < text.len() {
        text.remove(place);
    } else {
        text.insert(place, character(rng));
    }
}

fn character(rng: &mut Rng) -> char {
    if rng.bool() {
        char::from(rng.u8(b' '..=b'~'))
    } else {
        rng.choice(CHARACTERS.chars().collect::<Vec<char>>()).unwrap()
    }
}

/// A text with all the parts that rules ask for, some of them overlapping.
fn parts(rules: &[Rule], rng: &mut Rng) -> String {
    let mut parts = ["", "", ""];
    for rule in rules {
        match rule {
            Rule::Prefix(start) => parts[0] = start,
            Rule::Contains(part) => parts[1] = part,
            Rule::Suffix(end) => parts[2] = end,
            _ => {}
        }
    }
    match rng.u8(..4) {
        0 => parts.concat(),
        1 => parts[rng.usize(..3)].to_owned(),
        _ => parts.join(&character(rng).to_string()),
    }
}

/// A text that a pattern's table leads to a match, by detours.
fn walk(pattern: &Pattern, rng: &mut Rng) -> String {
    let distances = distances(pattern);
    let mut text = Vec::new();
    let mut state = pattern.start;
    for _ in 0..rng.usize(..12) {
        let mut bytes = [0; 4];
        let bytes = character(rng).encode_utf8(&mut bytes).as_bytes();
        let next = bytes.iter().fold(state, |state, &byte| step(pattern, state, byte));
        if distances[usize::from(next)].is_some() {
            text.extend_from_slice(bytes);
            state = next;
        }
    }
    // From here on the shortest way, which is made of whole characters.
    while let Some(distance @ 1..) = distances[usize::from(state)] {
        let closer = |byte: &u8| distances[usize::from(step(pattern, state, *byte))] == Some(distance - 1);
        let byte = rng.choice((0..=255).filter(closer).collect::<Vec<u8>>()).unwrap();
        text.push(byte);
        state = step(pattern, state, byte);
    }
    String::from_utf8(text).expect("a pattern matches whole characters")
}

fn step(pattern: &Pattern, state: u8, byte: u8) -> u8 {
    pattern.next[(usize::from(state) << pattern.shift) + usize::from(pattern.classes[usize::from(byte)])]
}

/// How many bytes each state is away from a match, if it can come to one.
fn distances(pattern: &Pattern) -> [Option<usize>; 256] {
    let mut distances = [None; 256];
    let mut queue: VecDeque<u8> = (1..=pattern.accepting).collect();
    for &state in &queue {
        distances[usize::from(state)] = Some(0);
    }
    while let Some(target) = queue.pop_front() {
        for (state, row) in pattern.next.chunks(1 << pattern.shift).enumerate() {
            if row.contains(&target) && distances[state].is_none() {
                distances[state] = distances[usize::from(target)].map(|distance| distance + 1);
                queue.push_back(state as u8);
            }
        }
    }
    distances
}
