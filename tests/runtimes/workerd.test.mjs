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
import { workerd } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";
import { assertAnswersSmall, server } from "./lib/requests.mjs";
import { serve } from "./lib/server.mjs";

/** Where npm has installed the package. */
const CONTRACTS = `node_modules/${name}`;

/** Compatibility dates: from 2025-06-01 on workerd also compiles bytes, while it loads a worker. */
const DATES = ["2024-09-02", "2026-11-01"];

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
    const response = await fetch(await start(test, project, date));
    assertConforms(await response.text());
  });

  test(`workerd serves, compatible with ${date}`, async (test) => {
    const project = new Project(test);
    project.install();
    project.write("main.mjs", server(`./${CONTRACTS}/raw/index.js`));
    await assertAnswersSmall(await start(test, project, date));
  });
}

/**
 * @param {import("node:test").TestContext} test
 * @param {Project} project
 * @param {string} date
 */
function start(test, project, date) {
  project.write("config.capnp", configuration(project, date));
  return serve(test, project, /"port":(\d+)/, workerd(), "serve", "config.capnp", "--control-fd=1");
}

/**
 * @param {Project} project
 * @param {string} date
 */
function configuration(project, date) {
  const folders = ["runtime", "raw", "raw/payloads"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(project.root, CONTRACTS, folder))
      .filter((file) => file.endsWith(".js"))
      .map((file) => posix.join(CONTRACTS, folder, file)),
  );
  files.push(...["readers.js", "engine/engine_bg.js", "engine/raw.js"].map((file) => posix.join(CONTRACTS, file)));
  const wasm = posix.join(CONTRACTS, "engine/engine_bg.wasm");
  const own = readdirSync(project.root).filter((file) => file.endsWith(".mjs"));
  // The first module is the program.
  const modules = [...own.sort().reverse(), ...files].map((file) => `(name = "${file}", esModule = embed "${file}")`);
  modules.push(`(name = "${wasm}?module", wasm = embed "${wasm}")`);
  return `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [${modules.join(",\n    ")}],
  compatibilityDate = "${date}",
);
`;
}
