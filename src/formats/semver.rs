//! Versions of software.

use super::Format;

/// A version by [Semantic Versioning 2.0.0]: three numbers, perhaps a pre-release, perhaps a build. No `v`
/// before it.
///
/// [Semantic Versioning 2.0.0]: https://semver.org/spec/v2.0.0.html
pub static SEMVER: Format = Format { name: "semver", message: "Must be a version like 1.4.0", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let (rest, build) = cut(text, b'+');
    let (core, pre_release) = cut(rest, b'-');
    let mut numbers = 0;
    let is_core = core.split(|&byte| byte == b'.').inspect(|_| numbers += 1).all(is_number);
    let is_pre_release = |identifier: &[u8]| {
        is_identifier(identifier) && (is_number(identifier) || !identifier.iter().all(u8::is_ascii_digit))
    };
    is_core
        && numbers == 3
        && pre_release.is_none_or(|all| all.split(|&byte| byte == b'.').all(is_pre_release))
        && build.is_none_or(|all| all.split(|&byte| byte == b'.').all(is_identifier))
}

/// What is before the first of these bytes, and behind it.
fn cut(text: &[u8], at: u8) -> (&[u8], Option<&[u8]>) {
    match text.iter().position(|&byte| byte == at) {
        Some(place) => (&text[..place], Some(&text[place + 1..])),
        None => (text, None),
    }
}

/// Digits without a leading zero.
fn is_number(text: &[u8]) -> bool {
    matches!(text, [b'0'] | [b'1'..=b'9', ..]) && text.iter().all(u8::is_ascii_digit)
}

fn is_identifier(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::check;

    /// Of the kinds that the specification allows and forbids.
    #[test]
    fn versions_that_the_specification_names() {
        for version in [
            "0.0.4",
            "1.2.3",
            "10.20.30",
            "1.1.2-prerelease+meta",
            "1.1.2+meta",
            "1.1.2+meta-valid",
            "1.0.0-alpha",
            "1.0.0-beta",
            "1.0.0-alpha.beta",
            "1.0.0-alpha.beta.1",
            "1.0.0-alpha.1",
            "1.0.0-alpha0.valid",
            "1.0.0-alpha.0valid",
            "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay",
            "1.0.0-rc.1+build.1",
            "2.0.0-rc.1+build.123",
            "1.2.3-beta",
            "10.2.3-DEV-SNAPSHOT",
            "1.2.3-SNAPSHOT-123",
            "2.0.0+build.1848",
            "2.0.1-alpha.1227",
            "1.0.0-alpha+beta",
            "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
            "1.2.3----R-S.12.9.1--.12+meta",
            "1.0.0+0.build.1-rc.10000aaa-kk-0.1",
            "99999999999999999999999.999999999999999999.99999999999999999",
            "1.0.0-0A.is.legal",
        ] {
            assert!(check(version.as_bytes()), "{version}");
        }
        for other in [
            "",
            "1",
            "1.2",
            "1.2.3-0123",
            "1.2.3-0123.0123",
            "1.1.2+.123",
            "+invalid",
            "-invalid",
            "-invalid+invalid",
            "-invalid.01",
            "alpha",
            "alpha.beta",
            "alpha.1",
            "alpha+beta",
            "alpha_beta",
            "alpha.",
            "alpha..",
            "1.0.0-alpha_beta",
            "-alpha.",
            "1.0.0-alpha..",
            "1.0.0-alpha..1",
            "1.0.0-alpha...1",
            "01.1.1",
            "1.01.1",
            "1.1.01",
            "1.2.3.DEV",
            "1.2-SNAPSHOT",
            "1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788",
            "1.2-RC-SNAPSHOT",
            "-1.0.3-gamma+b7718",
            "+justmeta",
            "9.8.7+meta+meta",
            "9.8.7-whatever+meta+meta",
            "v1.2.3",
            "1.2.3 ",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
