//! Who hears of what is wrong: nobody, at once, or a list.

use crate::issue::{Issue, Reason, Segment};

/// The optimistic walk met something it does not like, and ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doubt;

impl From<crate::json::Malformed> for Doubt {
    fn from(_: crate::json::Malformed) -> Doubt {
        Doubt
    }
}

/// How many issues an answer lists.
pub(crate) const MAX_ISSUES: usize = 100;

/// How many keys an issue lists, and how many bytes it keeps of each.
const MAX_KEYS: usize = 20;
const MAX_KEY_LENGTH: usize = 100;

/// What may have been found in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Finding {
    /// It breaks a rule.
    Issue,
    /// It is not of its type: rules of the application cannot see it.
    Fault,
}

/// What a walk tells of the issues it meets.
pub(crate) trait Report {
    /// Whether speed is worth more than size.
    const IS_HOT: bool;

    /// The value at the current path breaks a rule.
    fn issue(&mut self, reason: impl FnOnce() -> Reason) -> Result<(), Doubt>;

    /// The value at the current path is not of its type: rules of the application cannot see it.
    fn fault(&mut self, reason: impl FnOnce() -> Reason) -> Result<(), Doubt>;

    /// A broken rule, listed where the walk was when it asked for the mark.
    fn issue_at(&mut self, mark: usize, reason: impl FnOnce() -> Reason) -> Result<(), Doubt>;

    /// An object has a key that no field has; `first` is the object's mark of its first such.
    fn unknown_key(&mut self, first: &mut Option<usize>, key: &[u8]) -> Result<(), Doubt>;

    /// A place in the list of issues: between those so far and those to come.
    fn mark(&self) -> usize;

    /// How many faults there were, listed or not.
    fn faults(&self) -> usize;

    /// The worst that was found in a field of the object at the current path, up to the mark.
    fn worst(&self, field: &'static str, mark: usize) -> Option<Finding>;

    /// Goes one step down in the input.
    fn enter(&mut self, segment: Segment);

    /// Goes back up.
    fn leave(&mut self);
}

/// The reporter of the optimistic walk: any issue ends it.
pub(crate) struct Optimist;

impl Report for Optimist {
    const IS_HOT: bool = true;

    #[inline(always)]
    fn issue(&mut self, _: impl FnOnce() -> Reason) -> Result<(), Doubt> {
        Err(Doubt)
    }

    #[inline(always)]
    fn fault(&mut self, _: impl FnOnce() -> Reason) -> Result<(), Doubt> {
        Err(Doubt)
    }

    #[inline(always)]
    fn issue_at(&mut self, _: usize, _: impl FnOnce() -> Reason) -> Result<(), Doubt> {
        Err(Doubt)
    }

    #[inline(always)]
    fn unknown_key(&mut self, _: &mut Option<usize>, _: &[u8]) -> Result<(), Doubt> {
        Err(Doubt)
    }

    #[inline(always)]
    fn mark(&self) -> usize {
        0
    }

    #[inline(always)]
    fn faults(&self) -> usize {
        0
    }

    #[inline(always)]
    fn worst(&self, _: &'static str, _: usize) -> Option<Finding> {
        None
    }

    #[inline(always)]
    fn enter(&mut self, _: Segment) {}

    #[inline(always)]
    fn leave(&mut self) {}
}

/// The reporter of the diagnosing walk: it lists the issues with their paths.
#[derive(Default)]
pub(crate) struct Diagnosis {
    path: Vec<Segment>,
    pub(crate) issues: Vec<Issue>,
    /// What each of the issues is.
    findings: Vec<Finding>,
    /// How many issues there were, listed or not.
    count: usize,
    faults: usize,
}

impl Diagnosis {
    pub(crate) fn is_truncated(&self) -> bool {
        self.count > self.issues.len()
    }

    fn list(&mut self, mark: usize, finding: Finding, reason: impl FnOnce() -> Reason) {
        self.count += 1;
        if self.issues.len() < MAX_ISSUES {
            let issue = Issue { path: self.path.clone(), reason: reason() };
            self.issues.insert(mark, issue);
            self.findings.insert(mark, finding);
        }
    }
}

impl Report for Diagnosis {
    const IS_HOT: bool = false;

    fn issue(&mut self, reason: impl FnOnce() -> Reason) -> Result<(), Doubt> {
        self.issue_at(self.mark(), reason)
    }

    fn fault(&mut self, reason: impl FnOnce() -> Reason) -> Result<(), Doubt> {
        self.faults += 1;
        self.list(self.mark(), Finding::Fault, reason);
        Ok(())
    }

    fn issue_at(&mut self, mark: usize, reason: impl FnOnce() -> Reason) -> Result<(), Doubt> {
        self.list(mark, Finding::Issue, reason);
        Ok(())
    }

    fn unknown_key(&mut self, first: &mut Option<usize>, key: &[u8]) -> Result<(), Doubt> {
        let text = || {
            let text = String::from_utf8_lossy(key);
            text.get(..text.floor_char_boundary(MAX_KEY_LENGTH)).unwrap_or_default().to_owned()
        };
        match first {
            None => {
                *first = Some(self.mark());
                self.fault(|| Reason::UnrecognizedKeys { keys: vec![text()] })
            }
            Some(mark) => {
                if let Some(Issue { reason: Reason::UnrecognizedKeys { keys }, .. }) = self.issues.get_mut(*mark)
                    && keys.len() < MAX_KEYS
                {
                    keys.push(text());
                }
                Ok(())
            }
        }
    }

    fn mark(&self) -> usize {
        self.issues.len()
    }

    fn faults(&self) -> usize {
        self.faults
    }

    fn worst(&self, field: &'static str, mark: usize) -> Option<Finding> {
        if self.is_truncated() {
            // It may be among what was not listed.
            return Some(Finding::Fault);
        }
        let is_there = |issue: &Issue| {
            let below = issue.path.strip_prefix(self.path.as_slice());
            below.is_some_and(|below| below.first() == Some(&Segment::Key(field)))
        };
        let found = self.issues[..mark].iter().zip(&self.findings).filter(|(issue, _)| is_there(issue));
        found.map(|(_, finding)| *finding).max()
    }

    fn enter(&mut self, segment: Segment) {
        self.path.push(segment);
    }

    fn leave(&mut self) {
        self.path.pop();
    }
}
