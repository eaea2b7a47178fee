//! A `#[payload]` that leaves everything to serde and garde, and writes the declared
//! normalisation, the rules that garde does not have, and the checks as plain Rust. It shares no
//! line with the real one, which it is held against.

mod checks;
mod converted;
mod derived;
mod maps;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Fields, Generics, Ident, Item, ItemEnum, ItemStruct, Member, Meta, Path, Token, parse_macro_input,
    parse_quote,
};

/// Derives serde's and garde's traits, and `Normalise` from the `#[payload(…)]` of the fields.
#[proc_macro_attribute]
pub fn payload(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut item = parse_macro_input!(item as Item);
    let told = Punctuated::<Meta, Token![,]>::parse_terminated.parse(arguments).unwrap();
    let mut told: Vec<Meta> = told.into_iter().collect();
    let mut payloads = Tokens::new();
    if let Item::Struct(item) = &mut item {
        told.extend(take_payload(&mut item.attrs));
        for (told, derived) in derived::of(&mut told, item) {
            payloads.extend(payload_of(told, Item::Struct(derived)));
        }
    }
    payloads.extend(payload_of(told, item));
    payloads.into()
}

fn payload_of(told: Vec<Meta>, mut item: Item) -> Tokens {
    if let Some(wire) = converted::wire(&item) {
        return converted::payload(item, &wire);
    }
    let generics = bound(&mut item);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let mut checked = None;
    let mut edit = None;
    let (name, attributes, normalise) = match &mut item {
        Item::Struct(item) => {
            let members: Vec<Member> = item.fields.members().collect();
            let steps = normalise(&mut item.fields, members.iter().map(|member| quote!(self.#member)));
            if is_newtype(item) {
                item.attrs.push(parse_quote!(#[garde(transparent)]));
                edit = edit_of(item);
            } else if !flattens(item) && !is_told(&told, "strip") {
                item.attrs.push(parse_quote!(#[serde(deny_unknown_fields)]));
            }
            checked = checks::validate(item, told.iter());
            (item.ident.clone(), &mut item.attrs, steps)
        }
        Item::Enum(item) => {
            let steps = normalise_variants(item);
            if !is_told(&told, "strip") {
                item.attrs.push(parse_quote!(#[serde(deny_unknown_fields)]));
            }
            (item.ident.clone(), &mut item.attrs, steps)
        }
        _ => return quote!(#item),
    };
    if checked.is_none() {
        attributes.insert(0, parse_quote!(#[derive(garde::Validate)]));
    }
    attributes.insert(0, parse_quote!(#[derive(serde::Serialize, serde::Deserialize)]));
    quote! {
        #item
        #checked
        #edit
        impl #parameters crate::maps::Dive for #name #arguments #bounds {
            fn dive(&self) -> crate::Report {
                crate::errors(self)
            }
        }

        impl #parameters crate::Normalise for #name #arguments #bounds {
            fn normalise(&mut self) {
                #normalise
            }
        }
    }
}

/// Whether a struct has a field that serde flattens.
fn flattens(item: &ItemStruct) -> bool {
    item.fields
        .iter()
        .flat_map(|field| &field.attrs)
        .any(|attribute| quote!(#attribute).to_string().contains("flatten"))
}

/// Gives type parameters the bounds that they need here.
fn bound(item: &mut Item) -> Generics {
    let (fields, generics, attrs): (Vec<&syn::Field>, _, _) = match item {
        Item::Struct(item) => (item.fields.iter().collect(), &mut item.generics, &mut item.attrs),
        Item::Enum(item) => {
            let fields = item.variants.iter().flat_map(|variant| &variant.fields);
            (fields.collect(), &mut item.generics, &mut item.attrs)
        }
        _ => return Generics::default(),
    };
    let is_dived_into = fields
        .iter()
        .flat_map(|field| &field.attrs)
        .any(|attribute| attribute.path().is_ident("garde") && quote!(#attribute).to_string().contains("dive"));
    let names: Vec<_> = generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    if !names.is_empty() {
        // What serde's derive would ask of them misses optional fields, and asks for defaults.
        let bound = |to: &str| names.iter().map(|name| format!("{name}: {to},")).collect::<String>();
        let (serialize, deserialize) = (bound("serde::Serialize"), bound("serde::Deserialize<'de>"));
        attrs.push(parse_quote!(#[serde(bound(serialize = #serialize, deserialize = #deserialize))]));
    }
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(crate::Normalise));
        if is_dived_into {
            parameter.bounds.push(parse_quote!(garde::Validate<Context = ()>));
        }
    }
    generics.clone()
}

fn is_told(told: &[Meta], word: &str) -> bool {
    told.iter().any(|meta| quote!(#meta).to_string().contains(word))
}

/// The same for an enum: the statements for the variant that is there.
fn normalise_variants(item: &mut ItemEnum) -> Tokens {
    let arms = item.variants.iter_mut().map(|variant| {
        let members: Vec<Member> = variant.fields.members().collect();
        let values: Vec<Ident> = (0..members.len()).map(|at| format_ident!("value_{at}")).collect();
        let steps = normalise(&mut variant.fields, values.iter().map(|value| quote!((*#value))));
        let name = &variant.ident;
        quote!(Self::#name { #(#members: #values),* } => { #steps })
    });
    quote!(match self { #(#arms)* })
}

/// Whether a struct is on the wire what its one field is.
fn is_newtype(item: &ItemStruct) -> bool {
    let is_told = |attribute: &Attribute| quote!(#attribute).to_string().contains("transparent");
    matches!(item.fields, Fields::Unnamed(_)) || item.attrs.iter().any(is_told)
}

/// `Edit`, of a newtype of text.
fn edit_of(item: &ItemStruct) -> Option<Tokens> {
    let (name, text) = (&item.ident, item.fields.iter().next()?);
    let (member, ty) = (item.fields.members().next()?, &text.ty);
    (quote!(#ty).to_string() == "String").then(|| {
        quote! {
            impl crate::Edit for #name {
                fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
                    change(&mut self.#member);
                }
            }
        }
    })
}

/// Takes `#[payload(…)]` off the fields; gives the statements that do what they say to the values.
fn normalise(fields: &mut Fields, values: impl Iterator<Item = Tokens>) -> Tokens {
    let mut statements = Tokens::new();
    for (value, field) in values.zip(fields) {
        let email = field.attrs.iter().any(|attribute| attribute.path().is_ident("garde") && mentions_email(attribute));
        // What serde converts is no affair of ours.
        let is_converted = |attribute: &Attribute| {
            let told = attribute.meta.require_list().ok().and_then(|list| list.tokens.clone().into_iter().next());
            attribute.path().is_ident("payload") && told.is_some_and(|first| first.to_string() == "as")
        };
        if field.attrs.iter().any(is_converted) {
            field.attrs.retain(|attribute| !is_converted(attribute));
            continue;
        }
        let (rules, steps): (Vec<Meta>, Vec<Meta>) = take_payload(&mut field.attrs).into_iter().partition(has_rule);
        let (optional, steps): (Vec<Meta>, Vec<Meta>) =
            steps.into_iter().partition(|step| step.path().is_ident("optional"));
        let is_optional = !optional.is_empty();
        if is_optional {
            field.attrs.push(parse_quote! {
                #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::present")]
            });
        }
        let rules = rules.iter().map(custom);
        field.attrs.extend(rules.map(|rule| -> Attribute { parse_quote!(#[garde(#rule)]) }));
        maps::look_inside(field);
        statements.extend(quote!(crate::Normalise::normalise(&mut #value);));
        for step in steps.iter().flat_map(flat) {
            statements.extend(if step.is_ident("empty_as_null") {
                // The outer `Option` of a field that a value may lack is not about null.
                let list = if is_optional { quote!(#value) } else { quote!(std::slice::from_mut(&mut #value)) };
                quote!(#list.iter_mut().for_each(|value| crate::own::EmptyAsNull::empty_as_null(value));)
            } else {
                let closure = closure(&step, email);
                quote!(crate::Edit::edit(&mut #value, &mut #closure);)
            });
        }
    }
    statements
}

fn mentions_email(attribute: &Attribute) -> bool {
    quote!(#attribute).to_string().contains("email")
}

fn take_payload(attributes: &mut Vec<Attribute>) -> Vec<Meta> {
    let (ours, others) = attributes.drain(..).partition(|attribute| attribute.path().is_ident("payload"));
    *attributes = others;
    let ours: Vec<Attribute> = ours;
    ours.iter()
        .flat_map(|attribute| attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap())
        .collect()
}

/// Rules that are the name of a format.
const FORMATS: &[&str] = &[
    "base64",
    "base64url",
    "cidr",
    "cidrv4",
    "cidrv6",
    "country",
    "credit_card",
    "currency",
    "duration",
    "e164",
    "hex",
    "hostname",
    "http_url",
    "iban",
    "jwt",
    "language_tag",
    "mac",
    "semver",
    "slug",
    "time_zone",
    "ulid",
    "uuidv4",
    "uuidv7",
];

/// Whether this is a rule, or has rules inside: an `inner` has either rules or steps.
fn has_rule(meta: &Meta) -> bool {
    match meta.path().get_ident().unwrap().to_string().as_str() {
        "greater_than" | "less_than" | "multiple_of" | "one_of" | "unique" => true,
        "inner" => inside(meta).iter().any(has_rule),
        name if FORMATS.contains(&name) => true,
        _ => false,
    }
}

/// What is said inside `inner(…)`.
fn inside(meta: &Meta) -> Vec<Meta> {
    let Meta::List(list) = meta else { panic!("inner(…)") };
    let list = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(list.tokens.clone()).unwrap();
    list.into_iter().collect()
}

/// A rule as one of garde's.
fn custom(rule: &Meta) -> Tokens {
    let name = rule.path();
    match rule {
        Meta::List(_) if name.is_ident("inner") => {
            let rules = inside(rule);
            let rules = rules.iter().map(custom);
            quote!(inner(#(#rules),*))
        }
        Meta::NameValue(rule) => {
            let argument = &rule.value;
            quote!(custom(|value, _| crate::own::#name(value, #argument)))
        }
        Meta::List(list) => {
            let choices = &list.tokens;
            quote!(custom(|value, _| crate::own::#name(value, &[#choices])))
        }
        Meta::Path(_) if name.get_ident().is_some_and(|name| FORMATS.contains(&&*name.to_string())) => {
            let format = quote!(#name).to_string();
            quote!(custom(|value, _| crate::formats::hold(value, #format)))
        }
        Meta::Path(_) => quote!(custom(|value, _| crate::own::#name(value))),
    }
}

/// The names of the steps: those in `inner(…)` are done to whatever texts there are.
fn flat(step: &Meta) -> Vec<Path> {
    match step {
        Meta::List(_) => inside(step).iter().flat_map(flat).collect(),
        _ => vec![step.path().clone()],
    }
}

/// What a step does to a text.
fn closure(step: &Path, email: bool) -> Tokens {
    let change = match (step.get_ident().unwrap().to_string().as_str(), email) {
        ("trim", _) => quote!(text.trim().to_owned()),
        ("lowercase", true) => quote!(text.to_ascii_lowercase()),
        ("lowercase", false) => quote!(text.to_lowercase()),
        ("uppercase", true) => quote!(text.to_ascii_uppercase()),
        ("uppercase", false) => quote!(text.to_uppercase()),
        ("nfc", _) => quote!(crate::own::nfc(text)),
        ("collapse_whitespace", _) => quote! {{
            let mut text = text.replace(char::is_whitespace, " ");
            while text.contains("  ") {
                text = text.replace("  ", " ");
            }
            text
        }},
        (other, _) => panic!("no normalisation is called {other}"),
    };
    quote!(|text: &mut String| *text = #change)
}
