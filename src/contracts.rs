//! The list of payloads that a crate offers to `portcullis build`.

use crate::Payload;
use crate::error::ApplicationCodes;
use crate::schema::Schema;

/// The payloads of a crate, in the order of its [`contracts!`](crate::contracts!) list.
#[derive(Debug)]
pub struct Contracts {
    /// The crate's name.
    pub name: &'static str,
    /// The crate's version.
    pub version: &'static str,
    /// The payloads; a payload's place in this list is its number in the WASM package.
    pub payloads: &'static [Contract],
    /// The error codes that the application adds to the built-in ones. Only printers read them: in
    /// WASM there are none.
    pub codes: &'static [&'static ApplicationCodes],
}

/// One payload of [`Contracts`].
#[derive(Clone, Copy, Debug)]
pub struct Contract {
    /// The payload's schema.
    pub schema: fn() -> &'static Schema,
    /// Writes the TypeScript type, and those it needs, into the folder of the configuration.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) export_typescript: fn(&ts_rs::Config) -> Result<(), ts_rs::ExportError>,
}

impl Contract {
    /// The entry of payload `T`.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn of<T: Payload + ts_rs::TS>() -> Contract {
        Contract { schema: T::schema, export_typescript: T::export_all }
    }

    /// The entry of payload `T`.
    #[cfg(target_arch = "wasm32")]
    pub const fn of<T: Payload>() -> Contract {
        Contract { schema: T::schema }
    }
}

/// Lists the payloads of a crate, at its root: `portcullis build` makes a package of them.
///
/// ```
/// use portcullis::{contracts, payload};
///
/// #[payload]
/// pub struct Ping {
///     #[garde(range(max = 9))]
///     pub hops: u8,
/// }
///
/// contracts! { Ping }
///
/// assert_eq!(CONTRACTS.payloads.len(), 1);
/// ```
///
/// Behind the payloads may stand the error codes of the application, of one or more enums that
/// derive [`ErrorCode`](macro@crate::ErrorCode): `contracts! { Ping; codes: PingError }`.
#[macro_export]
macro_rules! contracts {
    ($($payload:path),* $(,)? $(; codes: $($codes:path),+ $(,)?)?) => {
        /// The payloads of this crate.
        pub const CONTRACTS: $crate::Contracts = $crate::Contracts {
            name: ::core::env!("CARGO_PKG_NAME"),
            version: ::core::env!("CARGO_PKG_VERSION"),
            payloads: &[$($crate::Contract::of::<$payload>()),*],
            codes: $crate::__private::host_codes(&[$($(<$codes as $crate::ErrorCode>::CODES),+)?]),
        };
    };
}
