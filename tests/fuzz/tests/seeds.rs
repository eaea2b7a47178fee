//! Every target, with its seeds.

use std::fs;
use std::path::{Path, PathBuf};

use fuzz::TARGETS;

fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target)
}

/// What the targets make to start from, beside what fuzzing has found.
fn made(target: &str) -> Vec<(String, Vec<u8>)> {
    match target {
        "cells" => fuzz::cells::seeds(),
        "engine" => fuzz::engine::seeds(),
        "patterns" => fuzz::patterns::seeds(),
        "scanner" => fuzz::scanner::seeds(),
        _ => fuzz::tape::seeds(),
    }
}

#[test]
fn seeds_hold() {
    for (target, run) in TARGETS {
        if std::env::var_os("UPDATE_SEEDS").is_some() {
            fs::create_dir_all(folder(target)).unwrap();
            for (name, bytes) in made(target) {
                fs::write(folder(target).join(name), bytes).unwrap();
            }
        }
        let mut count = 0;
        for entry in fs::read_dir(folder(target)).unwrap() {
            let path = entry.unwrap().path();
            println!("{}", path.display());
            run(&fs::read(path).unwrap());
            count += 1;
        }
        assert!(count > 5, "{target} has few seeds");
    }
}
