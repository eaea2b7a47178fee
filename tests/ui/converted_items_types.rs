//! What types serde converts as a whole.

use portcullis::payload;

// It is always there.
#[payload]
#[serde(from = "Option<String>", into = "Option<String>")]
#[derive(Clone)]
struct Perhaps(Option<String>);

impl From<Option<String>> for Perhaps {
    fn from(text: Option<String>) -> Perhaps {
        Perhaps(text)
    }
}

impl From<Perhaps> for Option<String> {
    fn from(perhaps: Perhaps) -> Option<String> {
        perhaps.0
    }
}

// It has no schema.
#[payload]
#[serde(from = "std::net::IpAddr", into = "std::net::IpAddr")]
#[derive(Clone)]
struct Address(std::net::IpAddr);

impl From<std::net::IpAddr> for Address {
    fn from(address: std::net::IpAddr) -> Address {
        Address(address)
    }
}

impl From<Address> for std::net::IpAddr {
    fn from(address: Address) -> std::net::IpAddr {
        address.0
    }
}

fn main() {}
