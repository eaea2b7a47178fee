/**
 * A package of before beside one of now: `before.mjs <deno> <before> <now>`. Runs on Node.js.
 *
 * What one process measures depends on its layout in memory and on the order in which it does
 * things, by up to 5 %. So each process measures one package, the packages take turns, and medians
 * are compared.
 */

import { spawnSync } from "node:child_process";
import { argv, execPath } from "node:process";
import { quick } from "./measure/effort.mjs";
import { median } from "./measure/rounds.mjs";

const [deno, before, now] = argv.slice(2);
const RUNTIMES = { deno: [deno, "run", "--allow-all"], node: [execPath] };
const ROUNDS = quick ? 1 : 15;

function once([command, ...options], folder) {
  const rest = quick ? ["--quick"] : [];
  const { status, stdout, stderr } = spawnSync(command, [...options, "once.mjs", folder, ...rest], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** How now compares with before, body by body. */
function measure(runtime) {
  const rounds = Array.from({ length: ROUNDS }, () => [before, now].map((folder) => once(runtime, folder)));
  const middle = (at, body, way) => median(rounds.map((both) => both[at][body][way]));
  return rounds[0][0].map(({ name }, body) => {
    const [typed, verdict] = ["typed", "verdict"].map((way) => middle(1, body, way) / middle(0, body, way));
    return { name, typed, verdict };
  });
}

const results = Object.entries(RUNTIMES).map(([name, runtime]) => [name, measure(runtime)]);
console.log(JSON.stringify({ rounds: ROUNDS, ...Object.fromEntries(results) }));
