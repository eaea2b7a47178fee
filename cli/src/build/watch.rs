//! `portcullis build --watch`: the package again whenever a source changes.

use std::collections::BTreeSet;
use std::path::{PathBuf, absolute};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::package::Package;
use super::profile::Profile;
use super::progress::Progress;
use super::sources::Sources;
use super::{Options, Project};

/// How long nothing must change before a build starts: who saves one file may be saving more.
const QUIET: Duration = Duration::from_millis(50);

/// How many files are named that have changed: a checkout changes many.
const NAMED: usize = 3;

const MANIFESTS: [&str; 2] = ["Cargo.toml", "Cargo.lock"];

enum Event {
    Files(notify::Result<notify::Event>),
    Stop,
}

/// Builds, and again after every change, until it is told to stop.
pub(super) fn run(options: &Options, progress: &Progress) -> Result<()> {
    let (sender, events) = mpsc::channel();
    let is_stopped = Arc::new(AtomicBool::new(false));
    let (stop, stopped) = (sender.clone(), is_stopped.clone());
    ctrlc::set_handler(move || {
        stopped.store(true, Ordering::Relaxed);
        // Where nobody listens any more, all is over.
        let _ = stop.send(Event::Stop);
    })
    .context("Ctrl-C cannot be handled")?;

    progress.say("Watching: the engine is compiled in little time, not to be small and fast");
    let project = Project::read(options, progress)?;
    // What it refuses now, no change of a source would mend.
    project.draft()?;
    let apart = vec![project.wrapper.krate().target.clone(), absolute(&options.out)?];
    let sources = Sources::new(apart, move |event| _ = sender.send(Event::Files(event)))?;
    let mut watch = Watch { options, project, sources };
    watch.add_crates()?;

    let mut built = watch.build(progress).map(|package| package.to_string());
    // A Ctrl-C also ends cargo: what it has not built then is no error.
    while !is_stopped.load(Ordering::Relaxed) {
        match built {
            Ok(line) => progress.say(&line),
            Err(error) => {
                eprintln!("error: {error:#}");
                progress.say("The package stays as it is until the next change");
            }
        }
        let Some(changed) = watch.change(&events) else { break };
        let start = Instant::now();
        built = watch.build_again(&changed).map(|package| watch.report(&changed, &package, start.elapsed()));
    }
    Ok(())
}

struct Watch<'a> {
    options: &'a Options,
    project: Project<'a>,
    sources: Sources,
}

impl Watch<'_> {
    fn add_crates(&mut self) -> Result<()> {
        self.sources.add_crates(self.project.wrapper.packages())?;
        let workspace = &self.project.wrapper.krate().workspace;
        MANIFESTS.iter().try_for_each(|name| self.sources.add_file(workspace.join(name)))
    }

    fn build(&mut self, progress: &Progress) -> Result<Package> {
        let made = self.project.build(self.project.draft()?, Profile::Watch, progress)?;
        made.artifacts.iter().try_for_each(|artifact| self.sources.add_inputs(artifact))?;
        Ok(made.package)
    }

    fn build_again(&mut self, changed: &BTreeSet<PathBuf>) -> Result<Package> {
        let progress = Progress::new(true);
        if changed.iter().any(|path| MANIFESTS.iter().any(|name| path.ends_with(name))) {
            self.project = Project::read(self.options, &progress)?;
            self.add_crates()?;
        }
        self.build(&progress)
    }

    /// Waits for changes to come, and to end for now; none come any more once it is told to stop.
    fn change(&self, events: &Receiver<Event>) -> Option<BTreeSet<PathBuf>> {
        let mut changed = BTreeSet::new();
        loop {
            let event = if changed.is_empty() { events.recv().ok() } else { events.recv_timeout(QUIET).ok() };
            match event {
                Some(Event::Files(Ok(event))) if event.need_rescan() => {
                    changed.insert(self.project.wrapper.krate().folder.clone());
                }
                Some(Event::Files(Ok(event))) => changed.extend(self.sources.changed(event)),
                Some(Event::Files(Err(error))) => eprintln!("warning: {error}"),
                Some(Event::Stop) => return None,
                None => return Some(changed),
            }
        }
    }

    fn report(&self, changed: &BTreeSet<PathBuf>, package: &Package, time: Duration) -> String {
        let folder = &self.project.wrapper.krate().folder;
        let name = |path: &PathBuf| path.strip_prefix(folder).unwrap_or(path).display().to_string();
        let mut names: Vec<String> = changed.iter().take(NAMED).map(name).collect();
        if changed.len() > NAMED {
            names.push(format!("{} more", changed.len() - NAMED));
        }
        let parts: Vec<&str> = package.changed.iter().map(String::as_str).collect();
        let parts = if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") };
        format!("{}: rebuilt {parts} in {:.1} s", names.join(", "), time.as_secs_f64())
    }
}
