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

/** What Chrome says before version 115, on the main thread of a page. */
const SMALL = `
WebAssembly.Module = function () {
  throw new RangeError("WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 4KB.");
};
`;

const ILL_FORMED = "delete String.prototype.isWellFormed;";

const NEEDS = /^The engine needs Chrome 115.*docs\/runtimes\.md/;

/** @type {[string, string, RegExp][]} */
const LACKING = [
  ["SIMD", "--no-enable-sse4-1", /^CompileError: .*SIMD/],
  ["WebAssembly", "--jitless", /^ReferenceError: WebAssembly/],
  ["leave to compile more than 4 KB", "--import=./small.mjs", /^RangeError: .*4KB/],
  ["a look for lone surrogates", "--import=./ill-formed.mjs", /^TypeError: .*isWellFormed/],
];

for (const [what, flag, caused] of LACKING) {
  test(`without ${what} the package says so`, { skip: process.arch !== "x64" && "the flags are those of x86-64" }, async (test) => {
    const project = new Project(test);
    project.install();
    project.write("main.mjs", MAIN);
    project.write("small.mjs", SMALL);
    project.write("ill-formed.mjs", ILL_FORMED);
    const { cause, message } = JSON.parse(await project.run(process.execPath, flag, "main.mjs"));
    assert.match(message, NEEDS);
    assert.match(cause, caused);
  });
}
