//! Text: normalised in place, checked, and noted on the tape.

use crate::engine::mismatch::Suspect;
use crate::engine::report::Doubt;
use crate::engine::tape::NULL;
use crate::engine::walk::{UTF16, Walk};
use crate::issue::{Limit, Literal, Origin, Reason};
use crate::json::{Text, as_text};
use crate::normalize::{is_collapsed, margins};
use crate::plan::{Limits, Normalization, Spelling, TextAsks, TextPlan};
use crate::schema::{Choices, Normalize, Rule, Unit};

/// A text value: where it is, and where JavaScript finds it.
pub(super) struct Span {
    pub(super) text: Text,
    /// Its start in UTF-16 code units.
    pub(super) utf16: u32,
    /// Whether it is in what was appended.
    pub(super) appended: bool,
}

impl Walk {
    /// Reads a string that is no text of its own: a key, or the name of a variant.
    #[inline(never)]
    pub(super) fn name(&mut self) -> Result<Text, Doubt> {
        let text = self.input.unescaped_string()?;
        self.rewritten |= text.escaped;
        self.meet(text.ascii, text.shrink());
        Ok(text)
    }

    /// Walks a string.
    #[inline(always)]
    pub(super) fn text(&mut self, plan: &'static TextPlan, slot: usize) -> Result<(), Doubt> {
        let text = self.input.string()?;
        self.found_text(plan, slot, text)
    }

    /// Walks a string that was moved over, up to its first escape.
    #[inline(always)]
    pub(super) fn found_text(&mut self, plan: &'static TextPlan, slot: usize, text: Text) -> Result<(), Doubt> {
        let is_normal = match plan.normalization {
            Some(steps) => self.is_normal(steps, text),
            None => true,
        };
        if text.escaped || !is_normal {
            return self.change(plan, slot, text);
        }
        let utf16 = (text.start as u32).wrapping_sub(self.shrink);
        self.meet(text.ascii, text.shrink());
        self.accept(plan, slot, Span { text, utf16, appended: self.appended.is_here })
    }

    /// The same for a string that has to be changed first.
    ///
    /// That this is a call of its own keeps the numbers of a plain string in registers.
    #[inline(never)]
    fn change(&mut self, plan: &'static TextPlan, slot: usize, text: Text) -> Result<(), Doubt> {
        let utf16 = (text.start as u32).wrapping_sub(self.shrink);
        let text = if text.escaped { self.input.unescape(text)? } else { text };
        self.rewritten |= text.escaped;
        self.meet(text.ascii, text.shrink());
        let mut span = Span { text, utf16, appended: self.appended.is_here };
        for step in plan.normalization.iter().flat_map(|normalization| &normalization.steps) {
            if matches!(step, Normalize::EmptyAsNull) && span.text.bytes() == 0 {
                self.tape.set(slot, NULL);
                return Ok(());
            }
            span = self.normalize(step, span)?;
        }
        self.accept(plan, slot, span)
    }

