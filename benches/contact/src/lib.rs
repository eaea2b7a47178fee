//! One payload alone: what an application ships that has no other.

pub use bench_payloads::contact;

portcullis::contracts! {
    contact::Contact,
}
