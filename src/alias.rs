//! How TypeScript sees a newtype whose field has a name: as an alias, like one without.

use core::marker::PhantomData;

use ts_rs::{Config, TS, TypeVisitor};

/// A type by its name alone. ts-rs is told to see the newtype as this, since it does not know
/// `#[serde(transparent)]`.
#[derive(Debug)]
pub struct Alias<T>(PhantomData<T>);

impl<T: TS> TS for Alias<T> {
    type WithoutGenerics = T::WithoutGenerics;
    type OptionInnerType = T;

    fn name(config: &Config) -> String {
        T::name(config)
    }

    fn inline(config: &Config) -> String {
        T::name(config)
    }

    fn visit_dependencies(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_generics(visitor);
        visitor.visit::<T>();
    }
}
