//! What users see when a payload cannot be honoured: each file in `ui` beside the errors it must
//! give. `TRYBUILD=overwrite cargo test --test ui` writes them anew; read them as a user would.

#[test]
fn errors_name_the_mend() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    cases.compile_fail("tests/ui/*.rs");
}
