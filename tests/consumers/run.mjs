/**
 * Runs every consumer, compiled strictly, in a project that has the packed package installed.
 *
 * The project lies in this folder, so that Node.js and TypeScript find the libraries installed here.
 */
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { tsc } from "../runtimes/lib/programs.mjs";
import { Project } from "../runtimes/lib/project.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const project = new Project({ after: (remove) => process.once("exit", remove) }, here);

project.install();
for (const source of ["src", "tsconfig.json"]) cpSync(join(here, source), join(project.root, source), { recursive: true });
await project.run(tsc(), "--project", ".");
const env = { ...project.environment, TSC: tsc() };
const { status } = spawnSync(process.execPath, ["--test", "built/"], { cwd: project.root, env, stdio: "inherit" });
process.exitCode = status ?? 1;
