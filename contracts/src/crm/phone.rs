//! Phone numbers.

use portcullis::payload;

/// A phone number, as people write it.
///
/// The pattern is loose on purpose, three digits and what stands between them: a number that
/// someone can dial must not be lost to a missing prefix.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Phone(
    #[garde(length(chars, max = 40), pattern(r"^(?:[ +#*.,\/\(\)\-extEXT]*[0-9]){3,}[ +#*.,\/\(\)\-extEXT]*$"))]
    #[payload(trim)]
    pub String,
);
