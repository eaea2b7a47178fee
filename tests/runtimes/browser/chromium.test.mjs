/**
 * Chromium, from $CHROMIUM or from the path: npm has no package that holds it.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { test } from "node:test";

import { assertConforms } from "../lib/program.mjs";
import { Project } from "../lib/project.mjs";

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

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" };

test("Chromium", async (test) => {
  assertConforms(await show(test));
});

test("Chromium, where a policy allows WebAssembly and nothing else", async (test) => {
  assertConforms(await show(test, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"));
});

test("Chromium, where a policy does not allow WebAssembly", async (test) => {
  assert.match(await show(test, "default-src 'self'"), /Content Security [Pp]olicy/);
});

/**
 * Shows a page that runs the conformance cases, and gives its text.
 *
 * @param {import("node:test").TestContext} test
 * @param {string} [policy] the page's Content-Security-Policy
 */
async function show(test, policy) {
  const project = new Project(test);
  project.place("contracts");
  project.copy("conformance.mjs");
  project.write("index.html", PAGE);
  project.write("page.mjs", SCRIPT);
  const server = createServer((request, response) => {
    const path = request.url === "/" ? "/index.html" : String(request.url);
    if (policy !== undefined) response.setHeader("content-security-policy", policy);
    response.setHeader("content-type", TYPES[extname(path)] ?? "text/plain");
    response.end(path === "/favicon.ico" ? "" : readFileSync(join(project.root, path)));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  test.after(() => server.close());
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const page = await project.run(
    process.env.CHROMIUM ?? "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${join(project.root, "profile")}`,
    "--virtual-time-budget=60000",
    "--dump-dom",
    `http://127.0.0.1:${port}/`,
  );
  const [, text] = /<body>([^]*)<\/body>/.exec(page) ?? assert.fail(page);
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
