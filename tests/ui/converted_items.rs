//! What serde converts as a whole.

use portcullis::payload;

macro_rules! converts {
    ($($item:ident $(<$parameter:ident>)?: $($wire:ty),*;)*) => {
        $($(
            impl $(<$parameter>)? From<$wire> for $item $(<$parameter>)? {
                fn from(_: $wire) -> Self {
                    unimplemented!()
                }
            }

            impl $(<$parameter>)? From<$item $(<$parameter>)?> for $wire {
                fn from(_: $item $(<$parameter>)?) -> Self {
                    unimplemented!()
                }
            }
        )*

        impl $(<$parameter>)? Clone for $item $(<$parameter>)? {
            fn clone(&self) -> Self {
                unimplemented!()
            }
        })*
    };
}

converts! {
    ReadOnly: String;
    WriteOnly: String;
    Both: String;
    Told: String;
}

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
