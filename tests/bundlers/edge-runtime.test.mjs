/**
 * The VM of Vercel's Edge Functions, which compiles neither text nor bytes.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { EdgeRuntime, runServer } from "edge-runtime";
import { build } from "esbuild";

import { name } from "../runtimes/lib/package.mjs";
import { assertConforms, byName } from "../runtimes/lib/program.mjs";
import { Project } from "../runtimes/lib/project.mjs";
import { assertAnswersSmall, server } from "../runtimes/lib/requests.mjs";

/**
 * Vercel compiles what is imported as "….wasm?module", and gives it to the function as a global.
 *
 * @type {import("esbuild").Plugin}
 */
const COMPILED = {
  name: "compiled WebAssembly",
  setup(build) {
    build.onLoad({ filter: /\.wasm$/ }, ({ suffix }) =>
      suffix === "?module" ? { contents: "export default globalThis.engine_bg;" } : undefined,
    );
  },
};

/** What makes a function's handler answer events, as Vercel adds it. */
const LISTEN = `
import handler from "./handler.mjs";
addEventListener("fetch", (event) => event.respondWith(handler.fetch(event.request)));
`;

const CONFORMANCE = `
import { installed } from "./installed.mjs";
export default { fetch: async () => Response.json(await installed()) };
`;

test("Vercel's edge VM", async (test) => {
  const project = byName(test);
  project.write("handler.mjs", CONFORMANCE);
  const response = await fetch(await start(test, project));
  assertConforms(await response.text());
});

test("Vercel's edge VM serves", async (test) => {
  const project = new Project(test);
  project.install();
  project.write("handler.mjs", server());
  await assertAnswersSmall(await start(test, project));
});

test("Vercel's edge VM compiles no bytes", () => {
  const runtime = strict("", undefined);
  assert.throws(() => runtime.evaluate("new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))"), /disallowed/);
});

/**
 * Bundles a handler, starts it and gives its address.
 *
 * @param {import("node:test").TestContext} test
 * @param {Project} project
 */
async function start(test, project) {
  project.write("main.mjs", LISTEN);
  await build({
    absWorkingDir: project.root,
    entryPoints: ["main.mjs"],
    outfile: "dist/main.js",
    bundle: true,
    minify: true,
    format: "iife",
    conditions: ["edge-light", "browser"],
    plugins: [COMPILED],
  });
  const wasm = Uint8Array.from(readFileSync(join(project.root, "node_modules", name, "engine/engine_bg.wasm")));
  const code = readFileSync(join(project.root, "dist/main.js"), "utf8");
  const server = await runServer({ runtime: strict(code, new WebAssembly.Module(wasm)), host: "127.0.0.1", port: 0 });
  test.after(() => server.close());
  return server.url;
}

/**
 * A VM with the settings that functions are deployed with.
 *
 * @param {string} initialCode
 * @param {WebAssembly.Module | undefined} engine_bg what Vercel has compiled
 */
function strict(initialCode, engine_bg) {
  return new EdgeRuntime({
    initialCode,
    codeGeneration: { strings: false, wasm: false },
    extend: (context) => Object.assign(context, { engine_bg }),
  });
}
