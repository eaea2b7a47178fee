/**
 * A worker as wrangler bundles it for Cloudflare, run by workerd.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { assertConforms, byName } from "../runtimes/lib/program.mjs";
import { node } from "../runtimes/lib/programs.mjs";
import { DATES, startWorker } from "../runtimes/lib/workerd.mjs";

const WRANGLER = fileURLToPath(new URL("node_modules/wrangler/bin/wrangler.js", import.meta.url));

const WORKER = `
import { installed } from "./installed.mjs";
export default { fetch: async () => Response.json(await installed()) };
`;

for (const date of DATES) {
  test(`wrangler, compatible with ${date}`, async (test) => {
    const project = byName(test);
    project.write("main.mjs", WORKER);
    project.write("wrangler.json", JSON.stringify({ name: "contacts", main: "main.mjs", compatibility_date: date }));
    // It asks for a newer Node.js than everything else here.
    await project.run(node(24), WRANGLER, "deploy", "--dry-run", "--outdir=dist");
    const compiled = readdirSync(join(project.root, "dist")).filter((file) => file.endsWith(".wasm"));
    const modules = ["main.js", ...compiled].map((file) => [file, `dist/${file}`]);
    const response = await fetch(await startWorker(test, project, date, Object.fromEntries(modules)));
    assertConforms(await response.text());
  });
}
