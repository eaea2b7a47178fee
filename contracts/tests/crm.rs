//! What the CRM's payloads accept, change and refuse.

use portcullis::{Decimal, ErrorShape, Payload, Uuid};
use portcullis_contracts::CrmError;
use portcullis_contracts::crm::{
    Contact, ContactStatus, CreateContact, CreateInvoice, CreateOpportunity, CreateOrganization, CreateProduct,
    Invoice, OpportunityStage, Organization, UpdateContact, UpdateInvoice,
};

/// The issues of a refused body, each as its path and code.
fn faults<T: Payload>(body: &str) -> Vec<String> {
    let refusal = T::check_json(body.as_bytes()).expect_err(body);
    assert_eq!(refusal.status(), 422, "{refusal}");
    refusal.issues().iter().map(|issue| issue.to_string()).collect()
}

#[test]
fn a_contact_needs_a_name_and_an_email_address() {
    let body = r#"{"first_name": " Zoë ", "last_name": "Brandström", "email": " Zoe@Example.COM "}"#;
    assert_eq!(
        CreateContact::from_json(body.as_bytes()).unwrap(),
        CreateContact {
            first_name: "Zoë".into(),
            last_name: "Brandström".into(),
            email: "zoe@example.com".into(),
            phone: None,
            title: None,
            organization_id: None,
            status: ContactStatus::Lead,
            tags: vec![],
            has_newsletter: false,
            notes: None,
        }
    );
    assert_eq!(
        faults::<CreateContact>("{}"),
        ["first_name", "last_name", "email"].map(|name| format!("{name}: This field is required (required)"))
    );
}

