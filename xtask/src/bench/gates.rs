//! What the measurements must show.

use super::results::{InRuntime, Results, Row, Script, Size, Sizes, Warm};
use super::tables::{milliseconds, times, weight};

/// One of them.
pub(crate) struct Gate {
    pub(crate) name: &'static str,
    pub(crate) limit: String,
    pub(crate) measured: String,
    pub(crate) is_met: bool,
}

/// All of them.
pub(crate) fn all(results: &Results) -> Vec<Gate> {
    let mut gates = warm(&results.warm);
    gates.extend(native(&results.native));
    gates.extend(parsed(&results.warm));
    gates.extend(sizes(&results.sizes));
    gates.extend(start(results));
    gates.extend(types(results));
    gates.extend(hostile(results));
    gates
}

fn warm(InRuntime { deno, .. }: &InRuntime<Warm>) -> Vec<Gate> {
    let of = |script| deno.accepted.iter().filter(move |row| row.script == Some(script));
    let beyond_ascii = || deno.accepted.iter().filter(|row| row.script != Some(Script::Ascii));
    let typed = |of: &Of| of("typed");
    let zod = |of: &Of| of("zod") / of("typed");
    vec![
        most("Deno, typed to JSON.parse, ASCII", 0.85, of(Script::Ascii), typed),
        most("Deno, typed to JSON.parse, accents", 1.0, of(Script::Accents), typed),
        most("Deno, typed to JSON.parse, all `\\u`", 1.35, of(Script::Escapes), typed),
        most("Deno, verdict to JSON.parse", 0.6, deno.accepted.iter(), |of| of("verdict")),
        least("Deno, Zod 4 to typed, ASCII", 3.5, of(Script::Ascii), zod),
        least("Deno, Zod 4 to typed, elsewhere", 2.0, beyond_ascii(), zod),
        least("Deno, AJV to typed", 1.0, deno.accepted.iter(), |of| of("ajv") / of("typed")),
    ]
}

fn native(rows: &[Row]) -> Vec<Gate> {
    vec![
        most("native, typed to serde_json", 1.0, rows.iter(), |of| of("typed")),
        most("native, typed to serde_json + garde", 1.0, rows.iter(), |of| of("typed") / of("garde")),
    ]
}

fn parsed(warm: &InRuntime<Warm>) -> Vec<Gate> {
    let gate = |name, rows: &[Row], peer: &str| least(name, 1.0, rows.iter(), |of| of(peer));
    let (deno, node) = (&warm.deno.parsed, &warm.node.parsed);
    vec![
        gate("Deno, values parsed already, Zod 4 to ours", deno, "zod"),
        gate("Deno, values parsed already, Valibot to ours", deno, "valibot"),
        gate("Node.js, values parsed already, Zod 4 to ours", node, "zod"),
        gate("Node.js, values parsed already, Valibot to ours", node, "valibot"),
    ]
}

fn sizes(sizes: &Sizes) -> [Gate; 3] {
    let gate = |name, limit, size: Size| Gate {
        name,
        limit: format!("at most {}", weight(limit)),
        measured: weight(size.gz),
        is_met: size.gz <= limit,
    };
    [
        gate("one payload, all of it, gz", 30_000, sizes.one.sum()),
        gate("crm contract, WebAssembly, gz", 40_000, sizes.crm.engine),
        gate("crm contract, all of it, gz", 45_000, sizes.crm.sum()),
    ]
}

