//! The JavaScript that all packages have in common: `runtime/`, copied as it is.

/// The modules whose exports a package offers as its own.
pub(super) const PUBLIC: [&str; 2] = ["error.js", "response.js"];

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../runtime/", $name)))),*]
    };
}

/// The files by their names.
pub(super) const FILES: &[(&str, &str)] = files! {
    "cells.js"
    "codes.d.ts"
    "codes.js"
    "engine.js"
    "error.d.ts"
    "error.js"
    "errors/formatting.d.ts"
    "errors/formatting.js"
    "errors/index.d.ts"
    "errors/index.js"
    "errors/localize.d.ts"
    "errors/localize.js"
    "errors/parse.d.ts"
    "errors/parse.js"
    "errors/plain.js"
    "errors/postgrest.js"
    "errors/shape.js"
    "instance.js"
    "json-schema.js"
    "messages/de.d.ts"
    "messages/de.js"
    "messages/en.d.ts"
    "messages/en.js"
    "payload.js"
    "refusals.js"
    "request.js"
    "response.d.ts"
    "response.js"
    "standard.js"
    "tape.js"
    "text.js"
    "types.d.ts"
    "types/error.d.ts"
    "types/form-fields.d.ts"
    "types/formatting.d.ts"
    "types/issue.d.ts"
    "types/messages.d.ts"
    "types/payload.d.ts"
    "types/standard.d.ts"
    "values.js"
    "writer.js"
};

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// The modules and declarations in a folder, by their paths from there.
    ///
    /// What tests and tools are made of is no part of a package.
    fn modules(folder: &Path) -> Vec<String> {
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            if ["node_modules", "scripts", "test"].contains(&name.as_str()) {
                continue;
            }
            if entry.path().is_dir() {
                paths.extend(modules(&entry.path()).into_iter().map(|path| format!("{name}/{path}")));
            } else if name.ends_with(".js") || name.ends_with(".d.ts") {
                paths.push(name);
            }
        }
        paths
    }

    /// What a crate is packaged with, but for what is at the top of `runtime/`.
    #[test]
    fn they_are_in_the_crate() {
        let manifest = include_str!("../../Cargo.toml");
        for (name, _) in FILES {
            let folder = name.rsplit_once('/').map(|(folder, _)| format!("\"runtime/{folder}/*\""));
            assert!(folder.is_none_or(|folder| manifest.contains(&folder)), "{name}");
        }
    }

    #[test]
    fn no_file_is_forgotten() {
        let mut paths = modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime"));
        paths.sort();
        let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(paths, listed);
    }
}
