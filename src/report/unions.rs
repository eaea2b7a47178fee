//! Places in enums with data: a report does not say which variant it is about.

use super::{Place, Step};
use crate::issue::Segment;
use crate::schema::{Content, Schema, TagPlace};

/// What garde calls what a variant holds without a name.
const UNNAMED: &str = "0";

impl Place {
    /// Goes into each variant of a union that has such a member.
    pub(super) fn enter_variants(&self, member: &str) -> Vec<Place> {
        let Schema::Union(union) = *self.schema else { return Vec::new() };
        let contents = union.contents.iter().zip(union.names.variants).enumerate();
        let places = contents.filter_map(|(at, (content, variant))| {
            let mut place = self.clone();
            place.order.push(Step::At(at));
            (place.parent, place.map) = (None, None);
            match union.tagging.place {
                TagPlace::Around => place.path.push(Segment::field(variant.name)),
                TagPlace::Beside { content, .. } => place.path.push(Segment::field(content)),
                TagPlace::Inside { .. } | TagPlace::Nowhere => {}
            }
            match content {
                Content::Value(field) if member == UNNAMED => {
                    place.stand((field.schema)(), field.rules.iter().collect());
                    Some(place)
                }
                Content::Tuple(field) => {
                    place.stand((field.schema)(), Vec::new());
                    place.enter_item(member).map(|()| place)
                }
                Content::Object(object) => place.enter_field(object, member).map(|()| place),
                _ => None,
            }
        });
        places.collect()
    }
}
