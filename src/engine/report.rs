//! What a walk tells of the issues it meets: nothing but doubt, at once, or a list.

use crate::issue::{Issue, Reason, Segment, Step, cut};

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

/// How many keys an issue lists.
const MAX_KEYS: usize = 20;

/// What may have been found in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Finding {
    /// It breaks a rule.
    Issue,
    /// It is not of its type, though serde would take it.
    Narrowed,
    /// It is not of its type: rules of the application cannot see it.
    Fault,
}

/// Where a walk reports.
///
/// The walk does not say where it goes, only what it leaves, and that only while issues are listed:
/// paths grow from their ends. How many arrays and objects are open then, its *depth*, tells what
/// was found inside of what it leaves.
#[derive(Debug)]
pub(crate) struct Report {
    /// Whether issues are listed. If not, the first one ends the walk.
    lists: bool,
    entries: Vec<Entry>,
    /// How many issues there were, listed or not.
    count: usize,
    /// The values at smaller depths that are being walked have a fault in them.
    broken: u32,
    /// How many faults there were, without what was narrowed.
    pub(crate) faults: usize,
}

/// An issue in the list.
#[derive(Debug)]
struct Entry {
    issue: Issue,
    finding: Finding,
    /// The depth of the value that its path starts from; [`NEW`] if it is the one being walked.
    depth: u32,
}

/// Beyond all depths.
const NEW: u32 = u32::MAX;

impl Report {
    /// Any issue ends the walk.
    pub(crate) const fn optimistic() -> Report {
        Report { lists: false, entries: Vec::new(), count: 0, broken: 0, faults: 0 }
    }

    /// The walk goes on, and issues are listed with their paths.
    pub(crate) fn diagnosing() -> Report {
        Report { lists: true, ..Report::optimistic() }
    }

    /// Whether issues are listed.
    #[inline(always)]
    pub(crate) fn lists(&self) -> bool {
        self.lists
    }

    /// The issues, and whether there were more.
    pub(crate) fn finish(self) -> (Vec<Issue>, bool) {
        let truncated = self.is_truncated();
        let issues = self.entries.into_iter().map(|Entry { mut issue, .. }| {
            issue.path.reverse();
            issue
        });
        (issues.collect(), truncated)
    }

    fn is_truncated(&self) -> bool {
        self.count > self.entries.len()
    }

    /// Something is wrong: ends the walk unless issues are listed. Whoever needs memory for a reason
    /// asks before.
    #[inline(always)]
    pub(crate) fn doubt(&self) -> Result<(), Doubt> {
        if self.lists { Ok(()) } else { Err(Doubt) }
    }

    /// The value being walked breaks a rule.
    #[cold]
    #[inline(never)]
    pub(crate) fn issue(&mut self, reason: Reason) -> Result<(), Doubt> {
        self.found(self.mark(), Finding::Issue, reason)
    }

    /// The value being walked is not of its type.
    #[cold]
    #[inline(never)]
    pub(crate) fn fault(&mut self, reason: Reason) -> Result<(), Doubt> {
        self.found(self.mark(), Finding::Fault, reason)
    }

    /// Either of them, listed where the walk was when it asked for the mark.
    #[cold]
    #[inline(never)]
    pub(crate) fn found(&mut self, mark: usize, finding: Finding, reason: Reason) -> Result<(), Doubt> {
        self.faults += usize::from(finding == Finding::Fault);
        self.doubt()?;
        if finding != Finding::Issue {
            self.broken = NEW;
        }
        self.count += 1;
        if self.entries.len() < MAX_ISSUES {
            let issue = Issue { path: Vec::new(), reason };
            self.entries.insert(mark, Entry { issue, finding, depth: NEW });
        }
        Ok(())
    }

