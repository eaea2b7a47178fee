//! What Rust's regular expressions have in common with ECMAScript's under the `u` flag and, since
//! HTML's `pattern` attribute has that one, the `v` flag. Whatever else Rust takes is refused with
//! another way to write it.

use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{
    self, AssertionKind, Ast, ClassBracketed, ClassPerl, ClassPerlKind, ClassSet, ClassSetItem, ErrorKind, GroupKind,
    HexLiteralKind, Literal, LiteralKind, RepetitionKind, Span, SpecialLiteralKind, Visitor,
};

/// What ECMAScript takes behind a backslash for itself, in a class `-` too.
const ESCAPABLE: &str = r"^$\.*+?()[]{}|/";
/// What the `v` flag wants behind a backslash in a class.
const ESCAPED_IN_CLASS: &str = r"()[]{}/-\|";
/// What the `v` flag refuses twice in a row in a class.
const NEVER_DOUBLE: &str = "&!#$%*+,.:;<=>?@^`~";

/// Says what is wrong with a pattern, if its meaning depends on where it is run.
pub fn check(pattern: &str) -> Result<(), String> {
    let ast = Parser::new().parse(pattern).map_err(|error| invalid(&error))?;
    ast::visit(&ast, Common { pattern })
}

fn invalid(error: &ast::Error) -> String {
    match error.kind() {
        ErrorKind::UnsupportedLookAround => {
            "a pattern is matched in one pass, which cannot look around: say what may stand there, \
             or write a function and say `custom(my_rule)`"
                .into()
        }
        ErrorKind::UnsupportedBackreference => {
            "a pattern is matched in one pass, which cannot refer back: say what may stand there, \
             or write a function and say `custom(my_rule)`"
                .into()
        }
        kind => format!("this is no regular expression: {kind} (at character {})", error.span().start.column),
    }
}

/// The visitor that refuses; an error is the message.
struct Common<'p> {
    pattern: &'p str,
}

impl Visitor for Common<'_> {
    type Output = ();
    type Err = String;

    fn finish(self) -> Result<(), String> {
        Ok(())
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), String> {
        match ast {
            Ast::Empty(_) | Ast::Alternation(_) | Ast::Concat(_) => Ok(()),
            Ast::Flags(flags) => Err(self.flags(&flags.span)),
            Ast::Literal(literal) => self.literal(literal),
            Ast::Dot(_) => {
                Err(r"ECMAScript's `.` leaves out other ends of lines than Rust's: say what is left out, `[^\n]`"
                    .into())
            }
            Ast::Assertion(assertion) => match assertion.kind {
                AssertionKind::StartLine | AssertionKind::EndLine => Ok(()),
                AssertionKind::StartText => Err(r"ECMAScript has no `\A`: write `^`".into()),
                AssertionKind::EndText => Err(r"ECMAScript has no `\z`: write `$`".into()),
                _ => Err(format!(
                    "`{}` is about Unicode's words in Rust and about ASCII's in ECMAScript: \
                     say what may stand there, such as `(?:^|[^0-9A-Za-z])`",
                    self.text(&assertion.span)
                )),
            },
            Ast::ClassUnicode(class) => Err(self.unicode(&class.span)),
            Ast::ClassPerl(class) => Err(perl(class)),
            Ast::ClassBracketed(class) => self.class(class),
            Ast::Repetition(repetition) => {
                let op = self.text(&repetition.op.span);
                match &*repetition.ast {
                    Ast::Repetition(_) | Ast::Assertion(_) => {
                        return Err(format!(
                            "ECMAScript takes no `{op}` behind `{}`: put that in `(?:..)`",
                            self.text(repetition.ast.span())
                        ));
                    }
                    _ => {}
                }
                match repetition.op.kind {
                    RepetitionKind::Range(_) if op.contains(char::is_whitespace) => {
                        Err(format!("ECMAScript takes no white space in `{op}`: remove it"))
                    }
                    _ => Ok(()),
                }
            }
            Ast::Group(group) => match &group.kind {
                GroupKind::CaptureIndex(_) => Ok(()),
                GroupKind::NonCapturing(flags) if flags.items.is_empty() => Ok(()),
                GroupKind::NonCapturing(flags) => Err(self.flags(&flags.span)),
                GroupKind::CaptureName { .. } => {
                    Err("a pattern gives nothing back, so its groups have no names: write `(?:..)`".into())
                }
            },
        }
    }
}

