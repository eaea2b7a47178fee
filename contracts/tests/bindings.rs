//! bindings/ has the TypeScript types of the contracts, as `cargo xtask build` wrote them.

use std::collections::BTreeSet;
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

    let (committed, fresh) = (files(&committed), files(fresh.path()));
    let drifted: BTreeSet<&String> = committed.symmetric_difference(&fresh).map(|(name, _)| name).collect();
    assert!(drifted.is_empty(), "run `cargo xtask build`: bindings/ is not up to date in {drifted:?}");
}

/// The files of a folder, with what is in them.
fn files(folder: &Path) -> BTreeSet<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).unwrap()))
        .collect()
}
