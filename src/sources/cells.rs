//! Text cells and their names: what forms and query strings send becomes one JSON text, whose values
//! are all text.
//!
//! A name is a path: `address.city`, `items[0].qty`, `tags[]`. The runtime of the packages does the
//! same in runtime/cells.js, and a test holds both together.

use std::collections::HashMap;

use url::form_urlencoded;

/// How many steps a path may have: no form is nested deeper than JSON may be, with a list at its end.
const MAX_STEPS: usize = crate::json::MAX_DEPTH as usize - 1;

/// How many objects and lists cells may make, so that a small form does not become a large tree.
const MAX_BRANCHES: usize = 10_000;

/// What React adds to the forms of server actions.
const ACTION: &str = "$ACTION_";

/// The JSON of an urlencoded form or a query string.
pub(crate) fn of_form(form: &[u8]) -> Vec<u8> {
    json(form_urlencoded::parse(form))
}

/// The JSON of cells: names and texts. Empty ones are left out.
pub(crate) fn json(cells: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>) -> Vec<u8> {
    let mut root = Branch::new(false);
    let mut branches = 0;
    let mut others = Vec::new();
    for (name, text) in cells {
        let (name, text) = (name.as_ref(), text.as_ref());
        if text.is_empty() || name.starts_with(ACTION) {
            continue;
        }
        // What is no path, or leads through what is there already, or too far, is a key as it stands: no
        // field has it, or it is there twice.
        let steps = steps(name).filter(|steps| branches + steps.len() <= MAX_BRANCHES);
        if !steps.is_some_and(|steps| root.put(&steps, text, &mut branches)) {
            others.push((Key::Name(name.to_owned()), Place::Text(text.to_owned())));
        }
    }
    root.places.append(&mut others);
    let mut json = Vec::new();
    root.write(&mut json);
    json
}

/// A step of a path.
#[derive(Clone, Copy)]
enum Step<'n> {
    Name(&'n str),
    Index(usize),
    /// The next item: `[]`.
    Next,
}

/// The steps of a name that is a path: a name, and then further ones and indices.
fn steps(name: &str) -> Option<Vec<Step<'_>>> {
    let end = |rest: &str| rest.find(['.', '[', ']']).unwrap_or(rest.len());
    let (first, mut rest) = name.split_at(end(name));
    let mut steps = vec![Step::Name(first)];
    let mut is_named = !first.is_empty();
    while is_named && !rest.is_empty() && steps.len() < MAX_STEPS {
        if rest == "[]" {
            steps.push(Step::Next);
            rest = "";
        } else if let Some(behind) = rest.strip_prefix('[') {
            let (index, behind) = behind.split_once(']')?;
            let is_plain = index == "0" || !index.starts_with('0') && index.bytes().all(|byte| byte.is_ascii_digit());
            steps.push(Step::Index(index.parse::<u32>().ok().filter(|_| is_plain)? as usize));
            rest = behind;
        } else {
            let behind = rest.strip_prefix('.')?;
            let (name, behind) = behind.split_at(end(behind));
            is_named = !name.is_empty();
            steps.push(Step::Name(name));
            rest = behind;
        }
    }
    (is_named && rest.is_empty()).then_some(steps)
}

/// What is at a place.
enum Place {
    Text(String),
    Branch(Branch),
}

/// An object, or a list whose items have come in any order.
struct Branch {
    is_list: bool,
    /// The index behind all items.
    next: usize,
    /// Where each key or index is in `places`.
    at: HashMap<Key, usize>,
    places: Vec<(Key, Place)>,
}

#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Name(String),
    Index(usize),
}

impl Branch {
    fn new(is_list: bool) -> Branch {
        Branch { is_list, next: 0, at: HashMap::new(), places: Vec::new() }
    }

