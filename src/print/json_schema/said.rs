//! What is said of a value beside its shape.

use crate::schema::{Normalize, Rule};

/// Normalisation and rules of one value.
#[derive(Clone, Debug, Default)]
pub(in crate::print) struct Said {
    pub(in crate::print) normalize: Vec<Normalize>,
    pub(in crate::print) rules: Vec<Rule>,
    /// Whether it is held by an `Option` that must have a value.
    pub(in crate::print) is_required: bool,
}

impl Said {
    pub(in crate::print) fn new(normalize: &[Normalize], rules: &[Rule]) -> Said {
        Said { normalize: normalize.to_vec(), rules: rules.to_vec(), is_required: false }
    }

    /// What is said of the items of a list, or of the values of a map.
    pub(in crate::print) fn of_items(&self) -> Said {
        let normalize =
            self.normalize.iter().flat_map(|step| if let Normalize::Inner(steps) = step { *steps } else { &[] });
        let rules = self.rules.iter().flat_map(|rule| if let Rule::Inner(rules) = rule { *rules } else { &[] });
        Said { normalize: normalize.copied().collect(), rules: rules.copied().collect(), is_required: false }
    }

    /// What is said of the value inside an `Option`. Rules look through it, but for those that see the
    /// `Option` itself.
    pub(in crate::print) fn of_inside(self) -> Said {
        let is_required = self.is_required || self.requires();
        let inner = self.of_items();
        let own = |rule: &Rule| !matches!(rule, Rule::Inner(_) | Rule::Required | Rule::Custom(_));
        let normalize = self.normalize.into_iter().filter(|step| !matches!(step, Normalize::Inner(_)));
        Said {
            normalize: normalize.chain(inner.normalize).collect(),
            rules: self.rules.into_iter().filter(own).chain(inner.rules).collect(),
            is_required,
        }
    }

    /// Whether an `Option` must have a value.
    pub(in crate::print) fn requires(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule, Rule::Required))
    }

    pub(in crate::print) fn empties(&self) -> bool {
        self.normalize.iter().any(|step| matches!(step, Normalize::EmptyAsNull))
    }

    pub(in crate::print) fn has_custom(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule, Rule::Custom(_) | Rule::Conversion(_)))
    }

    /// The least and the most length in what `measure` says of each rule.
    pub(in crate::print) fn lengths(
        &self,
        measure: impl Fn(&Rule) -> Option<(u32, u32)>,
    ) -> (Option<u32>, Option<u32>) {
        let limits: Vec<(u32, u32)> = self.rules.iter().filter_map(measure).collect();
        let least = limits.iter().map(|(least, _)| *least).max().filter(|least| *least > 0);
        let most = limits.iter().map(|(_, most)| *most).min().filter(|most| *most < u32::MAX);
        (least, most)
    }
}
