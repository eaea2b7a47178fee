//! bindings/ has the TypeScript types of the contracts, as `cargo xtask build` wrote them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use portcullis::print::bindings;
use portcullis_contracts::CONTRACTS;

#[test]
fn bindings_are_up_to_date() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings");
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        bindings(&CONTRACTS, &committed).unwrap();
    }
    let fresh = tempfile::tempdir().unwrap();
    bindings(&CONTRACTS, fresh.path()).unwrap();
    assert_eq!(files(&committed), files(fresh.path()), "bindings/ is not up to date: run `cargo xtask build`");
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect()
}
