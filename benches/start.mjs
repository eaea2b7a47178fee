/** New processes: what a program costs over an empty one, and its first calls. Runs on Node.js. */

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, execPath } from "node:process";
import { contact } from "./bodies/contacts.mjs";
import { bundle, TARGET } from "./measure/bundle.mjs";
import { quick } from "./measure/effort.mjs";
import { median } from "./measure/rounds.mjs";
import { OTHERS } from "./peers/index.mjs";

const deno = argv[2];
const RUNTIMES = [
  { runtime: "Deno", command: deno, arguments: ["run", "--no-config", "--no-check"] },
  { runtime: "Node.js", command: execPath, arguments: [] },
];

const ROUNDS = quick ? 3 : 25;
const FOLDER = join(TARGET, "start");

const body = JSON.stringify(JSON.stringify(contact));
const once = (call) => `if (${call}(new TextEncoder().encode(${body})) === undefined) throw new Error("refused");`;
const crm = `"../target/bench/contracts/index.js"`;

const PROGRAMS = {
  empty: "",
  "portcullis, crm": `export * from ${crm}; import { CreateContact } from ${crm}; ${once("CreateContact.parseJson")}`,
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

async function write(kind, programs) {
  mkdirSync(FOLDER, { recursive: true });
  const files = {};
  for (const [name, source] of Object.entries(programs)) {
    files[name] = join(FOLDER, `${kind}-${name.replace(/\W+/g, "-")}.mjs`);
    writeFileSync(files[name], await bundle(source));
  }
  return files;
}

/** Runs a program to its end: milliseconds, and what it printed. */
function run({ command, arguments: before }, file) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, [...before, file], { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return { milliseconds, stdout };
}

const programs = await write("start", PROGRAMS);
const firsts = await write("first", FIRST);

const results = RUNTIMES.map((runtime) => {
  const over = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  const calls = Object.fromEntries(Object.keys(firsts).map((name) => [name, []]));
  let empty = [];
  for (let round = -1; round < ROUNDS; round++) {
    const times = Object.entries(programs).map(([name, file]) => [name, run(runtime, file).milliseconds]);
    const outputs = Object.entries(firsts).map(([name, file]) => [name, JSON.parse(run(runtime, file).stdout)]);
    if (round < 0) continue;
    for (const [name, time] of times) over[name].push(time - times[0][1]);
    for (const [name, list] of outputs) calls[name].push(list);
    empty.push(times[0][1]);
  }
  const { empty: _, ...start } = Object.fromEntries(Object.entries(over).map(([name, list]) => [name, median(list)]));
  const firstCalls = Object.entries(calls).map(([name, lists]) => [name, CALLS.map((_, at) => median(lists.map((list) => list[at])))]);
  return { runtime: runtime.runtime, empty: median(empty), start, calls: CALLS, first: Object.fromEntries(firstCalls) };
});

console.log(JSON.stringify({ rounds: ROUNDS, results }));
