//! What the programs of benches/ print.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All of it.
pub(crate) struct Results {
    pub(crate) machine: Machine,
    pub(crate) rust: String,
    pub(crate) warm: InRuntime<Warm>,
    pub(crate) hostile: InRuntime<Hostile>,
    pub(crate) memory: InRuntime<Memory>,
    pub(crate) start: Start,
    pub(crate) sizes: Sizes,
    pub(crate) types: Types,
    pub(crate) native: Vec<Row>,
}

/// The same, measured in each runtime.
#[derive(Deserialize)]
pub(crate) struct InRuntime<T> {
    pub(crate) deno: T,
    pub(crate) node: T,
}

/// `machine.mjs`
#[derive(Deserialize)]
pub(crate) struct Machine {
    pub(crate) date: String,
    pub(crate) cpu: String,
    pub(crate) cores: u32,
    pub(crate) gigabytes: u32,
    pub(crate) system: String,
    pub(crate) versions: BTreeMap<String, String>,
}

/// `warm.mjs`
#[derive(Deserialize)]
pub(crate) struct Warm {
    pub(crate) runtime: String,
    pub(crate) rounds: u32,
    pub(crate) milliseconds: u32,
    pub(crate) accepted: Vec<Row>,
    pub(crate) refused: Vec<Row>,
    pub(crate) parsed: Vec<Row>,
}

/// What a body costs: the base in nanoseconds, and the others as ratios to it.
#[derive(Deserialize)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) script: Option<Script>,
    pub(crate) bytes: usize,
    pub(crate) nanoseconds: f64,
    pub(crate) ratios: BTreeMap<String, Ratio>,
    pub(crate) stringified: Option<Ratio>,
}

impl Row {
    /// The median ratio of a contender to the base.
    pub(crate) fn of(&self, contender: &str) -> f64 {
        self.ratios.get(contender).map_or(f64::NAN, |ratio| ratio.median)
    }

    /// The ratio of the best times of a contender and the base.
    pub(crate) fn best_of(&self, contender: &str) -> f64 {
        self.ratios.get(contender).map_or(f64::NAN, |ratio| ratio.best)
    }
}

/// What the text of a body is written in.
#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Script {
    /// ASCII alone.
    Ascii,
    /// Beyond ASCII too, as UTF-8.
    Accents,
    /// Beyond ASCII too, as `\u` escapes.
    Escapes,
}

#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Ratio {
    /// Of the ratios of one round each.
    pub(crate) median: f64,
    /// The ratio of the best times.
    pub(crate) best: f64,
}

/// `hostile.mjs`
#[derive(Deserialize)]
pub(crate) struct Hostile {
    pub(crate) bodies: Vec<HostileBody>,
    /// The engine's, after all bodies, in bytes.
    pub(crate) memory: usize,
}

#[derive(Deserialize)]
pub(crate) struct HostileBody {
    pub(crate) name: String,
    pub(crate) answer: String,
    pub(crate) sizes: [PerByte; 2],
}

impl HostileBody {
    /// How much more a byte costs at the larger size.
    pub(crate) fn growth(&self) -> f64 {
        self.sizes[1].nanoseconds / self.sizes[0].nanoseconds
    }
}

/// Nanoseconds a byte.
#[derive(Deserialize)]
pub(crate) struct PerByte {
    pub(crate) bytes: usize,
    pub(crate) nanoseconds: f64,
    /// JSON.parse alone.
    pub(crate) parse: f64,
}

/// `memory.mjs`
#[derive(Deserialize)]
pub(crate) struct Memory {
    pub(crate) count: u32,
    pub(crate) body: usize,
    pub(crate) rows: Vec<Kept>,
}

/// Bytes kept a string, by who made it.
#[derive(Deserialize)]
pub(crate) struct Kept {
    pub(crate) characters: u32,
    pub(crate) kept: BTreeMap<String, f64>,
}

/// `start.mjs`
#[derive(Deserialize)]
pub(crate) struct Start {
    pub(crate) rounds: u32,
    #[serde(flatten)]
    pub(crate) results: InRuntime<Started>,
}

/// Milliseconds.
#[derive(Deserialize)]
pub(crate) struct Started {
    /// An empty program.
    pub(crate) empty: f64,
    /// Programs, over the empty one.
    pub(crate) start: BTreeMap<String, Over>,
    /// How many calls `first` is about.
    pub(crate) calls: Vec<u32>,
    pub(crate) first: BTreeMap<String, Vec<f64>>,
}

#[derive(Deserialize)]
pub(crate) struct Over {
    /// Of the differences of one round each.
    pub(crate) median: f64,
    /// The difference of the best times.
    pub(crate) best: f64,
}

/// `sizes.mjs`
#[derive(Deserialize)]
pub(crate) struct Sizes {
    /// A package of one payload.
    pub(crate) one: Parts,
    /// All of contracts/.
    pub(crate) crm: Parts,
    pub(crate) others: Vec<Named>,
}

/// The parts of a package.
#[derive(Deserialize)]
pub(crate) struct Parts {
    /// The WebAssembly.
    pub(crate) engine: Size,
    /// The runtime and the payloads.
    pub(crate) javascript: Size,
}

impl Parts {
    pub(crate) fn sum(&self) -> Size {
        let Parts { engine, javascript } = self;
        Size { bytes: engine.bytes + javascript.bytes, gz: engine.gz + javascript.gz }
    }
}

#[derive(Deserialize)]
pub(crate) struct Named {
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) size: Size,
}

#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Size {
    pub(crate) bytes: usize,
    pub(crate) gz: usize,
}

/// `types.mjs`
#[derive(Deserialize)]
pub(crate) struct Types {
    pub(crate) rounds: u32,
    /// How many payloads there are.
    pub(crate) count: u32,
    pub(crate) figures: Projects,
}

/// An empty project, and those of the contenders.
#[derive(Deserialize)]
pub(crate) struct Projects {
    pub(crate) empty: Compiled,
    pub(crate) portcullis: Compiled,
    pub(crate) zod: Compiled,
}

impl Projects {
    /// A figure of portcullis and one of Zod, over that of the empty project.
    pub(crate) fn over_empty(&self, figure: impl Fn(&Compiled) -> f64) -> [f64; 2] {
        [&self.portcullis, &self.zod].map(|contender| figure(contender) - figure(&self.empty))
    }
}

/// What the compiler tells of a project: medians.
#[derive(Deserialize)]
pub(crate) struct Compiled {
    pub(crate) instantiations: f64,
    pub(crate) types: f64,
    /// In bytes.
    pub(crate) memory: f64,
    /// In milliseconds: checking.
    pub(crate) check: f64,
    /// In milliseconds: all that it does.
    pub(crate) total: f64,
}
