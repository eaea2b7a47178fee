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
    "codes.d.ts"
    "codes.js"
    "engine.js"
    "error.d.ts"
    "error.js"
    "instance.js"
    "payload.js"
    "refusals.js"
    "request.js"
    "response.d.ts"
    "response.js"
    "tape.js"
    "text.js"
    "types.d.ts"
};

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn no_file_is_forgotten() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".js") || name.ends_with(".d.ts"))
            .collect();
        names.sort();
        let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, listed);
    }
}
