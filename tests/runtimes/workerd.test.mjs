/**
 * workerd, Cloudflare's runtime: it compiles WebAssembly only where it deploys, and so is given
 * the raw engine.
 *
 * It is asked with small bodies only: without Cloudflare's network before it, it cuts the
 * connection of a client that still sends when it is answered.
 */
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";

import { name } from "./lib/package.mjs";
import { assertConforms } from "./lib/program.mjs";
import { Project } from "./lib/project.mjs";
import { assertAnswersSmall, server } from "./lib/requests.mjs";
import { DATES, startWorker } from "./lib/workerd.mjs";

/** Where npm has installed the package. */
const CONTRACTS = `node_modules/${name}`;

const CONFORMANCE = `
import * as contracts from "./${CONTRACTS}/raw/index.js";
import { engine } from "./${CONTRACTS}/engine/raw.js";
import { conformance } from "./conformance.mjs";

export default {
  async fetch() {
    return Response.json(await conformance(contracts, engine));
  },
};
`;

for (const date of DATES) {
  test(`workerd, compatible with ${date}`, async (test) => {
    const project = new Project(test);
    project.install();
    project.copy("conformance.mjs");
    project.write("main.mjs", CONFORMANCE);
    const modules = { "main.mjs": "main.mjs", "conformance.mjs": "conformance.mjs", ...contracts(project) };
    const response = await fetch(await startWorker(test, project, date, modules));
    assertConforms(await response.text());
  });

  test(`workerd serves, compatible with ${date}`, async (test) => {
    const project = new Project(test);
    project.install();
    project.write("main.mjs", server(`./${CONTRACTS}/raw/index.js`));
    const modules = { "main.mjs": "main.mjs", ...contracts(project) };
    await assertAnswersSmall(await startWorker(test, project, date, modules));
  });
}

/**
 * The package's modules, which are named as they are imported.
 *
 * @param {Project} project
 */
function contracts(project) {
  const folders = ["runtime", "raw", "raw/payloads"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(project.root, CONTRACTS, folder))
      .filter((file) => file.endsWith(".js"))
      .map((file) => posix.join(folder, file)),
  );
  files.push("readers.js", "writers.js", "engine/engine_bg.js", "engine/raw.js", "engine/engine_bg.wasm");
  const paths = files.map((file) => posix.join(CONTRACTS, file));
  return Object.fromEntries(paths.map((path) => [path.replace(/\.wasm$/, "$&?module"), path]));
}
