//! Codes of refusals that an application adds to the built-in ones.

use portcullis::error::Code;
use portcullis::{ErrorCode, ErrorShape, contracts, payload};

struct Outage;

/// What can go wrong in the CRM.
#[derive(ErrorCode)]
enum CrmError {
    /// Somebody has this email address already.
    ///
    /// Somebody else, that is.
    #[code(status = 409)]
    EmailTaken,
    #[code(status = 402, rename = "payment_required")]
    TrialIsOver { _days: u8 },
    #[code(status = 503)]
    Backend(Outage),
}

#[payload]
pub struct Ping {
    #[garde(skip)]
    pub hops: u8,
}

contracts! { Ping; codes: CrmError }

#[test]
fn a_refusal_has_the_code_and_its_status() {
    let taken = ErrorShape::new(CrmError::EmailTaken, "This email address is taken");
    assert_eq!(taken.to_json(), r#"{"code":"email_taken","message":"This email address is taken","details":null}"#);
    assert_eq!(taken.status(), 409);
    assert_eq!(taken.to_string(), "email_taken: This email address is taken");

    let over = CrmError::TrialIsOver { _days: 30 };
    assert_eq!((over.code().as_str(), over.code().status()), ("payment_required", 402));
    assert_eq!(Code::from(CrmError::Backend(Outage)).as_str(), "backend");
}

#[test]
fn codes_are_equal_by_what_they_say() {
    assert_eq!(CrmError::EmailTaken.code(), CrmError::EmailTaken.code());
    assert_ne!(CrmError::EmailTaken.code(), Code::Conflict);
}

#[test]
fn contracts_list_the_codes_with_their_docs() {
    let [list] = CONTRACTS.codes else { panic!("{CONTRACTS:?}") };
    assert_eq!((list.name, list.docs), ("CrmError", "What can go wrong in the CRM."));
    let codes: Vec<_> = list.codes.iter().map(|code| (code.name, code.status)).collect();
    assert_eq!(codes, [("email_taken", 409), ("payment_required", 402), ("backend", 503)]);
    assert_eq!(list.codes[0].docs, "Somebody has this email address already.\n\nSomebody else, that is.");
}
