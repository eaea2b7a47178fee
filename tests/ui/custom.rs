//! Rules of the application.

use portcullis::{garde, payload};

fn about_text(_: &str, (): &()) -> garde::Result {
    Ok(())
}

#[payload]
struct Contact {
    #[garde(custom(same_as(&self.name)))]
    repeated: String,
    #[garde(custom)]
    nothing: String,
}

#[payload]
struct Typed {
    #[garde(custom(about_text))]
    age: u8,
    #[garde(custom(|_, _| true))]
    flag: bool,
    #[garde(inner(custom(about_text)))]
    numbers: Vec<u8>,
}

fn main() {}
