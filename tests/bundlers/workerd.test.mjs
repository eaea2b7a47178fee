/**
 * A worker, bundled with the conditions of Cloudflare's tools.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { assertConforms, byName } from "../runtimes/lib/program.mjs";
import { DATES, startWorker } from "../runtimes/lib/workerd.mjs";
import { bundleForEdge } from "./lib/edge.mjs";

const CONDITIONS = ["workerd", "worker", "browser"];

const WORKER = `
import { installed } from "./installed.mjs";
export default { fetch: async () => Response.json(await installed()) };
`;

for (const date of DATES) {
  test(`a worker bundled by esbuild, compatible with ${date}`, async (test) => {
    const project = byName(test);
    project.write("main.mjs", WORKER);
    const module = "./engine_bg.wasm";
    const wasm = await bundleForEdge(project.root, { conditions: CONDITIONS, format: "esm", module });
    writeFileSync(join(project.root, "dist", module), wasm);
    const modules = { "main.js": "dist/main.js", "engine_bg.wasm": "dist/engine_bg.wasm" };
    const response = await fetch(await startWorker(test, project, date, modules));
    assertConforms(await response.text());
  });
}
