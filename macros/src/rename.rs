//! serde's rules for `rename_all`, to the letter.

use proc_macro2::Ident;
use syn::LitStr;
use syn::ext::IdentExt;

/// One of the eight spellings that `rename_all` knows.
#[derive(Clone, Copy)]
pub enum RenameRule {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

use RenameRule::*;

const RULES: [(&str, RenameRule); 8] = [
    ("lowercase", Lower),
    ("UPPERCASE", Upper),
    ("PascalCase", Pascal),
    ("camelCase", Camel),
    ("snake_case", Snake),
    ("SCREAMING_SNAKE_CASE", ScreamingSnake),
    ("kebab-case", Kebab),
    ("SCREAMING-KEBAB-CASE", ScreamingKebab),
];

impl RenameRule {
    /// The rule that a literal names.
    pub fn parse(literal: &LitStr) -> syn::Result<RenameRule> {
        let value = literal.value();
        if let Some((_, rule)) = RULES.iter().find(|(name, _)| *name == value) {
            return Ok(*rule);
        }
        let names = RULES.map(|(name, _)| format!("`{name}`")).join(", ");
        Err(syn::Error::new(literal.span(), format!("no such spelling; `rename_all` knows {names}")))
    }

    /// The wire name of a field.
    pub fn field(self, field: &str) -> String {
        match self {
            Lower | Snake => field.to_owned(),
            Upper | ScreamingSnake => field.to_ascii_uppercase(),
            Pascal => field.split('_').map(|word| first(word, char::to_ascii_uppercase)).collect(),
            Camel => first(&Pascal.field(field), char::to_ascii_lowercase),
            Kebab => field.replace('_', "-"),
            ScreamingKebab => ScreamingSnake.field(field).replace('_', "-"),
        }
    }

    /// The wire name of a variant.
    pub fn variant(self, variant: &str) -> String {
        match self {
            Pascal => variant.to_owned(),
            Lower => variant.to_ascii_lowercase(),
            Upper => variant.to_ascii_uppercase(),
            Camel => first(variant, char::to_ascii_lowercase),
            Snake => {
                let mut snake = String::new();
                for (index, letter) in variant.char_indices() {
                    if index > 0 && letter.is_uppercase() {
                        snake.push('_');
                    }
                    snake.push(letter.to_ascii_lowercase());
                }
                snake
            }
            ScreamingSnake => Snake.variant(variant).to_ascii_uppercase(),
            Kebab => Snake.variant(variant).replace('_', "-"),
            ScreamingKebab => ScreamingSnake.variant(variant).replace('_', "-"),
        }
    }
}

/// The word with its first character changed.
fn first(word: &str, change: fn(&char) -> char) -> String {
    let mut letters = word.chars();
    letters.next().map(|letter| change(&letter)).into_iter().chain(letters).collect()
}

/// Whether serde and ts-rs rename a field of this name alike: it is in ASCII snake_case.
pub fn is_plain_field(ident: &Ident) -> bool {
    let name = ident.unraw().to_string();
    name.bytes().any(|byte| byte != b'_') && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Whether serde and ts-rs rename a variant of this name alike: it is in ASCII UpperCamelCase.
pub fn is_plain_variant(ident: &Ident) -> bool {
    let name = ident.unraw().to_string();
    name.starts_with(|first: char| first.is_ascii_uppercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    // The tables are serde's own tests of these rules.

    #[test]
    fn variants() {
        let table = [
            ["Outcome", "outcome", "OUTCOME", "outcome", "outcome", "OUTCOME", "outcome", "OUTCOME"],
            [
                "VeryTasty",
                "verytasty",
                "VERYTASTY",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY",
            ],
            ["A", "a", "A", "a", "a", "A", "a", "A"],
            ["Z42", "z42", "Z42", "z42", "z42", "Z42", "z42", "Z42"],
        ];
        for [original, expected @ ..] in table {
            assert_eq!(Pascal.variant(original), original);
            let rules = [Lower, Upper, Camel, Snake, ScreamingSnake, Kebab, ScreamingKebab];
            assert_eq!(rules.map(|rule| rule.variant(original)), expected);
        }
    }

    #[test]
    fn fields() {
        let table = [
            ["outcome", "OUTCOME", "Outcome", "outcome", "OUTCOME", "outcome", "OUTCOME"],
            ["very_tasty", "VERY_TASTY", "VeryTasty", "veryTasty", "VERY_TASTY", "very-tasty", "VERY-TASTY"],
            ["_led_", "_LED_", "Led", "led", "_LED_", "-led-", "-LED-"],
            ["a", "A", "A", "a", "A", "a", "A"],
            ["z42", "Z42", "Z42", "z42", "Z42", "z42", "Z42"],
        ];
        for [original, expected @ ..] in table {
            assert_eq!(Lower.field(original), original);
            assert_eq!(Snake.field(original), original);
            let rules = [Upper, Pascal, Camel, ScreamingSnake, Kebab, ScreamingKebab];
            assert_eq!(rules.map(|rule| rule.field(original)), expected);
        }
    }
}
