//! The `portcullis` command.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod build;

/// Boundary validation from one definition: payloads written once, in Rust.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Options),
}

fn main() -> ExitCode {
    let Command::Build(options) = Cli::parse().command;
    match build::run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
