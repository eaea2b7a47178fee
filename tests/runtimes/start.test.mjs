/**
 * Where the engine cannot start, its package says what is missing.
 */
import assert from "node:assert/strict";
import { test } from "node:test";

import { name } from "./lib/package.mjs";
import { Project } from "./lib/project.mjs";

const MAIN = `
const { cause, message } = await import("${name}").catch((error) => error);
console.log(JSON.stringify({ cause: String(cause), message }));
`;

/** @type {[string, string, RegExp, RegExp][]} */
const LACKING = [
  ["SIMD", "--no-enable-sse4-1", /^There is no WebAssembly with SIMD here.*docs\/runtimes\.md/, /^CompileError: .*SIMD/],
  ["WebAssembly", "--jitless", /^There is no WebAssembly with SIMD here/, /^ReferenceError: WebAssembly/],
];

for (const [what, flag, said, caused] of LACKING) {
  test(`without ${what} the package says so`, { skip: process.arch !== "x64" && "the flags are those of x86-64" }, async (test) => {
    const project = new Project(test);
    project.install();
    project.write("main.mjs", MAIN);
    const { cause, message } = JSON.parse(await project.run(process.execPath, flag, "main.mjs"));
    assert.match(message, said);
    assert.match(cause, caused);
  });
}
