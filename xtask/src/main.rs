//! `cargo xtask`: the chores of this repository.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::shell::Shell;

mod bench;
mod build;
mod demo;
mod fuzz;
mod shell;
mod steps;
mod test;
mod tools;
mod web;

/// The chores of this repository. They install what they need and say so; cargo and Node.js must be there
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build everything, start the example on its embedded database and send it requests
    Demo {
        /// Stop after the last answer, even at a terminal
        #[arg(long)]
        once: bool,
    },
    /// Build everything and serve the page of web-example, over the example's functions
    Web,
    /// Run the tests
    Test {
        /// Also those that need more tools than cargo and Node.js
        #[arg(long)]
        all: bool,
    },
    /// Build the packages and write the TypeScript types of bindings/
    Build,
    /// Measure portcullis beside its peers and write docs/benchmarks.md
    Bench {
        /// Only see that everything runs: the report goes to target/bench/benchmarks.md
        #[arg(long)]
        quick: bool,
        /// Only show how the package compares with the one that this commit builds
        #[arg(long, value_name = "COMMIT")]
        before: Option<String>,
    },
    /// Look for inputs that break what must hold of all: needs a nightly toolchain, and installs cargo-fuzz
    Fuzz {
        /// How long, for each target
        #[arg(default_value_t = 10)]
        minutes: u64,
    },
}

fn main() -> ExitCode {
    let result = match Cli::parse().chore {
        Chore::Demo { once } => demo::run(once).map(|()| true),
        Chore::Web => web::run().map(|()| true),
        Chore::Test { all } => test::run(all),
        Chore::Build => build::run(&Shell::showing()).map(|()| true),
        Chore::Bench { quick, before: Some(commit) } => {
            bench::before::run(&Shell::showing(), &commit, quick).map(|()| true)
        }
        Chore::Bench { quick, before: None } => bench::run(&Shell::showing(), quick).map(|()| true),
        Chore::Fuzz { minutes } => fuzz::run(minutes).map(|()| true),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
