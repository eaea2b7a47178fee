//! What is a URL, by the test data of the URL standard, asked where the host's parser decides.
#![cfg(target_arch = "wasm32")]

use portcullis::formats::URL;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_standards_own_cases() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../data/urltestdata.json")).unwrap();
    let absolute = cases.iter().filter(|case| case.is_object() && case["base"].is_null());
    let wrong: Vec<&str> = absolute
        .filter_map(|case| {
            let input = case["input"].as_str()?;
            ((URL.check)(input.as_bytes()) != case["failure"].is_null()).then_some(input)
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}
