//! TypeScript types: what ts-rs writes, under a header of our own.

use std::fs;
use std::io;
use std::path::Path;

use super::HEADER;
use super::named::Named;
use crate::Contracts;

/// Writes the named types into a folder, one file each.
///
/// `extension` is that of the files and of the imports between them: `ts` for sources, `d.ts` for
/// a package, where there are only declarations.
pub(super) fn write(contracts: &Contracts, types: &[Named], folder: &Path, extension: &str) -> io::Result<()> {
    let config = ts_rs::Config::new().with_out_dir(folder).with_import_extension(Some(extension));
    for contract in contracts.payloads {
        (contract.export_typescript)(&config).map_err(io::Error::other)?;
    }
    for named in types {
        let name = named.name();
        let written = folder.join(format!("{name}.ts"));
        let text = fs::read_to_string(&written)?;
        fs::remove_file(&written)?;
        fs::write(folder.join(format!("{name}.{extension}")), with_header(&text))?;
    }
    Ok(())
}

/// The file with our header in the place of ts-rs' own, its first line.
fn with_header(text: &str) -> String {
    let (_, types) = text.split_once('\n').unwrap_or_default();
    format!("{HEADER}{types}")
}
