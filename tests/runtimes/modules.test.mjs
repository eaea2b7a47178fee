/**
 * What the modules of a built package may not do, wherever they run.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { folder } from "./lib/package.mjs";

/**
 * Every module that one imports, itself included: its code by its path.
 *
 * @param {string} entry
 */
function graph(entry) {
  /** @type {Map<string, string>} */
  const modules = new Map();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (modules.has(path)) continue;
    assert(existsSync(join(folder, path)), `${path} is imported, but not there`);
    const source = readFileSync(join(folder, path), "utf8");
    modules.set(path, source.replace(/\/\*[^]*?\*\/|\/\/.*|"[\w+/=]{1000,}"/g, ""));
    for (const [, specifier] of source.matchAll(/^(?:import|export)\b[^;"]*?\bfrom "([^"]+)";$/gm)) {
      assert.match(specifier, /^\.\.?\//, `${path} imports "${specifier}"`);
      if (!specifier.endsWith(".wasm?module")) open.push(join(dirname(path), specifier));
    }
  }
  return modules;
}

const inline = graph("index.js");
const raw = graph("raw/index.js");
const errors = graph("runtime/errors/index.js");
const german = graph("runtime/messages/de.js");

/** @param {Map<string, string>} modules @param {RegExp} pattern */
const matching = (modules, pattern) => [...modules].filter(([, code]) => pattern.test(code)).map(([path]) => path);

test("the graph is that of the package", () => {
  for (const file of ["runtime/tape.js", "readers.js", "writers.js", "engine/engine_bg.js"]) {
    assert(inline.has(file) && raw.has(file), file);
  }
});

test("the module with the engine does not end with it, for Deno looks for a source map there", () => {
  const lines = readFileSync(join(folder, "engine/bytes.js"), "utf8").trimEnd().split("\n");
  assert(lines.some((line) => line.length > 10_000) && String(lines.at(-1)).length < 100);
});

test("what handles errors costs nothing unless it is imported, and needs no engine", () => {
  const isOnlyThere = (/** @type {string} */ path) => /^runtime\/(errors|messages)\//.test(path);
  assert.deepEqual([...inline.keys(), ...raw.keys()].filter(isOnlyThere), []);
  assert.deepEqual([...errors.keys()].filter((path) => path.startsWith("runtime/messages/")), []);
  assert.deepEqual([...errors.keys()].filter((path) => !path.startsWith("runtime/") || path === "runtime/engine.js"), []);
  assert.deepEqual([...german.keys()], ["runtime/messages/de.js"]);
});

test("JSON Schemas and the fields of forms are loaded by who imports them", () => {
  for (const file of ["json-schema.js", "runtime/json-schema.js", "form-fields.js"]) {
    assert(![...inline.keys(), ...raw.keys()].some((path) => path.endsWith(file)), file);
  }
  assert.deepEqual([...graph("form-fields.js").keys()], ["form-fields.js"]);
  assert(graph("raw/json-schema.js").has("engine/raw.js") && !graph("raw/json-schema.js").has("engine/inline.js"));
});

test("no module imports .wasm but that of the raw engine", () => {
  assert.deepEqual(matching(inline, /"[^"]*\.wasm/), []);
  assert.deepEqual(matching(raw, /"[^"]*\.wasm/), ["engine/raw.js"]);
});

/** The conditions of those runtimes that are given a .wasm file; TypeScript is given no program. */
const OF_OTHERS = ["workerd", "edge-light", "types"];

test("Deno, and whoever matches no condition, finds no import of .wasm behind any export", () => {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  let looked = 0;
  for (const [name, targets] of Object.entries(exports)) {
    for (const [condition, target] of Object.entries(targets)) {
      if (typeof targets === "string" || OF_OTHERS.includes(condition)) continue;
      for (const file of filesOf(target)) {
        assert.deepEqual(matching(graph(file), /\.wasm\b/), [], `${name}, ${condition}`);
        looked += 1;
      }
    }
  }
  assert(looked > 20, `only ${looked} modules were looked at`);
});

/**
 * The files that the target of an export stands for.
 *
 * @param {string} target
 */
function filesOf(target) {
  if (!target.includes("*")) return [target];
  const [before, after] = target.split("*");
  const files = readdirSync(join(folder, before)).filter((file) => file.endsWith(after));
  return files.map((file) => `${before}${file}`);
}

for (const [what, pattern] of /** @type {[string, RegExp][]} */ ([
  ["evaluates text", /(?<!-)\beval\b|\bFunction\b/],
  ["waits at its top level", /^\S.*\bawait\b/m],
  ["imports at run time", /\bimport\s*\(/],
  ["fetches", /\bfetch\s*\(|\bXMLHttpRequest\b/],
  ["needs Node.js", /\bprocess\b|\brequire\b|\bBuffer\b|"node:/],
])) {
  test(`no module ${what}`, () => {
    for (const modules of [inline, raw, errors, german]) assert.deepEqual(matching(modules, pattern), []);
  });
}

test("coders of text, which take long to start, are made when there is text", async () => {
  const { TextDecoder, TextEncoder } = globalThis;
  /** @type {string[]} */
  const made = [];
  const watched = (/** @type {any} */ coder) =>
    class extends coder {
      /** @param {unknown[]} options */
      constructor(...options) {
        super(...options);
        made.push(coder.name);
      }
    };
  const text = '{"id":"b6f0f7c4-6f0c-4f5e-8b59-0c8a5b0b2b11"}';
  const bytes = new TextEncoder().encode(text);
  Object.assign(globalThis, { TextDecoder: watched(TextDecoder), TextEncoder: watched(TextEncoder) });
  try {
    const { GetContact } = await import(pathToFileURL(join(folder, "index.js")).href);
    assert(GetContact.safeParseJson(bytes).success);
    assert.deepEqual(made, []);
    assert(GetContact.safeParseJson(text).success);
    assert(!GetContact.safeParseJson("[]").success);
    assert.deepEqual(made, ["TextEncoder", "TextDecoder"]);
  } finally {
    Object.assign(globalThis, { TextDecoder, TextEncoder });
  }
});

test("the engine was started when the package was built", () => {
  const module = new WebAssembly.Module(readFileSync(join(folder, "engine/engine_bg.wasm")));
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert(names.includes("check") && !names.includes("portcullis_start"), names.join(", "));
});

test("nothing says where it was built", () => {
  const wasm = readFileSync(join(folder, "engine/engine_bg.wasm"), "latin1");
  for (const path of [homedir(), dirname(folder)].filter((path) => path !== "/")) {
    assert(!wasm.includes(path), `the WebAssembly mentions ${path}`);
    for (const [file, code] of [...inline, ...raw]) assert(!code.includes(path), `${file} mentions ${path}`);
  }
});
