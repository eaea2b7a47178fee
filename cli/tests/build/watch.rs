//! `portcullis build --watch`, from one change to the next.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::project::Project;

/// For the first build, in which all that the crate depends on is compiled too.
const PATIENCE: Duration = Duration::from_secs(600);

/// The command at work; killed where a test fails.
struct Watch {
    process: Child,
    said: Receiver<String>,
}

impl Watch {
    fn start(project: &Project) -> Watch {
        let mut process = project.command().arg("--watch").stderr(Stdio::piped()).spawn().unwrap();
        let stderr = BufReader::new(process.stderr.take().unwrap());
        let (sender, said) = mpsc::channel();
        thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Watch { process, said }
    }

    /// Waits for a line, and gives what was said up to it.
    #[track_caller]
    fn says(&self, wanted: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        let mut text = String::new();
        loop {
            match self.said.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => text += &(line + "\n"),
                Err(error) => panic!("{error} for {wanted:?} after\n{text}"),
            }
            if text.contains(wanted) {
                return text;
            }
        }
    }

    /// Presses Ctrl-C, and waits for the end.
    #[track_caller]
    fn interrupt(mut self) -> ExitStatus {
        let process = self.process.id().to_string();
        assert!(Command::new("kill").args(["-INT", &process]).status().unwrap().success());
        let error = loop {
            if let Err(error) = self.said.recv_timeout(PATIENCE) {
                break error;
            }
        };
        assert_eq!(error, RecvTimeoutError::Disconnected, "it goes on");
        self.process.wait().unwrap()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It has ended, unless the test fails.
        let _ = self.process.kill();
    }
}

/// Asks the package, as it is now, for the longest name it accepts.
#[track_caller]
fn accepts_names_up_to(project: &Project, length: usize) {
    for (length, is_accepted) in [(length, true), (length + 1, false)] {
        let text = format!(r#"{{"name": "{}"}}"#, "x".repeat(length));
        let program = format!(
            "import {{ Label }} from './package/index.js';
             if (Label.checkJson('{text}').success !== {is_accepted}) throw new Error('{length} characters');"
        );
        project.run(Path::new("node"), &["--input-type=module", "--eval", &program]);
    }
}

#[test]
fn a_changed_limit_reaches_the_package() {
    let project = Project::new(
        "watched",
        "
        #[portcullis::payload]
        pub struct Label {
            #[garde(length(chars, max = limits::NAME))]
            pub name: String,
        }
        portcullis::contracts! { Label }
        ",
    );
    // A crate beside it that reads a file: both are sources too.
    project.append("crate/Cargo.toml", "[dependencies.limits]\npath = \"../limits\"\n");
    project.write("limits/Cargo.toml", "[package]\nname = \"limits\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    project.write("limits/src/lib.rs", "pub const NAME: usize = include!(\"../name.txt\");\n");
    project.write("limits/name.txt", "10");

    let watch = Watch::start(&project);
    watch.says("1 payload in ");
    accepts_names_up_to(&project, 10);

    // It is in the modules of schemas and of form fields too, and the identity, which it changes, in the index.
    let readers = project.modified("package/readers.js");
    project.write("limits/name.txt", "5");
    watch.says("name.txt: rebuilt engine, form-fields.js, index.js, json-schema.js, raw in ");
    accepts_names_up_to(&project, 5);
    assert_eq!(project.modified("package/readers.js"), readers, "written without need");

    let package = project.package();
    project.write("limits/src/lib.rs", "mod name;\npub use name::NAME;\n");
    let said = watch.says("The package stays as it is until the next change");
    assert!(said.contains("error[E0583]: file not found for module `name`"), "{said}");
    assert!(said.contains("error: `watched` does not compile\n"), "{said}");
    assert!(project.package() == package, "something else is in the package");
    accepts_names_up_to(&project, 5);

    project.write("limits/src/name.rs", "pub const NAME: usize = 7;\n");
    watch.says("name.rs: rebuilt engine, form-fields.js, index.js, json-schema.js, raw in ");
    accepts_names_up_to(&project, 7);

    assert!(watch.interrupt().success());
}