fn start(results: &Results) -> [Gate; 3] {
    const START: f64 = 3.0;

    let deno = &results.start.results.deno;
    let over = |name, program: &str| {
        let over = deno.start.get(program).map_or(f64::NAN, |over| over.median);
        Gate {
            name,
            limit: format!("at most {}", milliseconds(START)),
            measured: milliseconds(over),
            is_met: over <= START,
        }
    };
    let all_calls =
        |contender: &str| deno.first.get(contender).and_then(|times| times.last()).copied().unwrap_or(f64::NAN);
    let (ours, zod) = (all_calls("portcullis"), all_calls("zod"));
    [
        over("crm contract imported, Deno's start over an empty program", "portcullis, crm, import"),
        over("the same with a first check", "portcullis, crm"),
        Gate {
            name: "Deno, the first 5,000 calls",
            limit: format!("at most Zod 4's {}", milliseconds(zod)),
            measured: milliseconds(ours),
            is_met: ours <= zod,
        },
    ]
}

fn types(results: &Results) -> [Gate; 2] {
    const LEAST: f64 = 3.0;

    let figures = &results.types.figures;
    let gate = |name, [ours, zod]: [f64; 2]| Gate {
        name,
        limit: format!("at least {}", times(LEAST)),
        measured: times(zod / ours),
        is_met: zod / ours >= LEAST,
    };
    [
        gate("tsc, Zod 4 to ours, instantiations", figures.over_empty(|project| project.instantiations)),
        gate("tsc, Zod 4 to ours, time to check", figures.over_empty(|project| project.check)),
    ]
}

/// Linear is what costs no more a byte when there are ten times as many, caches aside.
fn hostile(results: &Results) -> Vec<Gate> {
    const GROWTH: f64 = 2.0;
    const MEMORY: f64 = 8.0;

    let hostile = &results.hostile.deno;
    let growths = hostile.bodies.iter().map(|body| (body.growth(), body.name.as_str()));
    let worst = growths.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::NAN, ""));
    let largest = hostile.bodies.iter().map(|body| body.sizes[1].bytes).max().unwrap_or(0);
    let memory = hostile.memory as f64 / largest as f64;
    vec![
        Gate {
            name: "Deno, hostile bodies: time a byte at ten times the size",
            limit: format!("at most {}", times(GROWTH)),
            measured: format!("{} ({})", times(worst.0), worst.1),
            is_met: worst.0 <= GROWTH,
        },
        Gate {
            name: "Deno, hostile bodies: the engine's memory to the largest",
            limit: format!("at most {}", times(MEMORY)),
            measured: times(memory),
            is_met: memory <= MEMORY,
        },
    ]
}

/// Gives the ratio of a contender to the base.
type Of<'a> = dyn Fn(&str) -> f64 + 'a;

/// A figure that must not be more than the limit for any body.
fn most<'a>(
    name: &'static str,
    limit: f64,
    rows: impl Iterator<Item = &'a Row>,
    figure: impl Fn(&Of<'_>) -> f64,
) -> Gate {
    let worst = rows.max_by(|a, b| median(a, &figure).total_cmp(&median(b, &figure)));
    gate(name, format!("at most {}", times(limit)), worst, &figure, |figure| figure <= limit)
}

/// A figure that must not be less than the limit for any body.
fn least<'a>(
    name: &'static str,
    limit: f64,
    rows: impl Iterator<Item = &'a Row>,
    figure: impl Fn(&Of<'_>) -> f64,
) -> Gate {
    let worst = rows.min_by(|a, b| median(a, &figure).total_cmp(&median(b, &figure)));
    gate(name, format!("at least {}", times(limit)), worst, &figure, |figure| figure >= limit)
}

fn gate(
    name: &'static str,
    limit: String,
    worst: Option<&Row>,
    figure: &impl Fn(&Of<'_>) -> f64,
    is_met: impl Fn(f64) -> bool,
) -> Gate {
    let measured = worst.map_or("nothing".to_owned(), |row| {
        let best = figure(&|contender| row.best_of(contender));
        format!("{} (best {}; {})", times(median(row, figure)), times(best), row.name)
    });
    Gate { name, limit, measured, is_met: worst.is_some_and(|row| is_met(median(row, figure))) }
}

fn median(row: &Row, figure: &impl Fn(&Of<'_>) -> f64) -> f64 {
    figure(&|contender| row.of(contender))
}
