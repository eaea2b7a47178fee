/**
 * A bundle of the package, run by Node.js: all that the package does comes through each bundler.
 */
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { assertConforms, byName } from "../runtimes/lib/program.mjs";
import { bundlers } from "./lib/bundlers.mjs";

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name}, run by Node.js`, async (test) => {
    const project = byName(test);
    await bundle({ root: project.root, entry: "main.mjs", output: "dist/main.mjs", platform: "node" });
    // The bundle must stand on its own.
    rmSync(join(project.root, "node_modules"), { recursive: true });
    assertConforms(await project.run(process.execPath, "dist/main.mjs"));
    const code = readFileSync(join(project.root, "dist/main.mjs"), "utf8");
    // From its generator's source the engine starts sooner.
    assert.match(code, /yield\s*(["'`])AGFzbQ[\w+/]+=*\1/);
    // Rollup alone does not minify, and webpack and terser put comments elsewhere.
    if (!["esbuild", "Bun", "Vite"].includes(name)) return;
    // Deno looks for a source map in the last line, from its end: the engine is not to be there.
    assert.doesNotMatch(lastLine(code), /[\w+/]{10000}/);
  });
}

/** @param {string} text */
const lastLine = (text) => text.trimEnd().split("\n").at(-1) ?? "";
