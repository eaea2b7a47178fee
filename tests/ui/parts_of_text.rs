//! Parts of text are constants.

use portcullis::payload;

#[payload]
struct Parts {
    #[garde(contains(self.other))]
    of_itself: String,
    #[garde(prefix)]
    nothing: String,
    #[garde(contains("a"), contains("b"))]
    twice: String,
    #[garde(ascii("a"))]
    argument: String,
}

#[payload]
struct Typed {
    #[garde(suffix(7))]
    number: String,
}

fn main() {}
