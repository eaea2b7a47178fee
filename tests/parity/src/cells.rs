//! Values as forms and query strings send them: text cells whose names are paths.

use fastrand::Rng;

use crate::json::Json;

/// The cells that say the same as an object, and the object without what no cell can say: members
/// that are null or empty text. There are none where more than that cannot be said.
pub fn of(json: &Json, rng: &mut Rng) -> Option<(Json, Vec<(String, String)>)> {
    let mut json = json.clone();
    strip(&mut json);
    let Json::Object(members) = &json else { return None };
    let mut cells = Vec::new();
    for (name, value) in members {
        is_plain(name).then(|| tell(name, value, &mut cells, rng)).flatten()?;
    }
    Some((json, cells))
}

fn strip(json: &mut Json) {
    match json {
        Json::Object(members) => {
            members.retain(|(_, value)| *value != Json::null() && *value != Json::Text(String::new()));
            members.iter_mut().for_each(|(_, value)| strip(value));
        }
        Json::Array(items) => items.iter_mut().for_each(strip),
        Json::Raw(_) | Json::Text(_) => {}
    }
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains(['.', '[', ']']) && !name.starts_with("$ACTION_")
}

fn tell(name: &str, json: &Json, cells: &mut Vec<(String, String)>, rng: &mut Rng) -> Option<()> {
    match json {
        Json::Text(text) | Json::Raw(text) => {
            let is_said = !text.is_empty() && *json != Json::null();
            is_said.then(|| cells.push((name.to_owned(), text.clone())))
        }
        Json::Array(items) if items.is_empty() => None,
        Json::Array(items) => {
            let is_leaf = |item: &Json| matches!(item, Json::Text(_) | Json::Raw(_));
            // Those of lists in lists have indices, for one alone would be an item of the outer list.
            // And one cell of a name alone says that it is a list only where a list is asked for.
            let styles = if items.len() == 1 { 2 } else { 3 };
            let style = if items.iter().all(is_leaf) && !name.ends_with(']') { rng.u8(..styles) } else { 0 };
            items.iter().enumerate().try_for_each(|(index, item)| {
                let name = match style {
                    0 => format!("{name}[{index}]"),
                    1 => format!("{name}[]"),
                    _ => name.to_owned(),
                };
                tell(&name, item, cells, rng)
            })
        }
        Json::Object(members) if members.is_empty() => None,
        Json::Object(members) => members.iter().try_for_each(|(key, value)| {
            is_plain(key).then(|| tell(&format!("{name}.{key}"), value, cells, rng)).flatten()
        }),
    }
}

/// The urlencoded form of cells.
pub fn form(cells: &[(String, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(cells).finish()
}

/// Gives cells other names and texts, such as people and programs come up with.
pub fn disturb(cells: &mut [(String, String)], rng: &mut Rng) {
    for _ in 0..rng.usize(1..4) {
        let [from, to] = [(); 2].map(|()| rng.usize(..cells.len().max(1)));
        let Some(piece) = cells.get(from).map(|(name, _)| name.clone()) else { return };
        let (name, text) = &mut cells[to];
        match rng.u8(..7) {
            0 => *name = piece,
            1 => name.push_str(rng.choice(["[]", "[0]", "[7]", "[01]", ".a", ".", "[", "]", "[a]"]).unwrap()),
            2 => name.insert_str(0, rng.choice(["a.", ".", "[0].", "$ACTION_", "__proto__."]).unwrap()),
            3 => *name = name.replace('0', rng.choice(["1", "4294967295", "4294967296", "-1"]).unwrap()),
            4 => text.clear(),
            5 => {
                *text = rng
                    .choice(["on", "off", "1", "0", "true", "1e3", " 1", "null", "[]", "\"\\\u{1f680}"])
                    .unwrap()
                    .into()
            }
            _ => *name = rng.choice(["__proto__", "constructor", "a[", "1", "", "é"]).unwrap().into(),
        }
    }
}
