//! `field?: T | null`.

use ts_rs::{Config, IsOption, TS, TypeVisitor};

use super::Patch;

impl<T: TS> TS for Patch<T> {
    type WithoutGenerics = Option<T>;
    type OptionInnerType = Option<T>;
    const IS_OPTION: bool = true;

    fn name(config: &Config) -> String {
        Option::<T>::name(config)
    }

    fn inline(config: &Config) -> String {
        Option::<T>::inline(config)
    }

    fn visit_dependencies(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_dependencies(visitor);
    }

    fn visit_generics(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_generics(visitor);
        visitor.visit::<T>();
    }
}

/// With `#[ts(optional)]`, what remains of the type is what it is when the key is there.
impl<T> IsOption for Patch<T> {
    type Inner = Option<T>;
}
