import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage, resultOf } from "../lib/chromium.mjs";
import { assertConforms } from "../lib/program.mjs";
import { Project } from "../lib/project.mjs";
import { serveFolder } from "../lib/site.mjs";

const PAGE = `<!doctype html><title>conformance</title><script type="module" src="/page.mjs"></script>`;

const SCRIPT = `
async function run() {
  const contracts = await import("./contracts/index.js");
  const { engine } = await import("./contracts/engine/inline.js");
  const { conformance } = await import("./conformance.mjs");
  return JSON.stringify(await conformance(contracts, engine));
}
document.body.textContent = await run().catch(String);
`;

test("Chromium", async (test) => {
  assertConforms(await show(test));
});

test("Chromium, where a policy allows WebAssembly and nothing else", async (test) => {
  assertConforms(await show(test, { policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" }));
});

test("Chromium, where a policy does not allow WebAssembly", async (test) => {
  const error = await show(test, { policy: "default-src 'self'" });
  assert.match(error, /^Error: WebAssembly may not be compiled here.*script-src 'wasm-unsafe-eval'/);
});

test("Chromium without SIMD", { skip: process.arch !== "x64" && "no flag takes it away" }, async (test) => {
  const error = await show(test, { flags: ["--js-flags=--no-enable-sse4-1"] });
  assert.match(error, /^Error: The engine needs Chrome 115/);
});

/**
 * Shows a page that runs the conformance cases, and gives its text.
 *
 * @param {import("node:test").TestContext} test
 * @param {{policy?: string, flags?: string[]}} [options] the page's Content-Security-Policy; flags of Chromium
 */
async function show(test, { policy, flags } = {}) {
  const project = new Project(test);
  project.place("contracts");
  project.copy("conformance.mjs");
  project.write("index.html", PAGE);
  project.write("page.mjs", SCRIPT);
  const headers = policy === undefined ? {} : { "content-security-policy": policy };
  const address = await serveFolder(test, project.root, headers);
  return resultOf(await openPage(test, { flags }), address);
}
