//! The output: the schema, garde's `Validate`, and what the compiler is to check on the way.
//!
//! Everything is inside one `const _`, so that nothing it defines can be seen from outside, and its
//! own names start with `__portcullis` where names of the user are in scope.

mod assertions;
mod checks;
mod converted;
mod definitions;
mod flattened;
mod level;
mod schema;
mod stub;
mod validate;
mod variants;

use proc_macro2::TokenStream;
use quote::quote;

use crate::item::Item;
use level::Level;

pub use stub::stub;

/// All that makes an item a payload.
pub fn item(item: &Item) -> TokenStream {
    let fields = item.fields();
    let levels: Vec<Level> =
        item.all_fields().enumerate().map(|(index, field)| Level::outermost(index, field)).collect();
    let checks = checks::of(item);
    let (general, special): (Vec<&Level>, Vec<&Level>) =
        levels.iter().partition(|level| level.field.parameters.is_none());
    let assertions = |levels: Vec<&Level>| levels.into_iter().map(|level| assertions::field(item, level)).collect();
    let (outside, inside): (TokenStream, TokenStream) = (assertions(general), assertions(special));
    let parts = flattened::parts(item, &levels);
    let (told_apart, told_apart_inside) = variants::assertions(item);
    let inside = quote!(#inside #told_apart_inside);
    let converted = converted::assertion(item);
    let definitions = levels.iter().map(definitions::rules);
    let comparisons = checks.iter().map(|check| check.definition(fields));
    let schema = schema::implementation(item, &levels, &checks, &inside);
    let validate = validate::implementation(item, &levels, &checks);
    quote! {
        // What is inside of what is inside has a long name.
        #[allow(clippy::type_complexity)]
        const _: () = {
            #outside
            #told_apart
            #converted
            #(#definitions)*
            #(#comparisons)*
            #parts
            #schema
            #validate
        };
    }
}