    /// Puts a text where the steps lead; says whether they lead anywhere. Counts the branches that it
    /// makes.
    fn put(&mut self, steps: &[Step<'_>], text: &str, branches: &mut usize) -> bool {
        let Some((&step, rest)) = steps.split_first() else { return false };
        let key = match step {
            Step::Name(name) if !self.is_list => Key::Name(name.to_owned()),
            Step::Index(index) if self.is_list => Key::Index(index),
            Step::Next if self.is_list => Key::Index(self.next),
            _ => return false,
        };
        if let Key::Index(index) = key {
            self.next = self.next.max(index + 1);
        }
        let Some(&at) = self.at.get(&key) else {
            let place = match rest.first() {
                None => Place::Text(text.to_owned()),
                Some(next) => {
                    let mut branch = Branch::new(!matches!(next, Step::Name(_)));
                    branch.put(rest, text, branches);
                    *branches += 1;
                    Place::Branch(branch)
                }
            };
            self.at.insert(key.clone(), self.places.len());
            self.places.push((key, place));
            return true;
        };
        match &mut self.places[at].1 {
            Place::Branch(branch) if !rest.is_empty() => branch.put(rest, text, branches),
            Place::Branch(branch) => branch.is_list && branch.put(&[Step::Next], text, branches),
            Place::Text(first) if rest.is_empty() => {
                let mut list = Branch::new(true);
                list.put(&[Step::Next], first, branches);
                list.put(&[Step::Next], text, branches);
                *branches += 1;
                self.places[at].1 = Place::Branch(list);
                true
            }
            Place::Text(_) => false,
        }
    }

    fn write(mut self, json: &mut Vec<u8>) {
        let (open, close) = if self.is_list { (b'[', b']') } else { (b'{', b'}') };
        if self.is_list {
            self.places.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        json.push(open);
        for (count, (key, place)) in self.places.into_iter().enumerate() {
            if count > 0 {
                json.push(b',');
            }
            if let Key::Name(name) = key {
                write_text(&name, json);
                json.push(b':');
            }
            match place {
                Place::Text(text) => write_text(&text, json),
                Place::Branch(branch) => branch.write(json),
            }
        }
        json.push(close);
    }
}

fn write_text(text: &str, json: &mut Vec<u8>) {
    json.extend(serde_json::Value::from(text).to_string().bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json_of(form: &str) -> String {
        String::from_utf8(of_form(form.as_bytes())).unwrap()
    }

    #[test]
    fn names_are_paths() {
        assert_eq!(
            json_of("a.b=1&a.c[1]=3&a.c[0]=2&tags[]=x&tags[]=y"),
            r#"{"a":{"b":"1","c":["2","3"]},"tags":["x","y"]}"#
        );
        assert_eq!(
            json_of("items[7].qty=1&items[2].qty=2&items[2].name=n"),
            r#"{"items":[{"qty":"2","name":"n"},{"qty":"1"}]}"#
        );
        assert_eq!(json_of("a=1&a=2&a=3&b=%22+%C3%A9"), r#"{"a":["1","2","3"],"b":"\" é"}"#);
    }

    #[test]
    fn empty_cells_are_absent() {
        assert_eq!(json_of("a=&b&c[]=&d=1&$ACTION_ID_5=x"), r#"{"d":"1"}"#);
        assert_eq!(json_of(""), "{}");
    }

    /// They are keys that no payload has, and are refused as such.
    #[test]
    fn what_is_no_path_is_a_key() {
        for name in
            ["a[", "a]", "a[b]", "a[01]", "a[-1]", "a[1", ".a", "a.", "a..b", "a[].b", "[0]", "a[4294967296]", "a[0]b"]
        {
            assert_eq!(json_of(&format!("{name}=1")), format!(r#"{{"{name}":"1"}}"#));
        }
        assert_eq!(json_of("a=1&a.b=2&a[0]=3&a[0]=4&b=5"), r#"{"a":"1","b":"5","a.b":"2","a[0]":"3","a[0]":"4"}"#);
        assert_eq!(json_of("a.b=1&a=2"), r#"{"a":{"b":"1"},"a":"2"}"#);
        let deep = ["a"; 65].join(".");
        assert_eq!(json_of(&format!("{deep}=1")), format!(r#"{{"{deep}":"1"}}"#));
    }

    /// Each of these cells would make 62 objects.
    #[test]
    fn a_form_makes_no_tree_that_is_much_larger() {
        let name = |number: usize| format!("a{number}{}", ".a".repeat(62));
        let form: Vec<String> = (0..10_000).map(|number| format!("{}=1", name(number))).collect();
        let json: serde_json::Value = serde_json::from_str(&json_of(&form.join("&"))).unwrap();
        let is_key = |number| json.get(name(number)).is_some();
        assert_eq!((0..10_000).position(is_key), Some(161));
        assert!((161..10_000).all(is_key));
    }
}
