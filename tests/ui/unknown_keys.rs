//! Whether unknown keys are refused or stripped.

use portcullis::{Payload, payload};

#[payload(unknown = "keep")]
struct Keep {
    #[garde(skip)]
    flag: bool,
}

#[payload(strict, trim)]
struct Strict {
    #[garde(skip)]
    flag: bool,
}

#[payload(unknown = "strip")]
#[serde(deny_unknown_fields)]
struct Both {
    #[garde(skip)]
    flag: bool,
}

#[payload(unknown = "strip")]
enum Names {
    One,
}

#[derive(Payload)]
struct Derived {
    #[garde(skip)]
    flag: bool,
}

fn main() {}
