//! Payloads of every shape, rule and normalisation, for tests.

pub mod payloads;

portcullis::contracts! {
    payloads::Numbers,
    payloads::Texts,
    payloads::Strings,
    payloads::Defaults,
    payloads::Settings,
    payloads::Nested,
    payloads::Wide,
    payloads::Empty,
    payloads::Tree,
    payloads::Widths,
    payloads::Singles,
    payloads::Chain,
    payloads::Between,
    payloads::Decimals,
    payloads::Across,
    payloads::Times,
    payloads::Steps,
    payloads::Choices,
    payloads::Distinct,
    payloads::Presence,
    payloads::Links,
    payloads::Arrays,
    payloads::Changes,
    payloads::Sparse,
    payloads::Phone,
    payloads::Handles,
    payloads::Newtypes,
    payloads::Wrapped,
}