    /// Whether the normalisation would certainly change nothing.
    #[inline(always)]
    fn is_normal(&self, plan: &Normalization, text: Text) -> bool {
        let bytes = self.input.span(text.start, text.end());
        let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
            return !plan.empties;
        };
        let has_margin = |byte: u8| byte <= b' ' || byte >= 0x80;
        let may_trim = plan.trims && (has_margin(first) || has_margin(last));
        let may_lower = plan.lowers && (self.input.has_capitals(text.start, text.end()) || !text.ascii);
        !may_trim && !may_lower && !plan.rewrites
    }

    /// Notes a text on the tape and checks its rules.
    #[inline(always)]
    fn accept(&mut self, plan: &'static TextPlan, slot: usize, span: Span) -> Result<(), Doubt> {
        let text = span.text;
        self.note(slot, span);
        let length = text.chars();
        if !plan.chars.contain(length) {
            self.wrong_size(plan.chars, length, "chars")?;
        }
        match &plan.asks {
            Some(asks) => self.text_rules(asks, text),
            None => Ok(()),
        }
    }

    /// Notes a text on the tape.
    #[inline(always)]
    pub(super) fn note(&mut self, slot: usize, span: Span) {
        let Span { text, utf16, appended } = span;
        self.tape.set_halves(slot, text.start, text.end());
        if UTF16 && self.tape.is_wide() {
            self.tape.set_utf16(slot, utf16, utf16.wrapping_add(text.utf16()));
        }
        if appended {
            self.note_appended(slot, text.bytes() == 0);
        }
    }

    /// An empty text needs nothing of what was appended: it is where every text starts.
    #[cold]
    fn note_appended(&mut self, slot: usize, is_empty: bool) {
        if is_empty {
            self.tape.set_constant(slot, 0);
        } else {
            self.appended.slots.push(slot);
        }
    }

    #[inline(never)]
    fn text_rules(&mut self, asks: &'static TextAsks, text: Text) -> Result<(), Doubt> {
        let bytes = self.input.span(text.start, text.end());
        match asks.spelling {
            Spelling::Free => {}
            Spelling::Format(format) => {
                if !(format.check)(bytes) {
                    let finding = self.narrowed(Suspect::Spelling(format, text));
                    return self.report.found(self.report.mark(), finding, Reason::InvalidFormat { format });
                }
            }
            Spelling::Decimal(format, ref limits) => {
                let units = format.read(bytes);
                if !units.is_some_and(|units| limits.contains(units)) {
                    self.wrong_decimal(format, limits, units)?;
                }
            }
        }
        asks.rules.iter().try_for_each(|rule| self.text_rule(rule, text))
    }

    fn text_rule(&mut self, rule: &'static Rule, text: Text) -> Result<(), Doubt> {
        let bytes = self.input.span(text.start, text.end());
        let reason = match *rule {
            Rule::Format(format) if !(format.check)(bytes) => Reason::InvalidFormat { format },
            Rule::Pattern(pattern) if !pattern.matches(bytes) => {
                Reason::Mismatch { format: "regex", pattern: pattern.source }
            }
            Rule::Contains(includes) if !contains(bytes, includes.as_bytes()) => {
                Reason::NotIncluded { format: "includes", includes }
            }
            Rule::Prefix(prefix) if !bytes.starts_with(prefix.as_bytes()) => {
                Reason::WrongStart { format: "starts_with", prefix }
            }
            Rule::Suffix(suffix) if !bytes.ends_with(suffix.as_bytes()) => {
                Reason::WrongEnd { format: "ends_with", suffix }
            }
            Rule::OneOf(Choices::Texts(texts), _) if texts.iter().all(|text| text.as_bytes() != bytes) => {
                Reason::InvalidValue { values: texts.iter().copied().map(Literal::Text).collect() }
            }
            Rule::Length { unit, minimum, maximum } => {
                let (length, unit) = match unit {
                    Unit::Bytes => (text.bytes(), "bytes"),
                    Unit::Decoded(count) => (count(bytes) as u32, "bytes"),
                    Unit::Utf16 => (text.utf16(), "utf16"),
                    Unit::Graphemes(count) => (count(self.str(text)?) as u32, "graphemes"),
                    // These are limits of the plan.
                    Unit::Chars | Unit::Items => return Ok(()),
                };
                let limits = Limits { minimum, maximum };
                return if limits.contain(length) { Ok(()) } else { self.wrong_size(limits, length, unit) };
            }
            _ => return Ok(()),
        };
        self.report.issue(reason)
    }

    #[cold]
    #[inline(never)]
    fn wrong_size(&mut self, limits: Limits, length: u32, unit: &'static str) -> Result<(), Doubt> {
        self.report.issue(length_issue(Origin::String, limits, length, Some(unit)))
    }

    fn normalize(&mut self, normalize: &'static Normalize, span: Span) -> Result<Span, Doubt> {
        let bytes = self.input.span_mut(span.text.start, span.text.end());
        match *normalize {
            Normalize::Trim => return Ok(self.trim(span)),
            Normalize::Lowercase(change) | Normalize::Uppercase(change) | Normalize::Nfc(change)
                if !span.text.ascii =>
            {
                return self.rewrite(change, span);
            }
            Normalize::CollapseWhitespace(change) if !is_collapsed(bytes) => return self.rewrite(change, span),
            Normalize::Lowercase(_) | Normalize::LowercaseAscii => bytes.make_ascii_lowercase(),
            Normalize::Uppercase(_) | Normalize::UppercaseAscii => bytes.make_ascii_uppercase(),
            Normalize::Nfc(_) | Normalize::CollapseWhitespace(_) | Normalize::EmptyAsNull | Normalize::Inner(_) => {
                return Ok(span);
            }
        }
        self.rewritten = true;
        Ok(span)
    }

    /// Only the span moves: the white space stays where it is.
    fn trim(&self, span: Span) -> Span {
        let bytes = self.input.span(span.text.start, span.text.end());
        let (start, end) = margins(bytes);
        let utf16 = span.utf16.wrapping_add(Text::of(&bytes[..start], 0).utf16());
        Span { text: span.text.cut(bytes, start, end), utf16, ..span }
    }

    /// Text whose length may change, in bytes or in code units, is appended.
    fn rewrite(&mut self, change: fn(&str) -> String, span: Span) -> Result<Span, Doubt> {
        let changed = change(self.str(span.text)?);
        if changed.as_bytes() == self.input.span(span.text.start, span.text.end()) {
            return Ok(span);
        }
        let (start, utf16) = self.append(changed.as_bytes());
        let text = Text::of(changed.as_bytes(), start);
        Ok(Span { text, utf16, appended: true })
    }

    /// The text as a `str`, if it is valid UTF-8.
    fn str(&self, text: Text) -> Result<&str, Doubt> {
        as_text(self.input.span(text.start, text.end())).ok_or(Doubt)
    }
}

/// Whether a text has a part, in linear time: the part is as short as the application wrote it.
fn contains(text: &[u8], part: &[u8]) -> bool {
    part.is_empty() || text.windows(part.len()).any(|window| window == part)
}

/// Too short or too long.
#[cold]
pub(super) fn length_issue(origin: Origin, limits: Limits, length: u32, unit: Option<&'static str>) -> Reason {
    let exact = limits.minimum == limits.maximum;
    if length < limits.minimum {
        let minimum = Limit::Integer(limits.minimum.into());
        Reason::TooSmall { origin, minimum, inclusive: true, exact, unit }
    } else {
        let maximum = Limit::Integer(limits.maximum.into());
        Reason::TooBig { origin, maximum, inclusive: true, exact, unit }
    }
}