#[test]
fn every_field_of_a_contact_has_its_limits() {
    let cases = [
        ("first_name", json(" \u{3000} "), "Must have at least 1 character (too_small)"),
        ("last_name", text(101), "Must have at most 100 characters (too_big)"),
        ("email", json("ada@"), "Must be an email address (invalid_format)"),
        ("phone", json("call me"), "Must match the requested format (invalid_format)"),
        ("phone", json(&"1".repeat(41)), "Must have at most 40 characters (too_big)"),
        ("title", text(121), "Must have at most 120 characters (too_big)"),
        ("organization_id", json("42"), "Must be a UUID (invalid_format)"),
        ("has_newsletter", json("yes"), "Must be true or false (invalid_type)"),
        ("notes", json(&"🦉".repeat(5_001)), "Must have at most 10000 characters (too_big)"),
        ("tags", format!("[{}]", vec![r#""vip""#; 21].join(",")), "Must have at most 20 items (too_big)"),
    ];
    for (field, value, fault) in cases {
        assert_eq!(faults::<CreateContact>(&contact(field, &value)), [format!("{field}: {fault}")]);
    }
    assert_eq!(
        faults::<CreateContact>(&contact("tags", &format!("[\"vip\", {}]", text(41)))),
        ["tags[1]: Must have at most 40 characters (too_big)"]
    );
    assert_eq!(
        faults::<CreateContact>(&contact("status", &json("friend"))),
        ["status: Must be one of: lead, qualified, customer, former_customer, do_not_contact (invalid_value)"]
    );
    assert_eq!(faults::<CreateContact>(&contact("id", &json("42"))), ["Unknown field: id (unrecognized_keys)"]);
}

#[test]
fn what_is_just_within_the_limits_passes() {
    for (field, value) in [
        ("first_name", text(100)),
        ("email", json(&format!("{}@{}.example", "a".repeat(64), "b".repeat(63)))),
        ("phone", json(" +49 (0)30 90-18 20, ext. 7 ")),
        ("title", text(120)),
        ("organization_id", json("7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40")),
        ("status", json("do_not_contact")),
        ("tags", format!("[{}]", vec![text(40); 20].join(","))),
        ("notes", json(&"🦉".repeat(5_000))),
    ] {
        let body = contact(field, &value);
        CreateContact::from_json(body.as_bytes()).unwrap_or_else(|refusal| panic!("{field}: {refusal}"));
    }
}

#[test]
fn a_phone_number_has_digits_and_what_people_write_between_them() {
    for number in ["112", "+44 20 7946 0018", "(555) 010-2000 ext. 4", "030/901820"] {
        CreateContact::check_json(contact("phone", &json(number)).as_bytes()).expect(number);
    }
    for other in ["12", "call me", "+49 30 901820 \u{2014} office"] {
        assert_eq!(faults::<CreateContact>(&contact("phone", &json(other))).len(), 1, "{other}");
    }
}

#[test]
fn a_patch_tells_absent_from_null() {
    let update = UpdateContact::from_json(br#"{"email": " Zoe@Example.COM ", "title": null}"#).unwrap();
    assert_eq!((update.email.as_deref(), update.title, update.notes), (Some("zoe@example.com"), Some(None), None));
    assert_eq!(
        faults::<UpdateContact>(r#"{"email": null, "tags": null}"#),
        ["email: Must be text (invalid_type)", "tags: Must be a list (invalid_type)"]
    );
    assert_eq!(faults::<UpdateContact>("{}"), ["Give at least one field (too_small)"]);
}

#[test]
fn days_of_a_patch_are_compared_where_both_are_there() {
    UpdateInvoice::check_json(br#"{"due_on": "2026-03-08"}"#).unwrap();
    assert_eq!(
        faults::<UpdateInvoice>(r#"{"issued_on": "2026-03-09", "due_on": "2026-03-08"}"#),
        ["due_on: Must not be before the day of issue (custom)"]
    );
}

#[test]
fn what_a_form_leaves_empty_is_null() {
    for field in ["phone", "title", "notes"] {
        let contact = CreateContact::from_json(contact(field, &json("  ")).as_bytes()).unwrap();
        assert_eq!((contact.phone, contact.title, contact.notes), (None, None, None));
    }
}

#[test]
fn a_website_is_a_url() {
    let organization = |website: &str| format!(r#"{{"name": "Northwind", "website": "{website}"}}"#);
    CreateOrganization::check_json(organization(" https://northwind.example/en?a=b ").as_bytes()).unwrap();
    assert_eq!(faults::<CreateOrganization>(&organization("northwind")), ["website: Must be a URL (invalid_format)"]);
}

#[test]
fn an_organization_has_a_whole_address_or_none() {
    let organization = |address: &str| format!(r#"{{"name": "Northwind", "address": {address}}}"#);
    let whole = organization(r#"{"street": " Invalidenstraße 43 ", "city": "Berlin", "country": "DE"}"#);
    let address = CreateOrganization::from_json(whole.as_bytes()).unwrap().address.unwrap();
    assert_eq!((address.street.as_str(), address.postal_code), ("Invalidenstraße 43", None));

    let none = CreateOrganization::from_json(organization("null").as_bytes()).unwrap();
    assert_eq!(none.address, None);

    assert_eq!(
        faults::<CreateOrganization>(&organization(
            r#"{"city": "", "postal_code": "12345678901234567", "country": "de"}"#
        )),
        [
            "address.city: Must have at least 1 character (too_small)",
            "address.postal_code: Must have at most 16 characters (too_big)",
            "address.country: Must match the requested format (invalid_format)",
            "address.street: This field is required (required)",
        ]
    );
}

#[test]
fn a_row_drops_columns_it_does_not_know() {
    let row = r#"{
        "id": "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40", "name": "Northwind", "industry": null, "website": null,
        "phone": null, "notes": null, "rating": {"stars": [5]},
        "address": {"street": "Invalidenstraße 43", "city": "Berlin", "country": "DE", "floor": 2},
        "created_at": "2026-03-09T08:30:00.000Z", "updated_at": "2026-03-09T08:30:00.000Z"
    }"#;
    let organization = Organization::from_json(row.as_bytes()).unwrap();
    assert_eq!(organization.id, Uuid::from_u128(0x7c0e5d1a_94b3_4c3f_8f2d_3b1f6a2e9d40));
    assert_eq!(organization.address.unwrap().city, "Berlin");
    assert_eq!(organization.deleted_at, None);
}

#[test]
fn a_row_has_all_that_a_new_contact_may_leave_out() {
    let missing = faults::<Contact>(&contact("has_newsletter", "true"));
    for field in ["id", "status", "tags", "created_at", "updated_at"] {
        assert!(missing.contains(&format!("{field}: This field is required (required)")), "{field}");
    }
    assert_eq!(missing.len(), 5);
}

#[test]
fn an_opportunity_is_worth_an_amount() {
    let id = "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40";
    let opportunity = |rest: &str| {
        format!(
            r#"{{"title": "Microscopes", "organization_id": "{id}", "currency": "EUR", "probability": 100, {rest}}}"#
        )
    };
    let body = opportunity(r#""amount": "9999999999.99", "expected_close_on": "2026-06-30""#);
    let accepted = CreateOpportunity::from_json(body.as_bytes()).unwrap();
    assert_eq!((accepted.amount, accepted.stage), (Decimal::MAX, OpportunityStage::Prospecting));

    for (rest, fault) in [
        (r#""amount": "-0.01""#, "amount: Must be at least 0.00 (too_small)"),
        (r#""amount": 10"#, "amount: Must be text (invalid_type)"),
        (
            r#""amount": "10", "expected_close_on": "30.06.2026""#,
            "expected_close_on: Must be a date like 2026-01-31 (invalid_format)",
        ),
    ] {
        assert_eq!(faults::<CreateOpportunity>(&opportunity(rest)), [fault]);
    }
    assert_eq!(
        faults::<CreateOpportunity>(&opportunity(&format!(r#""amount": "10", "contact_ids": ["{id}", "{id}"]"#))),
        ["contact_ids[1]: Must not repeat item 1 (not_unique)"]
    );
    let unlikely = opportunity(r#""amount": "10""#).replace("100", "101").replace("EUR", "€");
    assert_eq!(
        faults::<CreateOpportunity>(&unlikely),
        ["currency: Must match the requested format (invalid_format)", "probability: Must be at most 100 (too_big)",]
    );
}

#[test]
fn a_product_has_a_price_per_unit() {
    assert_eq!(
        faults::<CreateProduct>(
            r#"{"sku": " ", "name": "Objective", "unit_price": "1.005", "currency": "EUR", "unit": "piece"}"#
        ),
        [
            "sku: Must have at least 1 character (too_small)",
            "unit_price: Must be a decimal number with at most 10 digits before the point and 2 digits after it (invalid_format)",
            "is_active: This field is required (required)",
        ]
    );
}

#[test]
fn an_invoice_is_due_no_earlier_than_it_is_issued() {
    let line = r#"{"description": "Calibration", "quantity": "1.5", "unit_price": "120.00"}"#;
    CreateInvoice::check_json(invoice("2026-03-09", "2026-03-09", line).as_bytes()).unwrap();
    assert_eq!(
        faults::<CreateInvoice>(&invoice("2026-03-09", "2026-03-08", line)),
        ["due_on: Must not be before the day of issue (custom)"]
    );
    // What is no day is said alone.
    assert_eq!(
        faults::<CreateInvoice>(&invoice("2026-03-09", "2026-02-30", line)),
        ["due_on: Must be a date like 2026-01-31 (invalid_format)"]
    );
}

#[test]
fn an_invoice_has_lines_that_say_what_they_are_for() {
    let line = |quantity: &str, rest: &str| format!(r#"{{"quantity": "{quantity}", "unit_price": "0"{rest}}}"#);
    let product = r#", "product_id": "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40""#;
    let lines = [
        line("1", product),
        line("1", r#", "description": " ""#),
        line("0.000", product),
        line("1", &format!(r#", "discount_percent": "100.01"{product}"#)),
    ];
    assert_eq!(
        faults::<CreateInvoice>(&invoice("2026-03-09", "2026-03-09", &lines.join(","))),
        [
            "lines[1].description: Must be given where there is no product (custom)",
            "lines[2].quantity: Must be more than 0.000 (too_small)",
            "lines[3].discount_percent: Must be at most 100.00 (too_big)",
        ]
    );
    for (count, fault) in
        [(0, "lines: Must have at least 1 item (too_small)"), (501, "lines: Must have at most 500 items (too_big)")]
    {
        let lines = vec![line("1", product); count].join(",");
        assert_eq!(faults::<CreateInvoice>(&invoice("2026-03-09", "2026-03-09", &lines)), [fault]);
    }
}

#[test]
fn no_total_of_an_invoice_is_too_large() {
    let line = CreateInvoice::from_json(
        invoice(
            "2026-03-09",
            "2026-03-09",
            r#"{"description": "All there is", "quantity": "999999.999", "unit_price": "9999999999.99"}"#,
        )
        .as_bytes(),
    )
    .unwrap()
    .lines
    .remove(0);
    let total = line.quantity.get() * line.unit_price.get();
    let row = format!(
        r#"{{
            "id": "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40", "number": "2026-001", "currency": "EUR",
            "organization_id": "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40",
            "issued_on": "2026-03-09", "due_on": "2026-03-09",
            "lines": [{{
                "description": "All there is", "quantity": "999999.999", "unit_price": "9999999999.99",
                "discount_percent": "0.00", "total": "{}"
            }}],
            "total": "{}", "created_at": "2026-03-09T08:30:00.000Z", "updated_at": "2026-03-09T08:30:00.000Z"
        }}"#,
        total.round_dp(2),
        (total * portcullis::rust_decimal::Decimal::from(500)).round_dp(2),
    );
    Invoice::check_json(row.as_bytes()).unwrap();
}

#[test]
fn what_is_taken_is_a_conflict() {
    for (code, name) in [(CrmError::EmailTaken, "email_taken"), (CrmError::InvoiceNumberTaken, "invoice_number_taken")]
    {
        let refusal = ErrorShape::new(code, "It is taken");
        assert_eq!((refusal.code.as_str(), refusal.status()), (name, 409));
    }
}

/// An invoice of these days and lines.
fn invoice(issued_on: &str, due_on: &str, lines: &str) -> String {
    format!(
        r#"{{
            "number": "2026-001", "organization_id": "7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40", "currency": "EUR",
            "issued_on": "{issued_on}", "due_on": "{due_on}", "lines": [{lines}]
        }}"#
    )
}

/// A contact that is right but for this field.
fn contact(field: &str, value: &str) -> String {
    let required = [("first_name", "\"Ada\""), ("last_name", "\"Okafor\""), ("email", "\"ada@example.com\"")];
    let mut fields: Vec<String> = required
        .into_iter()
        .filter(|(name, _)| *name != field)
        .map(|(name, value)| format!("\"{name}\": {value}"))
        .collect();
    fields.push(format!("\"{field}\": {value}"));
    format!("{{{}}}", fields.join(", "))
}

/// Text of this many characters, as JSON.
fn text(characters: usize) -> String {
    json(&"é".repeat(characters))
}

/// Text without anything to escape, as JSON.
fn json(text: &str) -> String {
    format!("\"{text}\"")
}
