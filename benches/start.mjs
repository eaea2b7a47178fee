/** New processes: what a program costs over an empty one, and its first calls. Runs on Node.js. */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, env, execPath } from "node:process";
import { contact } from "./bodies/contacts.mjs";
import { bundle, TARGET } from "./measure/bundle.mjs";
import { quick } from "./measure/effort.mjs";
import { median, shuffled } from "./measure/rounds.mjs";
import { OTHERS } from "./peers/index.mjs";

const deno = argv[2];
const RUNTIMES = {
  deno: { command: deno, before: ["run", "--no-config", "--no-check"] },
  node: { command: execPath, before: [] },
};

const ROUNDS = quick ? 3 : 45;
const FOLDER = join(TARGET, "start");

const body = JSON.stringify(JSON.stringify(contact));
// The bytes are there, as those of a request are: to start an encoder is not what is measured.
const bytes = `new Uint8Array([${new TextEncoder().encode(JSON.stringify(contact))}])`;
const once = (call) => `if (${call}(${bytes}) === undefined) throw new Error("refused");`;

/** A program that imports the package of contracts/, all of it, from where it is. */
const crm = (index) =>
  `export * from "${index}"; import { CreateContact } from "${index}"; ${once("CreateContact.parseJson")}`;

const PROGRAMS = {
  empty: "",
  "portcullis, crm": crm("../target/bench/contracts/index.js"),
  "portcullis, crm, import": `export * from "../target/bench/contracts/index.js";`,
};
for (const peer of ["portcullis", ...OTHERS]) {
  PROGRAMS[peer] = `import { contact } from "./peers/${peer}/contact.mjs"; ${once("contact.parse")}`;
}

/** The first calls of a new process, in milliseconds since the first began. */
const CALLS = [1, 100, 5_000];
const first = (contender) => `
  ${contender}
  const bytes = new TextEncoder().encode(${body});
  const times = [];
  let kept, call = 0;
  const start = performance.now();
  for (const calls of ${JSON.stringify(CALLS)}) {
    for (; call < calls; call++) kept = run(bytes);
    times.push(performance.now() - start);
  }
  if (kept === undefined) throw new Error("refused");
  console.log(JSON.stringify(times));`;

const FIRST = { "JSON.parse": first(`import { parse as run } from "./peers/json.mjs";`) };
for (const peer of ["portcullis", ...OTHERS]) {
  FIRST[peer] = first(`import { contact } from "./peers/${peer}/contact.mjs"; const run = contact.parse;`);
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));

async function write(kind, programs) {
  mkdirSync(FOLDER, { recursive: true });
  const files = {};
  for (const [name, source] of Object.entries(programs)) {
    files[name] = join(FOLDER, `${kind}-${name.replace(/\W+/g, "-")}.mjs`);
    writeFileSync(files[name], await bundle(source));
  }
  return files;
}

/**
 * Runs a program to its end: milliseconds, and what it printed.
 *
 * What Deno keeps of a program's compiled modules is in a folder of its own. In one for all, each
 * process would read the log of what was written for every other.
 */
function run({ command, before }, file) {
  const options = { encoding: "utf8", env: { ...env, DENO_DIR: `${file}.deno` } };
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, [...before, file], options);
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return { milliseconds, stdout };
}

const programs = await write("start", PROGRAMS);
programs["portcullis, crm, modules"] = join(FOLDER, "start-modules.mjs");
writeFileSync(programs["portcullis, crm, modules"], crm("../contracts/index.js"));
const firsts = await write("first", FIRST);

/** One run of each program, in an order of chance, lest the same one always runs behind a long one. */
function round(programs, result) {
  const names = Object.keys(programs);
  return Object.fromEntries(shuffled(names.length).map((at) => [names[at], result(programs[names[at]])]));
}

/** What one runtime makes of all programs, taken in turn: medians. */
function measure(runtime) {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    start: round(programs, (file) => run(runtime, file).milliseconds),
    first: round(firsts, (file) => JSON.parse(run(runtime, file).stdout)),
  })).slice(1); // the first only warms the disk's cache

  const { empty, ...others } = programs;
  return {
    empty: median(rounds.map(({ start }) => start.empty)),
    start: mapValues(others, (_, name) => ({
      median: median(rounds.map(({ start }) => start[name] - start.empty)),
      best: Math.min(...rounds.map(({ start }) => start[name])) - Math.min(...rounds.map(({ start }) => start.empty)),
    })),
    calls: CALLS,
    first: mapValues(firsts, (_, name) => CALLS.map((_, at) => median(rounds.map(({ first }) => first[name][at])))),
  };
}

console.log(JSON.stringify({ rounds: ROUNDS, ...mapValues(RUNTIMES, measure) }));
