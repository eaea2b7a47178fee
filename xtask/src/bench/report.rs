//! docs/benchmarks.md: the template's text, with what was measured in its places.

use anyhow::{Result, ensure};

use super::gates;
use super::results::{Compiled, InRuntime, Memory, Projects, Results, Row, Size, Started, Warm};
use super::tables::{count, microseconds, milliseconds, table, times, weight};

const TEMPLATE: &str = include_str!("template.md");

/// The peers in JavaScript: as the programs name them, and as people do.
const PEERS: [(&str, &str); 4] = [("zod", "Zod 4"), ("valibot", "Valibot"), ("arktype", "ArkType"), ("ajv", "AJV")];

/// Writes the report.
pub(crate) fn write(results: &Results) -> Result<String> {
    let InRuntime { deno, node } = &results.warm;
    let start = &results.start.results;
    let places = [
        ("machine", machine(results)),
        ("gates", gates(results)),
        ("rounds", deno.rounds.to_string()),
        ("milliseconds", deno.milliseconds.to_string()),
        ("deno", deno.runtime.clone()),
        ("node", node.runtime.clone()),
        ("deno.accepted", accepted(deno)),
        ("node.accepted", accepted(node)),
        ("deno.peers", peers(&deno.accepted)),
        ("node.peers", peers(&node.accepted)),
        ("deno.refused", refused(&deno.refused)),
        ("node.refused", refused(&node.refused)),
        ("deno.parsed", parsed(&deno.parsed)),
        ("node.parsed", parsed(&node.parsed)),
        ("processes", results.start.rounds.to_string()),
        ("deno.start", started(&start.deno)),
        ("node.start", started(&start.node)),
        ("deno.first", first(&start.deno)),
        ("node.first", first(&start.node)),
        ("sizes", sizes(results)),
        ("payloads", results.types.count.to_string()),
        ("compilations", results.types.rounds.to_string()),
        ("types", types(&results.types.figures)),
        ("strings", results.memory.deno.count.to_string()),
        ("body", weight(results.memory.deno.body)),
        ("memory", memory(&results.memory)),
        ("hostile", hostile(results)),
        ("engine", weight(results.hostile.deno.memory)),
        ("native", native(&results.native)),
    ];
    let report = places
        .iter()
        .fold(TEMPLATE.to_owned(), |text, (place, value)| text.replace(&format!("{{{{{place}}}}}"), value));
    ensure!(!report.contains("{{"), "the template has a place that nothing fills");
    Ok(report)
}

fn machine(results: &Results) -> String {
    let machine = &results.machine;
    let rust = results.rust.split(' ').nth(1).unwrap_or_default();
    let named = |name| machine.versions.get(name).map_or("", String::as_str);
    format!(
        "{}: {} ({} cores, {} GB), {}; Rust {rust}, TypeScript {}, Zod {}, Valibot {}, ArkType {}, AJV {}",
        machine.date,
        machine.cpu,
        machine.cores,
        machine.gigabytes,
        machine.system,
        named("typescript"),
        named("zod"),
        named("valibot"),
        named("arktype"),
        named("ajv")
    )
}

fn gates(results: &Results) -> String {
    let row = |gate: gates::Gate| {
        let is_met = if gate.is_met { "yes" } else { "**no**" };
        vec![gate.name.to_owned(), gate.limit, gate.measured, is_met.to_owned()]
    };
    table(&["gate", "limit", "measured, worst case", "met"], gates::all(results).into_iter().map(row))
}

fn accepted(warm: &Warm) -> String {
    let contenders = ["typed", "verdict", "zod", "valibot", "arktype", "ajv"];
    let row = |row: &Row| {
        let mut cells = vec![row.name.clone()];
        cells.extend(contenders.map(|contender| times(row.of(contender))));
        cells.push(row.stringified.map_or(String::new(), |ratio| times(ratio.median)));
        cells.extend([count(row.bytes), microseconds(row.nanoseconds)]);
        cells
    };
    let head = [
        "body",
        "typed",
        "verdict",
        "+ Zod 4",
        "+ Valibot",
        "+ ArkType",
        "+ AJV",
        "typed, then stringified",
        "bytes",
        "JSON.parse",
    ];
    table(&head, warm.accepted.iter().map(row))
}

fn peers(rows: &[Row]) -> String {
    let row = |row: &Row| {
        let ratios = PEERS.map(|(name, _)| times(row.of(name) / row.of("typed")));
        [row.name.clone()].into_iter().chain(ratios).collect()
    };
    table(&["body", "Zod 4", "Valibot", "ArkType", "AJV"], rows.iter().map(row))
}

fn refused(rows: &[Row]) -> String {
    let row = |row: &Row| {
        let mut cells = vec![row.name.clone(), times(row.of("typed"))];
        cells.extend(PEERS.map(|(name, _)| times(row.of(name))));
        cells.extend([count(row.bytes), microseconds(row.nanoseconds)]);
        cells
    };
    let head = ["body", "portcullis", "+ Zod 4", "+ Valibot", "+ ArkType", "+ AJV", "bytes", "JSON.parse"];
    table(&head, rows.iter().map(row))
}

