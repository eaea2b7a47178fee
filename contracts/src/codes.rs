//! The codes of refusals that only an application over these contracts can make.

use portcullis::ErrorCode;

/// Why a CRM refuses what is right in itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ErrorCode)]
pub enum CrmError {
    /// Another contact in use has this email address.
    #[code(status = 409)]
    EmailTaken,
    /// Another invoice in use has this number.
    #[code(status = 409)]
    InvoiceNumberTaken,
}
