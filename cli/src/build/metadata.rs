//! The crate to build from, as cargo knows it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use cargo_metadata::{MetadataCommand, TargetKind};

/// A crate of payloads.
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) description: Option<String>,
    pub(super) license: Option<String>,
    /// The folder of its Cargo.toml.
    pub(super) folder: PathBuf,
    pub(super) workspace: PathBuf,
    pub(super) target: PathBuf,
}

/// Asks cargo about the crate in a folder.
pub(super) fn read(folder: &Path) -> Result<Crate> {
    let manifest = folder.join("Cargo.toml");
    if !manifest.is_file() {
        bail!("{} is not a crate: it has no Cargo.toml", folder.display());
    }
    let manifest = manifest.canonicalize()?;
    let folder_of = |manifest: &Path| manifest.parent().unwrap_or(manifest).to_owned();
    let metadata =
        MetadataCommand::new().manifest_path(&manifest).current_dir(folder_of(&manifest)).no_deps().exec().map_err(
            |error| match error {
                cargo_metadata::Error::CargoMetadata { stderr } => {
                    anyhow!("{}", stderr.trim_start_matches("error: ").trim_end())
                }
                other => other.into(),
            },
        )?;
    let Some(package) = (metadata.packages.iter()).find(|package| package.manifest_path.as_std_path() == manifest)
    else {
        bail!("{} is a workspace: name the folder of one of its crates", folder.display());
    };
    let is_library = |kind: &TargetKind| matches!(kind, TargetKind::Lib | TargetKind::RLib);
    if !(package.targets.iter()).any(|target| target.kind.iter().any(is_library)) {
        bail!("the crate `{}` is not a library: put its payloads into src/lib.rs", package.name);
    }
    // A setting of cargo may name it in a roundabout way, and cargo itself will not.
    fs::create_dir_all(&metadata.target_directory)?;
    let target = metadata.target_directory.as_std_path().canonicalize()?;
    Ok(Crate {
        name: package.name.to_string(),
        version: package.version.to_string(),
        description: package.description.clone(),
        license: package.license.clone(),
        folder: folder_of(&manifest),
        workspace: metadata.workspace_root.into(),
        target,
    })
}
