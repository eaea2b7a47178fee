//! What the CRM's payloads accept, change and refuse.

use portcullis::{Payload, Uuid};
use portcullis_contracts::crm::{Contact, ContactStatus, CreateContact, CreateOrganization, Organization};

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
    for other in ["", "12", "call me", "+49 30 901820 \u{2014} office"] {
        assert_eq!(faults::<CreateContact>(&contact("phone", &json(other))).len(), 1, "{other}");
    }
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
