/**
 * How the engine starts. Where it cannot, its package says what is missing.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { name } from "./lib/package.mjs";
import { node, withNodes } from "./lib/programs.mjs";
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

/** What functions have as their source where they are compiled to bytecode alone, or by what obfuscates. */
const SOURCES = {
  nothing: `() => ""`,
  "no source": `() => "function () { [native code] }"`,
  spaces: `(source) => " ".repeat(source.length)`,
  "the text in parts": `(source) => source.slice(0, -20) + '" + "' + source.slice(-20)`,
};

for (const [what, change] of Object.entries(SOURCES)) {
  test(`with ${what} in place of functions' sources it starts all the same`, async (test) => {
    const project = new Project(test);
    project.install();
    project.write(
      "sources.mjs",
      `const { toString } = Function.prototype;
      const change = ${change};
      Function.prototype.toString = function () { return change(toString.call(this)); };`,
    );
    project.write("main.mjs", `const { GetContact } = await import("${name}");\nconsole.log(GetContact.checkJson("{}").error.code);`);
    assert.equal(await project.run(process.execPath, "--import=./sources.mjs", "main.mjs"), "validation_failed\n");
  });
}

/** What asks for a contact. */
const ASKED = '{"id":"67e55044-10b1-426f-9247-bb680e5fe0c8"}';

for (const [what, body] of Object.entries({ bytes: `new TextEncoder().encode('${ASKED}')`, "a string": `'${ASKED}'` })) {
  test(`what a first check of ${what} calls is compiled with its module`, withNodes, async (test) => {
    const project = new Project(test);
    project.install();
    project.write("main.mjs", `import { GetContact } from "${name}";\nGetContact.parseJson(${body});\n`);
    await project.run(node(26), "--log-function-events", "--logfile=v8.log", "--no-logfile-per-isolate", "main.mjs");
    const late = compiledLate(readFileSync(join(project.root, "v8.log"), "utf8"));
    // Readers are many, and most processes need few of them: the payload's own, which index.js hands over, and its type's.
    assert.deepEqual(late, { "index.js": [""], "readers.js": ["readGetContact"] });
  });
}

/**
 * The functions that were compiled when they were called, by the package's modules they are in.
 *
 * @param {string} log of V8's function events
 */
function compiledLate(log) {
  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {Record<string, string[]>} */
  const functions = {};
  for (const line of log.split("\n").map((line) => line.split(","))) {
    if (line[0] === "script-details") {
      const [, script, address] = line;
      if (address.includes(`/${name}/`)) files.set(script, address.slice(address.lastIndexOf("/") + 1));
    } else if (line[0] === "function" && line[1] === "parse-function") {
      const [, , script, , , , , called] = line;
      const file = files.get(script);
      if (file) (functions[file] ??= []).push(called);
    }
  }
  return functions;
}
