//! The new files of a package in the places of the old ones.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Makes the parts of a package what they are in a folder with new ones.
///
/// Files that stay as they are are not touched: whoever watches them need not look again. The
/// others are written in full beside the package before they take their places. Gives the names
/// of the parts that differed.
pub(super) fn run(parts: &[&str], new: &Path, package: &Path) -> Result<BTreeSet<String>> {
    let (mut wanted, mut present) = (BTreeSet::new(), BTreeSet::new());
    for part in parts {
        collect(new, Path::new(part), &mut wanted)?;
        collect(package, Path::new(part), &mut present)?;
    }
    let gone: Vec<&PathBuf> = present.difference(&wanted).collect();
    let mut changed = Vec::new();
    for path in &wanted {
        let bytes = fs::read(new.join(path))?;
        if !present.contains(path) || fs::read(package.join(path))? != bytes {
            changed.push((path, bytes));
        }
    }
    let differing = gone.iter().chain(changed.iter().map(|(path, _)| path)).filter_map(|path| part(path)).collect();
    if changed.is_empty() && gone.is_empty() {
        return Ok(differing);
    }

    let parent = package.parent().context("a package cannot be at the root")?;
    let staged = tempfile::Builder::new().prefix(".portcullis-").tempdir_in(parent)?;
    for (number, (path, bytes)) in changed.iter().enumerate() {
        fs::write(staged.path().join(number.to_string()), bytes)?;
        if let Some(folder) = package.join(path).parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
    }
    // Old names first: some file systems do not tell Order.js from ORDER.js.
    for path in gone {
        remove(package, path)?;
    }
    for (number, (path, _)) in changed.iter().enumerate() {
        let place = package.join(path);
        fs::rename(staged.path().join(number.to_string()), &place)
            .with_context(|| format!("{} cannot be written", place.display()))?;
    }
    Ok(differing)
}

/// Adds the files below a path, or the path if it is one, relative to a root.
fn collect(root: &Path, path: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let full = root.join(path);
    if full.is_dir() {
        for entry in fs::read_dir(full)? {
            collect(root, &path.join(entry?.file_name()), files)?;
        }
    } else if full.exists() {
        files.insert(path.to_owned());
    }
    Ok(())
}

/// Removes a file, and the folders that are empty without it.
fn remove(package: &Path, path: &Path) -> io::Result<()> {
    fs::remove_file(package.join(path))?;
    for folder in path.ancestors().skip(1).filter(|folder| *folder != Path::new("")) {
        if fs::remove_dir(package.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

/// The part of the package that a file belongs to.
fn part(path: &Path) -> Option<String> {
    path.iter().next().map(|part| part.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let (new, package) = (folder.path().join("new"), folder.path().join("package"));
        for (root, path, text) in [
            (&package, "README.md", "kept"),
            (&package, "readers/a.js", "same"),
            (&package, "readers/old/b.js", "gone"),
            (&package, "types/A.d.ts", "old"),
            (&new, "readers/a.js", "same"),
            (&new, "types/A.d.ts", "new"),
            (&new, "engine/engine.js", "new"),
        ] {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let written = |path: &str| fs::metadata(package.join(path)).unwrap().modified().unwrap();
        let before = written("readers/a.js");

        let parts = ["engine", "readers", "types"];
        let differing = run(&parts, &new, &package).unwrap();
        assert_eq!(differing, parts.map(str::to_owned).into());
        assert_eq!(written("readers/a.js"), before);
        assert!(!package.join("readers/old").exists());
        assert_eq!(fs::read_to_string(package.join("types/A.d.ts")).unwrap(), "new");
        assert!(package.join("engine/engine.js").exists() && package.join("README.md").exists());
        assert!(run(&parts, &new, &package).unwrap().is_empty());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "something is left beside the package");
    }
}
