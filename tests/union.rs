//! Enums with data: which variant it is, wherever its name stands, and what is said where there is none.

use portcullis::{Payload, payload};
use serde_json::json;

#[payload]
#[derive(Debug, PartialEq)]
struct Circle {
    #[garde(range(min = 0.0))]
    radius: f64,
    #[garde(skip)]
    #[payload(optional)]
    label: Option<String>,
}

#[payload]
#[serde(tag = "kind", rename_all = "snake_case")]
#[derive(Debug, PartialEq)]
enum Shape {
    Point,
    Circle(#[garde(dive)] Circle),
    #[serde(alias = "rect", rename_all = "camelCase")]
    Rectangle {
        #[garde(range(min = 1))]
        the_width: u32,
        #[garde(skip)]
        #[serde(default)]
        height: u32,
    },
}

#[payload]
#[serde(tag = "type", content = "data")]
#[derive(Debug, PartialEq)]
enum Event {
    Ping,
    Note(#[garde(length(chars, max = 5))] Option<String>),
    Drawn(#[garde(dive)] Shape),
    Moved {
        #[garde(skip)]
        x: i64,
        #[garde(skip)]
        by: Vec<u8>,
    },
}

#[payload]
#[derive(Debug, PartialEq)]
enum Target {
    Nobody,
    Contact(#[garde(range(min = 1))] u32),
    Place {
        #[garde(skip)]
        name: String,
    },
}

#[payload]
#[derive(Debug, PartialEq)]
struct Board {
    #[garde(dive)]
    shapes: Vec<Shape>,
    #[garde(dive)]
    event: Option<Event>,
    #[garde(dive, custom(anyone))]
    targets: Vec<Option<Target>>,
}

fn anyone(targets: &[Option<Target>], _: &()) -> portcullis::garde::Result {
    match targets {
        [Some(Target::Contact(13)), ..] => Err(portcullis::garde::Error::new("unlucky")),
        _ => Ok(()),
    }
}

fn issues<T: Payload>(json: &str) -> Vec<String> {
    T::check_json(json.as_bytes()).unwrap_err().issues().iter().map(ToString::to_string).collect()
}

#[payload]
#[serde(untagged)]
#[derive(Debug, PartialEq)]
enum Size {
    Unknown,
    Number(#[garde(range(min = 1))] u32),
    Name(
        #[garde(length(chars, max = 3))]
        #[payload(trim, lowercase)]
        String,
    ),
    List(#[garde(length(max = 2), dive)] Vec<Size>),
    Range {
        #[garde(skip)]
        from: u32,
        #[garde(skip)]
        to: u32,
    },
    Shape(#[garde(dive)] Shape),
}

#[test]
fn the_first_variant_that_takes_a_value_has_it() {
    for (json, size) in [
        ("null", Size::Unknown),
        ("7", Size::Number(7)),
        (r#"" X\u004C ""#, Size::Name("xl".to_owned())),
        (r#"{"from":1,"to":2}"#, Size::Range { from: 1, to: 2 }),
        (r#"{"\u006bind":"point"}"#, Size::Shape(Shape::Point)),
        (r#"[[1,"\n"],{"kind":"\u0070oint"}]"#, {
            let inner = Size::List(vec![Size::Number(1), Size::Name(String::new())]);
            Size::List(vec![inner, Size::Shape(Shape::Point)])
        }),
    ] {
        assert_eq!(Size::from_json(json.as_bytes()).unwrap(), size, "{json}");
    }
}

#[test]
fn rules_do_not_choose_the_variant() {
    assert_eq!(issues::<Size>("0"), ["Must be at least 1 (too_small)"]);
    assert_eq!(
        issues::<Size>(r#"[[],"long",[]]"#),
        ["Must have at most 2 items (too_big)", "[1]: Must have at most 3 characters (too_big)",]
    );
}

#[test]
fn the_nearest_variant_tells_what_is_wrong() {
    let told = |json: &str| {
        let refusal = Size::check_json(json.as_bytes()).unwrap_err();
        let [issue] = refusal.issues() else { panic!("{refusal}") };
        assert_eq!(issue.to_string(), "Must have one of the allowed forms (invalid_union)");
        let portcullis::issue::Reason::InvalidUnion { errors } = &issue.reason else { panic!("{issue}") };
        errors.concat().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told(r#"{"from":1}"#), ["to: This field is required (required)"]);
    assert_eq!(told(r#"{"kind":"circle","radius":true}"#), ["radius: Must be a number (invalid_type)"]);
    assert_eq!(told("[1,true]"), ["[1]: Must have one of the allowed forms (invalid_union)"]);
    assert_eq!(told("-1"), ["Must be at least 1 (too_small)"]);
}

#[test]
fn nesting_is_not_tried_out_for_ever() {
    // Each level is tried as each variant, and each of these goes all the way down.
    #[payload]
    #[serde(untagged)]
    enum Deep {
        Lists(#[garde(dive)] Vec<Deep>),
        Pairs(#[garde(dive)] Vec<(Deep, Deep)>),
        Flags(#[garde(skip)] Vec<Vec<bool>>),
    }
    let json = "[".repeat(60) + "1" + &"]".repeat(60);
    assert_eq!(issues::<Deep>(&json), ["Must have one of the allowed forms (invalid_union)"]);
    let wide = format!("[{}]", vec![json; 2_000].join(","));
    assert_eq!(issues::<Deep>(&wide), ["Must have one of the allowed forms (invalid_union)"]);
}

#[test]
fn the_name_stands_anywhere() {
    let circle = Shape::Circle(Circle { radius: 2.0, label: None });
    for json in [
        r#"{"kind":"circle","radius":2}"#,
        r#"{"radius":2,"kind":"circle"}"#,
        r#"{"radius":2,"\u006bind" : "\u0063ircle" }"#,
    ] {
        assert_eq!(Shape::from_json(json.as_bytes()).unwrap(), circle);
    }
    for name in ["rect", "rectangle"] {
        let json = json!({ "theWidth": 3, "kind": name }).to_string();
        assert_eq!(Shape::from_json(json.as_bytes()).unwrap(), Shape::Rectangle { the_width: 3, height: 0 });
    }
    assert_eq!(Shape::from_json(br#"{"kind":"point"}"#).unwrap(), Shape::Point);
}

#[test]
fn what_is_wrong_with_the_name_stands_there() {
    assert_eq!(issues::<Shape>(r#"{"radius":2}"#), ["kind: This field is required (required)"]);
    for json in [r#"{"kind":"oval","radius":2}"#, r#"{"kind":7}"#] {
        assert_eq!(issues::<Shape>(json), ["kind: Must be one of: point, circle, rectangle (invalid_value)"]);
    }
    assert_eq!(issues::<Shape>("7"), ["Must be an object (invalid_type)"]);
    assert_eq!(
        issues::<Shape>(r#"{"kind":"circle","radius":-2,"kind":"point","x":1}"#),
        [
            "radius: Must be at least 0 (too_small)",
            "kind: This field appears more than once (duplicate_key)",
            "Unknown field: x (unrecognized_keys)",
        ]
    );
    assert_eq!(issues::<Shape>(r#"{"kind":"point","x":1}"#), ["Unknown field: x (unrecognized_keys)"]);
}

#[test]
fn a_value_has_all_of_them() {
    let json = json!({
        "shapes": [{ "kind": "point" }, { "radius": 1.5, "label": "a", "kind": "circle" }],
        "event": { "data": { "height": 4, "theWidth": 2, "kind": "rectangle" }, "type": "Drawn" },
        "targets": [null, "Nobody", { "Contact": 7 }, { "Place": { "name": "Rome" } }],
    });
    let board = Board::from_json(json.to_string().as_bytes()).unwrap();
    assert_eq!(serde_json::to_value(&board).unwrap(), json);
    assert_eq!(board, serde_json::from_value(json).unwrap());
    for event in [
        json!({ "type": "Ping" }),
        json!({ "type": "Note", "data": null }),
        json!({ "type": "Moved", "data": { "x": -1, "by": [1, 2] } }),
    ] {
        let typed = Event::from_json(event.to_string().as_bytes()).unwrap();
        assert_eq!(serde_json::to_value(&typed).unwrap(), event);
    }
    assert_eq!(Event::from_json(br#"{"type":"Note"}"#).unwrap(), Event::Note(None));
}

#[test]
fn issues_have_the_paths_of_the_wire() {
    assert_eq!(
        issues::<Board>(r#"{"shapes":[],"targets":[{"Contact":13},{"Contact":0}]}"#),
        ["targets[1].Contact: Must be at least 1 (too_small)", "targets: unlucky (custom)"]
    );
    let json = json!({
        "event": { "data": "too long", "type": "Note" },
        "shapes": [{ "kind": "rectangle", "theWidth": 0 }],
        "targets": [{ "Contact": 0 }, { "Contact": 13 }, { "Place": { "name": 1 } }, "Contact", { "Nobody": 1 }, "x", {}, { "Contact": 1, "x": 2 }],
    });
    assert_eq!(
        issues::<Board>(&json.to_string()),
        [
            "event.data: Must have at most 5 characters (too_big)",
            "shapes[0].theWidth: Must be at least 1 (too_small)",
            "targets[0].Contact: Must be at least 1 (too_small)",
            "targets[2].Place.name: Must be text (invalid_type)",
            "targets[3]: Must be an object (invalid_type)",
            "targets[4]: Must be text (invalid_type)",
            "targets[5]: Must be one of: Nobody, Contact, Place (invalid_value)",
            "targets[6]: Must be one of: Nobody, Contact, Place (invalid_value)",
            "targets[7]: Unknown field: x (unrecognized_keys)",
        ]
    );
}
