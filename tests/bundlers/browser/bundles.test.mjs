/**
 * A bundle of the package, run by Chromium.
 */
import { test } from "node:test";

import { createServer } from "vite";

import { openPage, resultOf } from "../../runtimes/lib/chromium.mjs";
import { assertConforms, byName } from "../../runtimes/lib/program.mjs";
import { serveFolder } from "../../runtimes/lib/site.mjs";
import { bundlers } from "../lib/bundlers.mjs";

const page = (/** @type {string} */ script) =>
  `<!doctype html><title>conformance</title><body><script type="module" src="${script}"></script></body>`;

const MAIN = `
import { installed } from "./installed.mjs";
document.body.textContent = JSON.stringify(await installed());
`;

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`${name}, run by Chromium`, async (test) => {
    const project = byName(test);
    project.write("main.mjs", MAIN);
    await bundle({ root: project.root, entry: "main.mjs", output: "dist/main.mjs", platform: "browser" });
    project.write("dist/index.html", page("/main.mjs"));
    const address = await serveFolder(test, `${project.root}/dist`);
    assertConforms(await resultOf(await openPage(test), address));
  });
}

test("Vite's development server, run by Chromium", async (test) => {
  const project = byName(test);
  project.write("main.mjs", MAIN);
  project.write("index.html", page("/main.mjs"));
  const server = await createServer({
    root: project.root,
    configFile: false,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, watch: null },
  });
  test.after(() => server.close());
  await server.listen();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.httpServer?.address());
  assertConforms(await resultOf(await openPage(test), `http://127.0.0.1:${port}/`));
});