fn parsed(rows: &[Row]) -> String {
    let row = |row: &Row| {
        let mut cells = vec![row.name.clone()];
        cells.extend(PEERS.map(|(name, _)| times(row.of(name))));
        cells.push(microseconds(row.nanoseconds));
        cells
    };
    table(&["value", "Zod 4", "Valibot", "ArkType", "AJV", "portcullis"], rows.iter().map(row))
}

fn started(started: &Started) -> String {
    let programs = [
        ("portcullis", "portcullis"),
        ("portcullis, crm", "portcullis, whole crm contract"),
        ("portcullis, crm, modules", "the same, not bundled"),
        ("portcullis, crm, import", "portcullis, whole crm contract, imported only"),
    ];
    let row = |(name, title): (&str, &str)| {
        let over = started.start.get(name)?;
        Some(vec![title.to_owned(), milliseconds(over.median), milliseconds(over.best)])
    };
    let empty = vec!["(the empty program itself)".to_owned(), milliseconds(started.empty), String::new()];
    table(&["program", "median", "best"], programs.into_iter().chain(PEERS).filter_map(row).chain([empty]))
}

fn first(started: &Started) -> String {
    let contenders = [("JSON.parse", "JSON.parse alone"), ("portcullis", "portcullis, typed")];
    let row = |(name, title): (&str, &str)| {
        let times = started.first.get(name)?;
        Some([title.to_owned()].into_iter().chain(times.iter().map(|time| format!("{time:.2} ms"))).collect())
    };
    let calls =
        started.calls.iter().map(|calls| format!("{} calls", count(*calls as usize)).replace("1 calls", "1 call"));
    let head: Vec<String> = ["after".to_owned()].into_iter().chain(calls).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    table(&head, contenders.into_iter().chain(PEERS).filter_map(row))
}

fn sizes(results: &Results) -> String {
    let sizes = &results.sizes;
    let mut rows = vec![
        ("portcullis, one payload", sizes.one.sum()),
        ("of that: WebAssembly", sizes.one.engine),
        ("of that: JavaScript", sizes.one.javascript),
        ("portcullis, whole crm contract", sizes.crm.sum()),
        ("of that: WebAssembly", sizes.crm.engine),
        ("of that: JavaScript", sizes.crm.javascript),
    ];
    let title = |name: &str| PEERS.iter().find(|(peer, _)| *peer == name).map_or("", |(_, title)| title);
    rows.extend(sizes.others.iter().map(|other| (title(&other.name), other.size)));
    let row = |(name, size): (&str, Size)| vec![name.to_owned(), weight(size.gz), weight(size.bytes)];
    table(&["what", "gz", "minified"], rows.into_iter().map(row))
}

fn types(figures: &Projects) -> String {
    let row = |title: &str, figure: fn(&Compiled) -> f64, written: fn(f64) -> String| {
        let [ours, zod] = figures.over_empty(figure);
        vec![title.to_owned(), times(zod / ours), written(ours), written(zod)]
    };
    let number = |number: f64| count(number as usize);
    let bytes = |bytes: f64| weight(bytes as usize);
    let rows = [
        row("instantiations", |project| project.instantiations, number),
        row("types", |project| project.types, number),
        row("memory", |project| project.memory, bytes),
        row("time to check", |project| project.check, milliseconds),
        row("time in all", |project| project.total, milliseconds),
    ];
    table(&["", "Zod 4 to portcullis", "portcullis", "Zod 4"], rows)
}

fn memory(InRuntime { deno, node }: &InRuntime<Memory>) -> String {
    let rows = [("Deno", deno), ("Node.js", node)].into_iter().flat_map(|(runtime, memory)| {
        memory.rows.iter().map(move |row| {
            let kept = |reader: &str| row.kept.get(reader).map_or(String::new(), |bytes| format!("{bytes:.0} B"));
            vec![format!("{runtime}, {} characters", row.characters), kept("JSON.parse"), kept("typed")]
        })
    });
    table(&["string", "JSON.parse", "typed"], rows)
}

fn hostile(results: &Results) -> String {
    let InRuntime { deno, node } = &results.hostile;
    let rows = deno.bodies.iter().zip(&node.bodies).map(|(deno, node)| {
        let [small, large] = &deno.sizes;
        vec![
            deno.name.clone(),
            times(deno.growth()),
            times(node.growth()),
            format!("{:.2}", small.nanoseconds),
            format!("{:.2}", large.nanoseconds),
            format!("{:.2}", large.parse),
            weight(small.bytes),
            weight(large.bytes),
            deno.answer.clone(),
        ]
    });
    let head = [
        "body",
        "growth, Deno",
        "growth, Node.js",
        "ns/B, small",
        "ns/B, large",
        "JSON.parse",
        "small",
        "large",
        "answer",
    ];
    table(&head, rows)
}

fn native(rows: &[Row]) -> String {
    let row = |row: &Row| {
        let mut cells = vec![row.name.clone()];
        cells.extend(["typed", "verdict", "garde", "jsonschema"].map(|contender| times(row.of(contender))));
        cells.extend([count(row.bytes), microseconds(row.nanoseconds)]);
        cells
    };
    let head = ["body", "typed", "verdict", "serde_json + garde", "serde_json + jsonschema", "bytes", "serde_json"];
    table(&head, rows.iter().map(row))
}
