//! Which version of a contract this is: a hash of all that a schema says.

mod description;
mod rules;
mod unions;

use std::fmt;

use sha2::{Digest, Sha256};

use crate::Contracts;
use crate::print::exported_name;
use crate::schema::Schema;
use description::Description;

/// Which version of a payload or of a whole contract this is: clients and servers that say the same
/// accept the same and mean the same by it.
///
/// It is made of shapes, names on the wire, rules, normalisation and defaults. Their order counts
/// only where it matters: that of normalisation, and that of variants without a name.
/// Names of types and members in Rust, and docs, are no part of it. What a function of the
/// application does (a custom rule, a check) cannot be seen: that there is one counts, and for a
/// check between which fields. So whoever changes only what such a function does has the same
/// identity afterwards.
///
/// It is the start of a SHA-256, and displayed as 32 hexadecimal digits. It stays the same from
/// build to build and on every platform; versions of this library that see more or less in a
/// schema give other ones.
///
/// ```
/// use portcullis::{Payload, payload};
///
/// #[payload]
/// struct Before {
///     #[garde(range(max = 9))]
///     hops: u8,
///     #[garde(skip)]
///     is_open: bool,
/// }
///
/// /// The same in other words.
/// #[payload]
/// struct After {
///     #[garde(skip)]
///     is_open: bool,
///     #[garde(range(max = 9))]
///     #[serde(rename = "hops")]
///     steps: u8,
/// }
///
/// #[payload]
/// struct Changed {
///     #[garde(range(max = 10))]
///     hops: u8,
///     #[garde(skip)]
///     is_open: bool,
/// }
///
/// assert_eq!(Before::identity(), After::identity());
/// assert_ne!(Before::identity(), Changed::identity());
/// assert_eq!(Before::identity().to_string().len(), 32);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity([u8; 16]);

impl Identity {
    /// That of a schema.
    pub(crate) fn of(schema: &'static Schema) -> Identity {
        let mut description = Description::default();
        description.schema(schema);
        Identity::hash(&description.text)
    }

    fn hash(text: &str) -> Identity {
        let hash = Sha256::new_with_prefix("portcullis 1\n").chain_update(text).finalize();
        let mut start = [0; 16];
        start.copy_from_slice(&hash[..16]);
        Identity(start)
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Contracts {
    /// Which version of the contract this is: of all its payloads, by name, and of the error codes
    /// that the application adds, in whatever order they are listed.
    ///
    /// The package that `portcullis build` makes says the same: `contract.identity`.
    pub fn identity(&self) -> Identity {
        let payloads = self.payloads.iter().map(|payload| {
            let schema = (payload.schema)();
            format!("payload {} {}\n", exported_name(schema).unwrap_or_default(), Identity::of(schema))
        });
        let codes = self.codes.iter().flat_map(|list| list.codes);
        let codes = codes.map(|code| format!("code {} {}\n", code.name, code.status));
        let mut lines: Vec<String> = payloads.chain(codes).collect();
        lines.sort();
        Identity::hash(&lines.concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contract, Payload, payload};

    #[payload]
    struct Page<T> {
        #[garde(dive)]
        items: Vec<T>,
    }

    #[payload]
    struct Left {}

    #[payload]
    struct Right {}

    /// A contract says which name has which schema, and those of instances are `PageOfLeft` and the like.
    #[test]
    fn instances_have_names_of_their_own() {
        let of = |payloads: &'static [Contract]| Contracts { name: "", version: "", payloads, codes: &[] }.identity();
        assert_eq!(Page::<Left>::identity(), Page::<Right>::identity());
        assert_ne!(of(const { &[Contract::of::<Page<Left>>()] }), of(const { &[Contract::of::<Page<Right>>()] }));
    }
}
