//! JSON Web Tokens, by their shape.

use super::Format;
use super::base64::is_base64url;

/// A signed JSON Web Token in its compact form: header, payload and signature in base64url, none of them
/// empty, with dots between them ([RFC 7515], section 3.1). Whether the signature is right takes a key,
/// and is not looked at; nor is what the parts hold.
///
/// [RFC 7515]: https://www.rfc-editor.org/rfc/rfc7515#section-3.1
pub static JWT: Format = Format { name: "jwt", message: "Must be a JSON Web Token", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let mut parts = 0;
    let mut all = text.split(|&byte| byte == b'.').inspect(|_| parts += 1);
    all.all(|part| !part.is_empty() && is_base64url(part)) && parts == 3
}

#[cfg(test)]
mod tests {
    use super::check;

    /// RFC 7515, appendix A.1.
    const SIGNED: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
        eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
        dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    #[test]
    fn the_example_of_the_standard() {
        assert!(check(SIGNED.as_bytes()));
    }

    #[test]
    fn only_three_parts() {
        let unsigned = SIGNED.rsplit_once('.').unwrap().0;
        for text in [
            "",
            "..",
            "e30.e30",
            unsigned,
            &format!("{unsigned}."),
            &format!("{SIGNED}.e30"),
            "e30.e30.a=",
            "e30.e30.a",
            "e30 .e30.e30",
        ] {
            assert!(!check(text.as_bytes()), "{text}");
        }
    }
}
