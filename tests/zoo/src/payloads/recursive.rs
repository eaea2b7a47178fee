//! Objects that hold themselves: in lists, in boxes, and by way of each other.

use portcullis::{garde, payload};

/// Refers to itself.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    #[garde(range(max = 100))]
    pub weight: u8,
    #[garde(dive)]
    #[serde(default)]
    pub children: Vec<Tree>,
}

/// Refers to itself through a box.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    #[garde(range(max = 100))]
    pub weight: u8,
    #[garde(dive)]
    pub next: Option<Box<Chain>>,
}

/// Refers to itself by way of a newtype and of another struct.
#[payload(patch(CommentPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    #[garde(length(chars, min = 1, max = 20))]
    #[payload(trim)]
    pub text: String,
    #[garde(dive, custom(is_modest))]
    pub author: Option<Author>,
    #[garde(dive)]
    #[serde(default)]
    pub replies: Replies,
    #[garde(dive)]
    #[payload(optional)]
    pub quoted: Option<Option<Box<Comment>>>,
}

#[payload]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replies(#[garde(length(max = 3), dive)] pub Vec<Comment>);

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Author {
    #[garde(length(chars, max = 10))]
    #[payload(lowercase)]
    pub name: String,
    #[garde(dive)]
    pub favourite: Option<Box<Comment>>,
}

fn is_modest(author: &Option<Author>, _: &()) -> garde::Result {
    let Some(author) = author else { return Ok(()) };
    let mut favourite = author.favourite.as_deref();
    while let Some(comment) = favourite {
        let Some(other) = &comment.author else { break };
        if other.name == author.name {
            return Err(garde::Error::new("Must not favour their own comment"));
        }
        favourite = other.favourite.as_deref();
    }
    Ok(())
}
