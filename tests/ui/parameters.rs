//! Payloads with type parameters.

use portcullis::{Payload, payload};

#[payload]
struct Page<T> {
    #[garde(dive)]
    items: Vec<T>,
    #[garde(skip)]
    next: Option<String>,
}

const _: &portcullis::schema::Schema = <Page<String> as Payload>::SCHEMA;

#[payload]
struct Change<T> {
    #[garde(skip)]
    value: T,
}

#[payload]
struct Point {
    #[garde(skip)]
    x: f64,
}

const _: &portcullis::schema::Schema = <Change<Point> as Payload>::SCHEMA;

#[payload]
struct Counted<T> {
    #[garde(length(max = 3), required)]
    value: T,
}

const _: &portcullis::schema::Schema = <Counted<u8> as Payload>::SCHEMA;

fn main() {}
