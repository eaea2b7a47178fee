//! How formats of text are spelled: JSON Schema's own name for them, and an ECMAScript pattern.

use crate::formats::Format;

/// What JSON Schema can say of a format.
#[derive(Default)]
pub(super) struct Spelling {
    /// JSON Schema's name of a format that has all these texts, and perhaps others.
    pub(super) format: Option<&'static str>,
    /// All these texts match it.
    pub(super) pattern: Option<&'static str>,
    /// The most characters that such a text has, where the pattern does not say.
    pub(super) max_length: Option<u32>,
    /// Whether this says more than is so: what has the format, the pattern and the length, need not
    /// have the spelling.
    pub(super) is_wider: bool,
}

/// What JSON Schema can say of a format. It never says less than is so: a format whose name is not here
/// has texts that JSON Schema's format of that name has not.
pub(super) fn spelling(format: &Format) -> Spelling {
    let exactly = |pattern| Spelling { pattern: Some(pattern), ..Spelling::default() };
    let wider = |pattern| Spelling { is_wider: true, ..exactly(pattern) };
    match format.name {
        "alphanumeric" => wider(r"^[^\x00-/:-@\[-`\{-\x7f]*$"),
        "ascii" => exactly(r"^[\x00-\x7f]*$"),
        "base64" => exactly(r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"),
        "base64url" => exactly(r"^(?:[A-Za-z0-9_\-]{4})*(?:[A-Za-z0-9_\-]{2,3})?$"),
        "cidr" => wider(r"^[0-9A-Fa-f:.]+/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])$"),
        "cidrv4" => exactly(CIDRV4),
        "cidrv6" => wider(r"^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])$"),
        "country" => wider("^[A-Z]{2}$"),
        "credit_card" => wider("^[0-9]{12,19}$"),
        "currency" => wider("^[A-Z]{3}$"),
        "date" => Spelling { format: Some("date"), ..exactly(DATE) },
        "datetime" => Spelling { format: Some("date-time"), ..wider(DATETIME) },
        "duration" => exactly(DURATION),
        "e164" => exactly(r"^\+[1-9][0-9]{6,14}$"),
        // At most 255 bytes behind the `@` takes another way to count.
        "email" => Spelling { max_length: Some(320), ..wider(EMAIL) },
        "hex" => exactly("^(?:[0-9A-Fa-f]{2})*$"),
        "hostname" => Spelling { format: Some("hostname"), max_length: Some(253), ..exactly(HOSTNAME) },
        "http_url" => wider("^[Hh][Tt][Tt][Pp][Ss]?://"),
        "iban" => wider("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,29}$"),
        "ip" => wider("^[0-9A-Fa-f:.]+$"),
        "ipv4" => Spelling { format: Some("ipv4"), ..exactly(IPV4) },
        "ipv6" => Spelling { format: Some("ipv6"), ..exactly("^[0-9A-Fa-f:.]+$") },
        "jwt" => exactly(JWT),
        "language_tag" => exactly(LANGUAGE_TAG),
        "mac" => exactly("^(?:[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})$"),
        "semver" => exactly(SEMVER),
        "slug" => exactly("^[a-z0-9]+(?:-[a-z0-9]+)*$"),
        "time" => exactly(TIME),
        "time_zone" => exactly(TIME_ZONE),
        "ulid" => exactly("^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$"),
        // White space is dropped, as the standard's parser does.
        "url" => wider(r"^[\x00- ]*[A-Za-z][A-Za-z0-9+.\-\t\n\r]*:"),
        "uuid" => Spelling { format: Some("uuid"), ..exactly(UUID) },
        "uuidv4" => Spelling { format: Some("uuid"), ..exactly(UUIDV4) },
        "uuidv7" => Spelling { format: Some("uuid"), ..exactly(UUIDV7) },
        _ => Spelling { is_wider: true, ..Spelling::default() },
    }
}

/// Base64 in which the bits that stand for no byte are 0, as `Bytes` are spelled.
pub(super) const BYTES: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

const DATE: &str = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$";

const TIME: &str = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?$";

/// Which may be in a year beyond 9999 once it is UTC.
const DATETIME: &str = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|\+(?:[01][0-9]|2[0-3]):[0-5][0-9]|-(?:(?:0[1-9]|1[0-9]|2[0-3]):[0-5][0-9]|00:(?:0[1-9]|[1-5][0-9])))$";

const DURATION: &str = r"^P(?:[0-9]+W|(?:[0-9]+Y(?:[0-9]+M)?(?:[0-9]+D)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)(?:T(?:[0-9]+H(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?|[0-9]+M(?:[0-9]+(?:\.[0-9]+)?S)?|[0-9]+(?:\.[0-9]+)?S))?|T(?:[0-9]+H(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?|[0-9]+M(?:[0-9]+(?:\.[0-9]+)?S)?|[0-9]+(?:\.[0-9]+)?S))$";

/// HTML's own, with the length of what stands before the `@`.
const EMAIL: &str = r"^[A-Za-z0-9.!#$%&'*+/=?^_`\{\|\}~\-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?)*$";

const HOSTNAME: &str =
    r"^[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?)*$";

const IPV4: &str =
    r"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])$";

const CIDRV4: &str = r"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$";

const JWT: &str = r"^(?:[A-Za-z0-9_\-]{4})*[A-Za-z0-9_\-]{2,4}\.(?:[A-Za-z0-9_\-]{4})*[A-Za-z0-9_\-]{2,4}\.(?:[A-Za-z0-9_\-]{4})*[A-Za-z0-9_\-]{2,4}$";

const LANGUAGE_TAG: &str = "^(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?$";

const SEMVER: &str = r"^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[A-Za-z\-][A-Za-z0-9\-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[A-Za-z\-][A-Za-z0-9\-]*))*)?(?:\+[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*)?$";

const TIME_ZONE: &str = r"^(?:[A-Za-z_][A-Za-z0-9._+\-]*|\.(?:[A-Za-z0-9_+\-][A-Za-z0-9._+\-]*|\.[A-Za-z0-9._+\-]+))(?:/(?:[A-Za-z_][A-Za-z0-9._+\-]*|\.(?:[A-Za-z0-9_+\-][A-Za-z0-9._+\-]*|\.[A-Za-z0-9._+\-]+)))*$";

const UUID: &str = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";

const UUIDV4: &str = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$";

const UUIDV7: &str = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-7[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$";
