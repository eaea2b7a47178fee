//! The files that a package is made from, watched.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cargo_metadata::{Package, TargetKind};
use notify::{Event, EventHandler, RecommendedWatcher, RecursiveMode, Watcher};

/// What is watched, and what of it counts.
pub(super) struct Sources {
    watcher: RecommendedWatcher,
    watched: BTreeMap<PathBuf, RecursiveMode>,
    /// Every Rust file in these counts, a new one too.
    folders: BTreeSet<PathBuf>,
    /// These count wherever they are.
    files: BTreeSet<PathBuf>,
    /// What builds write: nothing in these counts.
    apart: Vec<PathBuf>,
}

impl Sources {
    pub(super) fn new(apart: Vec<PathBuf>, handler: impl EventHandler) -> Result<Sources> {
        let watcher = notify::recommended_watcher(handler).context("files cannot be watched")?;
        let (watched, folders, files) = Default::default();
        Ok(Sources { watcher, watched, folders, files, apart })
    }

    /// Adds the crates that are not downloaded but lie in folders of the user's.
    pub(super) fn add_crates(&mut self, packages: &[Package]) -> Result<()> {
        for package in packages.iter().filter(|package| package.source.is_none()) {
            let manifest = package.manifest_path.as_std_path();
            self.add_file(manifest.to_owned())?;
            for target in &package.targets {
                let is_library =
                    |kind: &TargetKind| matches!(kind, TargetKind::Lib | TargetKind::RLib | TargetKind::ProcMacro);
                if let Some(folder) = target.src_path.parent().filter(|_| target.kind.iter().any(is_library)) {
                    self.add_folder(folder.as_std_path(), manifest)?;
                }
            }
        }
        Ok(())
    }

    /// Adds what cargo has found to be read for something that it has built.
    pub(super) fn add_inputs(&mut self, artifact: &Path) -> Result<()> {
        let text = fs::read_to_string(artifact.with_extension("d")).unwrap_or_default();
        inputs(&text).into_iter().try_for_each(|file| self.add_file(file))
    }

    /// Adds a file, whether it is there or not.
    pub(super) fn add_file(&mut self, file: PathBuf) -> Result<()> {
        if self.is_apart(&file) {
            return Ok(());
        }
        // An editor may put another file in its place: only the folder sees that.
        if let Some(folder) = file.parent().filter(|folder| folder.is_dir()) {
            self.watch(folder, RecursiveMode::NonRecursive)?;
        }
        self.files.insert(file);
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path, manifest: &Path) -> Result<()> {
        if self.is_apart(folder) {
            return Ok(());
        }
        // Beside the manifest there is much else, such as everything that was ever compiled.
        let is_root = manifest.parent() == Some(folder);
        let mode = if is_root { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
        self.watch(folder, mode)?;
        self.folders.insert(folder.to_owned());
        Ok(())
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<()> {
        let is_within = |folder: &Path| self.watched.get(folder) == Some(&RecursiveMode::Recursive);
        if self.watched.get(folder) == Some(&mode) || folder.ancestors().any(is_within) {
            return Ok(());
        }
        self.watched.insert(folder.to_owned(), mode);
        self.watcher.watch(folder, mode).with_context(|| format!("{} cannot be watched", folder.display()))
    }

    fn is_apart(&self, path: &Path) -> bool {
        self.apart.iter().any(|folder| path.starts_with(folder))
    }

    /// Those of an event's files that count. Reading is no change.
    pub(super) fn changed(&self, event: Event) -> impl Iterator<Item = PathBuf> {
        let is_change = !event.kind.is_access();
        event.paths.into_iter().filter(move |path| is_change && self.counts(path))
    }

    fn counts(&self, path: &Path) -> bool {
        // Editors hide notes of their own beside a file.
        let is_hidden = || path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let is_rust = || path.extension().is_some_and(|extension| extension == "rs") && !is_hidden();
        let is_new = || self.folders.iter().any(|folder| path.starts_with(folder)) && is_rust();
        !self.is_apart(path) && (self.files.contains(path) || is_new())
    }
}

/// The files behind the colon of a line for make, in which a space within a name is escaped.
fn inputs(line: &str) -> Vec<PathBuf> {
    let Some((_, inputs)) = line.split_once(": ") else { return Vec::new() };
    let inputs = inputs.trim_end().replace("\\ ", "\0");
    inputs.split(' ').filter(|input| !input.is_empty()).map(|input| input.replace('\0', " ").into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_spaces_are_read() {
        assert_eq!(
            inputs("/a/target/engine.wasm: /a/my\\ crate/src/lib.rs /a/limits.json\n"),
            [Path::new("/a/my crate/src/lib.rs"), Path::new("/a/limits.json")]
        );
        assert!(inputs("").is_empty());
    }
}
