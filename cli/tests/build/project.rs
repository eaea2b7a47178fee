//! What is built in the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use tempfile::TempDir;

/// A crate in a temporary folder, whose only dependency is `portcullis`.
pub(crate) struct Project {
    pub(crate) folder: TempDir,
}

impl Project {
    pub(crate) fn new(name: &str, source: &str) -> Project {
        let project = Project { folder: tempfile::tempdir().unwrap() };
        let library = repository();
        project.write(
            "crate/Cargo.toml",
            &format!(
                "\
[package]
name = \"{name}\"
version = \"1.2.3\"
edition = \"2024\"

[dependencies]
portcullis = {{ path = {library:?} }}

[profile.dev]
debug = \"line-tables-only\"

[workspace]
"
            ),
        );
        project.write("crate/src/lib.rs", source);
        // The versions that are there already: nothing is downloaded or compiled twice.
        fs::copy(library.join("Cargo.lock"), project.path("crate/Cargo.lock")).unwrap();
        project
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn append(&self, path: &str, text: &str) {
        let old = fs::read_to_string(self.path(path)).unwrap();
        self.write(path, &(old + text));
    }

    /// When a file was last written.
    pub(crate) fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.path(path)).unwrap().modified().unwrap()
    }

    /// The command that builds its package.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portcullis"));
        command
            .arg("build")
            .arg(self.path("crate"))
            .arg("--out")
            .arg(self.path("package"))
            .current_dir(repository())
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap());
        command
    }

    /// Builds, and gives what was said.
    #[track_caller]
    pub(crate) fn builds(&self) -> String {
        let output = self.command().output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        said
    }

    /// Does not build, and gives what was said.
    #[track_caller]
    pub(crate) fn is_refused(&self) -> String {
        let output = self.command().output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{said}");
        assert!(!said.contains("panicked"), "{said}");
        assert!(!self.path("package/engine").exists(), "a package was written");
        said
    }

    /// Every file of the package, by its path.
    pub(crate) fn package(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.path("package")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    files.insert(path, bytes);
                }
            }
        }
        files
    }

    /// Runs a program in the project's folder.
    #[track_caller]
    pub(crate) fn run(&self, program: &Path, arguments: &[&str]) {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env("NO_COLOR", "1")
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        assert!(
            output.status.success(),
            "{} {arguments:?}\n{}{}",
            program.display(),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