impl<'p> Common<'p> {
    fn text(&self, span: &Span) -> &'p str {
        &self.pattern[span.start.offset..span.end.offset]
    }

    fn flags(&self, span: &Span) -> String {
        format!(
            "ECMAScript has no flags such as `{}` in patterns: write out what it means, such as `[Aa]` for both cases",
            self.text(span)
        )
    }

    fn unicode(&self, span: &Span) -> String {
        format!(
            "what `{}` means changes with the version of Unicode, and ECMAScript's is another: \
             write the characters, such as `[A-Za-z\u{e0}-\u{ff}]`",
            self.text(span)
        )
    }

    fn literal(&self, literal: &Literal) -> Result<(), String> {
        match literal.kind {
            LiteralKind::Verbatim if matches!(literal.c, ']' | '}') => {
                Err(format!("ECMAScript takes no bare `{0}`: write `\\{0}`", literal.c))
            }
            LiteralKind::Meta | LiteralKind::Superfluous if !ESCAPABLE.contains(literal.c) => {
                Err(format!("ECMAScript takes no `\\{0}`: write `{0}`", literal.c))
            }
            _ => self.escape(literal),
        }
    }

    fn literal_in_class(&self, literal: &Literal) -> Result<(), String> {
        match literal.kind {
            LiteralKind::Verbatim if ESCAPED_IN_CLASS.contains(literal.c) => {
                Err(format!("ECMAScript's `v` flag takes no bare `{0}` in a class: write `\\{0}`", literal.c))
            }
            LiteralKind::Meta | LiteralKind::Superfluous if literal.c != '-' => self.literal(literal),
            _ => self.escape(literal),
        }
    }

    /// Escapes of characters by number or by letter.
    fn escape(&self, literal: &Literal) -> Result<(), String> {
        use HexLiteralKind::{UnicodeLong, X};

        match literal.kind {
            LiteralKind::HexFixed(UnicodeLong) | LiteralKind::HexBrace(X | UnicodeLong) | LiteralKind::Octal => {
                let number = u32::from(literal.c);
                Err(format!("ECMAScript has no `{}`: write `\\u{{{number:X}}}`", self.text(&literal.span)))
            }
            LiteralKind::Special(SpecialLiteralKind::Bell) => Err(r"ECMAScript has no `\a`: write `\x07`".into()),
            _ => Ok(()),
        }
    }

    fn class(&self, class: &ClassBracketed) -> Result<(), String> {
        let items = match &class.kind {
            ClassSet::Item(ClassSetItem::Union(union)) => union.items.as_slice(),
            ClassSet::Item(item) => std::slice::from_ref(item),
            ClassSet::BinaryOp(op) => {
                return Err(format!(
                    "ECMAScript's flags `u` and `v` do not agree on what `{}` means: write the characters that are left",
                    self.text(&op.span)
                ));
            }
        };
        let mut previous = None;
        for item in items {
            let (first, last) = match item {
                ClassSetItem::Literal(literal) => (literal, literal),
                ClassSetItem::Range(range) => (&range.start, &range.end),
                ClassSetItem::Perl(class) => return Err(perl(class)),
                ClassSetItem::Unicode(class) => return Err(self.unicode(&class.span)),
                ClassSetItem::Ascii(class) => {
                    return Err(format!(
                        "ECMAScript has no `{}`: write the characters, such as `A-Za-z`",
                        self.text(&class.span)
                    ));
                }
                ClassSetItem::Empty(_) | ClassSetItem::Bracketed(_) | ClassSetItem::Union(_) => {
                    return Err("ECMAScript's flags `u` and `v` do not agree on what a class in a class means: \
                                write one class with the characters of both"
                        .into());
                }
            };
            self.literal_in_class(first)?;
            self.literal_in_class(last)?;
            let [first, last] =
                [first, last].map(|literal| (literal.kind == LiteralKind::Verbatim).then_some(literal.c));
            if first.is_some_and(|first| previous == Some(first) && NEVER_DOUBLE.contains(first)) {
                let twice = first.unwrap_or_default();
                return Err(format!(
                    "ECMAScript's `v` flag takes no `{twice}{twice}` in a class: write `{twice}` once"
                ));
            }
            previous = last;
        }
        Ok(())
    }
}

fn perl(class: &ClassPerl) -> String {
    let (name, set) = match (&class.kind, class.negated) {
        (ClassPerlKind::Digit, false) => (r"\d", "[0-9]"),
        (ClassPerlKind::Digit, true) => (r"\D", "[^0-9]"),
        (ClassPerlKind::Word, false) => (r"\w", "[0-9A-Za-z_]"),
        (ClassPerlKind::Word, true) => (r"\W", "[^0-9A-Za-z_]"),
        (ClassPerlKind::Space, false) => (r"\s", r"[ \t\r\n]"),
        (ClassPerlKind::Space, true) => (r"\S", r"[^ \t\r\n]"),
    };
    format!("`{name}` stands for more characters in Rust than in ECMAScript: write `{set}`, or what you mean")
}
