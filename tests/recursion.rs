//! Payloads that hold themselves, at their deepest.

use portcullis::{Payload, payload};

#[payload]
#[derive(Debug, Default, PartialEq)]
struct Node {
    #[garde(length(chars, max = 3))]
    name: String,
    #[garde(dive)]
    next: Option<Box<Node>>,
    #[garde(dive)]
    #[serde(default)]
    others: Vec<Node>,
}

/// So many objects in each other.
fn nested(levels: usize, name: &str) -> String {
    format!("{}null{}", format!(r#"{{"name":"{name}","next":"#).repeat(levels), "}".repeat(levels))
}

#[test]
fn sixty_four_levels_are_taken_with_the_defaults_of_the_innermost() {
    // Twice: a default is remembered.
    for _ in 0..2 {
        let node = Node::from_json(nested(64, "é").as_bytes()).unwrap();
        let depth = std::iter::successors(Some(&node), |node| node.next.as_deref()).count();
        assert_eq!(depth, 64);
    }
    assert_eq!(Node::check_json(nested(64, "long").as_bytes()).unwrap_err().issues().len(), 64);
}

#[test]
fn more_are_no_json() {
    let refusal = Node::check_json(nested(65, "").as_bytes()).unwrap_err();
    assert!(refusal.to_string().contains("at most 64 levels of nesting"), "{refusal}");
}

#[test]
fn a_value_built_in_rust_may_be_deeper() {
    let deep = |name: &str| {
        (0..100).fold(Node { name: name.to_owned(), ..Node::default() }, |next, _| Node {
            next: Some(Box::new(next)),
            ..Node::default()
        })
    };
    assert_eq!(deep("").check(), Ok(()));
    let refusal = deep("long").check().unwrap_err();
    assert_eq!(refusal.issues().len(), 1);
    assert!(refusal.issues()[0].to_string().ends_with("next.name: Must have at most 3 characters (too_big)"));
}
