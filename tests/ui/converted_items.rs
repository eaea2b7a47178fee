//! What serde converts as a whole.

use portcullis::payload;

macro_rules! converts {
    ($($item:ident)*) => {
        $(
            impl From<String> for $item {
                fn from(_: String) -> Self {
                    unimplemented!()
                }
            }

            impl From<$item> for String {
                fn from(_: $item) -> Self {
                    unimplemented!()
                }
            }

            impl Clone for $item {
                fn clone(&self) -> Self {
                    unimplemented!()
                }
            }
        )*
    };
}

converts! { ReadOnly WriteOnly Both Told }

// What is read is what is written.
#[payload]
#[serde(from = "String")]
struct ReadOnly {
    text: String,
}

#[payload]
#[serde(into = "String")]
struct WriteOnly {
    #[garde(skip)]
    flag: bool,
}

#[payload]
#[serde(from = "String", into = "std::string::String")]
struct Both {
    text: String,
}

// All of this is said in the other type.
#[payload(unknown = "strip", check = is_sound(flag))]
#[serde(from = "String", into = "String", rename_all = "camelCase")]
struct Told {
    #[garde(skip)]
    #[serde(rename = "is_set")]
    flag: bool,
}

fn main() {}
