/** What the compiler has to do for a hundred payloads, and for the same in Zod. Runs on Node.js. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { quick } from "./measure/effort.mjs";
import { COUNT, PROJECTS, writeProjects } from "./measure/projects.mjs";
import { median } from "./measure/rounds.mjs";

const ROUNDS = quick ? 1 : 15;
const TSC = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));

/** What the compiler tells of itself: by our names, as it says it, and in which parts of our units. */
const FIGURES = {
  instantiations: ["Instantiations", 1],
  types: ["Types", 1],
  memory: ["Memory used", 1_000],
  check: ["Check time", 1_000],
  total: ["Total time", 1_000],
};

/** Compiles a project in one thread, for with several each counts what it does of the same. */
function compile(project) {
  const options = ["--project", join(PROJECTS, project), "--extendedDiagnostics", "--singleThreaded"];
  const { status, stdout } = spawnSync(execPath, [TSC, ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${project}: ${stdout.slice(0, 2_000)}`);
  const figures = Object.entries(FIGURES).map(([name, [said, unit]]) => {
    const [, number] = new RegExp(`^${said}:\\s+([\\d.]+)`, "m").exec(stdout) ?? [];
    return [name, Number(number) * unit];
  });
  return Object.fromEntries(figures);
}

const projects = writeProjects();
const rounds = Array.from({ length: ROUNDS + 1 }, () => projects.map(compile)).slice(1); // the first only warms the disk's cache

/** Medians of all rounds. */
const figuresOf = (at) =>
  Object.fromEntries(Object.keys(FIGURES).map((name) => [name, median(rounds.map((round) => round[at][name]))]));

const figures = Object.fromEntries(projects.map((project, at) => [project, figuresOf(at)]));
console.log(JSON.stringify({ rounds: ROUNDS, count: COUNT, figures }));
