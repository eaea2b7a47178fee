//! `portcullis build`, from a crate in a folder of its own to a package that runs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use self::project::{Project, repository};

mod host;
mod project;
mod traps;
#[cfg(unix)]
mod watch;

/// A program that npm has installed somewhere in the repository, or that a variable names.
///
/// In CI it must be there; elsewhere its part of a test is skipped.
fn installed(variable: &str, name: &str) -> Option<PathBuf> {
    let found = env::var_os(variable).map(PathBuf::from).or_else(|| {
        ["runtime", "xtask", "tests/runtimes", "deno-example"]
            .iter()
            .map(|folder| repository().join(folder).join("node_modules/.bin").join(name))
            .find(|path| path.exists())
    });
    if found.is_none() {
        assert!(env::var_os("CI").is_none(), "{name} is not installed");
        eprintln!("skipped: {name} is not installed");
    }
    found
}

#[test]
fn the_package_of_a_crate_runs_and_has_types() {
    let project = Project::new("shop-contracts", include_str!("payloads.rs"));
    project.write("package/README.md", "Kept.");
    project.write("package/package.json", r#"{"name": "@shop/contracts"}"#);
    project.write("use.mjs", include_str!("use.mjs"));
    project.write("types.ts", include_str!("types.ts"));
    project.write("package.json", r#"{"type": "module"}"#);

    let said = project.builds();
    assert!(said.contains("2 payloads in "), "{said}");
    let package = project.package();
    let text = |path: &str| String::from_utf8(package[&project.path(path)].clone()).unwrap();
    assert_eq!(text("package/README.md"), "Kept.");
    assert!(text("package/package.json").contains("\"name\": \"@shop/contracts\""));
    assert!(text("package/payloads/Order.d.ts").contains("/**\n * What a customer sends.\n */\nexport type Order"));

    project.run(Path::new("node"), &["use.mjs"]);
    if let Some(deno) = installed("PORTCULLIS_DENO", "deno") {
        project.run(&deno, &["run", "--no-prompt", "use.mjs"]);
        project.run(&deno, &["check", "types.ts"]);
    }
    if let Some(tsc) = installed("PORTCULLIS_TSC", "tsc") {
        for resolution in [["--module", "nodenext"], ["--moduleResolution", "bundler"]] {
            let options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2024,dom"];
            let modules = ["--types", "", "types.ts"];
            project.run(&tsc, &[&options[..], &resolution, &modules].concat());
        }
        // The generated modules themselves.
        let options = ["--noEmit", "--strict", "--allowJs", "--checkJs", "--target", "es2022"];
        let modules = ["--lib", "es2024,dom", "--module", "nodenext", "--types", ""];
        project.run(&tsc, &[&options[..], &modules, &["package/readers.js", "package/writers.js"]].concat());
    }

    // Nothing of this machine is in it, and the same crate gives the same bytes.
    for place in [repository(), project.folder.path(), Path::new("registry/src")] {
        let place = place.to_str().unwrap().as_bytes();
        for (path, bytes) in &package {
            let is_inside = bytes.windows(place.len()).any(|window| window == place);
            assert!(!is_inside, "{} names a path of this machine", path.display());
        }
    }
    project.write("package/payloads/Gone.js", "");
    project.builds();
    assert!(project.package() == package, "a second build differs");
}

#[test]
fn a_crate_without_contracts_is_told_what_is_missing() {
    let project = Project::new("no-contracts", "pub struct Order;");
    let said = project.is_refused();
    assert!(
        said.ends_with(
            "error: `no-contracts` lists no payloads: add `portcullis::contracts! { … }` to its src/lib.rs\n"
        ),
        "{said}"
    );
}

#[test]
fn errors_of_the_crate_are_shown_as_cargo_shows_them() {
    let project = Project::new("broken", "pub fn order() -> u8 {\n    \"none\"\n}\n");
    let said = project.is_refused();
    assert!(said.contains("error[E0308]: mismatched types"), "{said}");
    assert!(said.contains("src/lib.rs:2:5"), "{said}");
    assert!(said.ends_with("error: `broken` does not compile\n"), "{said}");
}

#[test]
fn types_of_one_name_cannot_share_a_package() {
    let source = "
        mod other {
            #[portcullis::payload]
            pub struct Order { #[garde(skip)] pub id: u8 }
        }
        #[portcullis::payload]
        pub struct Order { #[garde(dive)] pub other: other::Order }
        portcullis::contracts! { Order }
    ";
    let said = Project::new("twins", source).is_refused();
    assert!(said.contains("error: two types are named `Order`"), "{said}");
}

#[test]
fn a_folder_of_someone_else_is_left_alone() {
    let project = Project::new("in-the-way", "");
    project.write("package/types/mine.ts", "");
    let said = project.is_refused();
    assert!(said.contains("holds a `types` that is no package's"), "{said}");
    assert!(project.path("package/types/mine.ts").exists());
}

#[test]
fn a_folder_without_a_crate_is_refused() {
    let project = Project::new("gone", "");
    fs::remove_file(project.path("crate/Cargo.toml")).unwrap();
    let said = project.is_refused();
    assert!(said.contains("is not a crate: it has no Cargo.toml"), "{said}");
}