    /// The object at this depth has a key that no field has; `first` is the mark of its first such.
    #[cold]
    pub(crate) fn unknown_key(
        &mut self,
        depth: u32,
        finding: Finding,
        first: &mut Option<usize>,
        key: &[u8],
    ) -> Result<(), Doubt> {
        let mark = match *first {
            Some(mark) => mark,
            None => {
                let mark = *first.insert(self.mark());
                self.found(mark, finding, Reason::UnrecognizedKeys { keys: Vec::new() })?;
                self.leave(depth, None);
                mark
            }
        };
        if let Some(Entry { issue: Issue { reason: Reason::UnrecognizedKeys { keys }, .. }, .. }) =
            self.entries.get_mut(mark)
            && keys.len() < MAX_KEYS
        {
            // The syntax is known to be right, and so is the UTF-8.
            keys.push(cut(key));
        }
        Ok(())
    }

    /// What was found since the mark is about a key of a map: makes one issue of it.
    #[cold]
    #[inline(never)]
    pub(crate) fn found_in_key(&mut self, mark: usize) {
        let mut finding = Finding::Issue;
        let mut issues = Vec::new();
        while self.entries.len() > mark
            && let Some(entry) = self.entries.pop()
        {
            finding = finding.max(entry.finding);
            issues.insert(0, entry.issue);
        }
        if let Some(others) = issues.len().checked_sub(1) {
            self.count -= others;
            let issue = Issue { path: Vec::new(), reason: Reason::InvalidKey { origin: "record", issues } };
            self.entries.push(Entry { issue, finding, depth: NEW });
        }
    }

    /// Takes over what was found in the value being walked, a member of what is open at this depth.
    pub(crate) fn adopt(&mut self, other: Report, depth: u32) {
        if other.is_broken(depth) {
            self.broken = NEW;
        }
        self.count += other.count;
        let room = MAX_ISSUES.saturating_sub(self.entries.len());
        self.entries.extend(other.entries.into_iter().take(room));
    }

    /// Whether what was found in a value speaks less against it than what another report has: that
    /// it is of another JSON type most of all, and then the number of issues.
    pub(crate) fn is_nearer_than(&self, other: &Report) -> bool {
        let is_of_another_type =
            |entry: &Entry| entry.issue.path.is_empty() && matches!(entry.issue.reason, Reason::InvalidType { .. });
        let rank = |report: &Report| (report.entries.iter().any(is_of_another_type), report.count);
        rank(self) < rank(other)
    }

    /// A place in the list of issues: between those so far and those to come.
    #[inline(always)]
    pub(crate) fn mark(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is a fault in the value being walked, a member of what is open at this depth.
    pub(crate) fn is_broken(&self, depth: u32) -> bool {
        self.broken > depth
    }

    /// The worst that was found in a field of the object at this depth, up to the mark.
    pub(crate) fn worst(&self, depth: u32, field: &'static str, mark: usize) -> Option<Finding> {
        if self.is_truncated() {
            // It may be among what was not listed.
            return Some(Finding::Fault);
        }
        let of_object = self.entries[..mark].iter().rev().take_while(|entry| entry.depth >= depth - 1);
        let found =
            of_object.filter(|entry| matches!(entry.issue.path.last(), Some(Segment::Key(key)) if key == field));
        found.map(|entry| entry.finding).max()
    }

    /// The walk leaves a field or item of what is open at this depth.
    pub(crate) fn leave_by(&mut self, depth: u32, step: Step) {
        // Mostly nothing was found anywhere.
        if !self.entries.is_empty() {
            self.leave(depth, Some(step.into()));
        }
    }

    /// The walk leaves a member of what is open at this depth; without a segment, what it has found
    /// is about the open array or object itself.
    pub(crate) fn leave(&mut self, depth: u32, segment: Option<Segment>) {
        self.broken = self.broken.min(depth);
        let inside = self.entries.iter_mut().rev().take_while(|entry| entry.depth >= depth);
        for entry in inside {
            entry.issue.path.extend(segment.clone());
            entry.depth = depth - 1;
        }
    }
}
