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

import { assertConforms } from "./lib/program.mjs";
import { workerd } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";
import { assertAnswersSmall, server } from "./lib/requests.mjs";
import { serve } from "./lib/server.mjs";

const CONFORMANCE = `
import * as contracts from "./contracts/raw/index.js";
import { engine } from "./contracts/engine/raw.js";
import { conformance } from "./conformance.mjs";

export default {
  async fetch() {
    return Response.json(await conformance(contracts, engine));
  },
};
`;

test("workerd", async (test) => {
  const project = new Project(test);
  project.place("contracts");
  project.copy("conformance.mjs");
  project.write("main.mjs", CONFORMANCE);
  const response = await fetch(await start(test, project));
  assertConforms(await response.text());
});

test("workerd serves", async (test) => {
  const project = new Project(test);
  project.place("contracts");
  project.write("main.mjs", server("./contracts/raw/index.js"));
  await assertAnswersSmall(await start(test, project));
});

/**
 * @param {import("node:test").TestContext} test
 * @param {Project} project
 */
function start(test, project) {
  project.write("config.capnp", configuration(project));
  return serve(test, project, /"port":(\d+)/, workerd(), "serve", "config.capnp", "--control-fd=1");
}

/** @param {Project} project */
function configuration(project) {
  const folders = ["runtime", "raw", "raw/payloads"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(project.root, "contracts", folder))
      .filter((file) => file.endsWith(".js"))
      .map((file) => posix.join("contracts", folder, file)),
  );
  files.push("contracts/readers.js", "contracts/engine/engine_bg.js", "contracts/engine/raw.js");
  const own = readdirSync(project.root).filter((file) => file.endsWith(".mjs"));
  // The first module is the program.
  const modules = [...own.sort().reverse(), ...files].map((file) => `(name = "${file}", esModule = embed "${file}")`);
  modules.push('(name = "contracts/engine/engine_bg.wasm?module", wasm = embed "contracts/engine/engine_bg.wasm")');
  return `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [${modules.join(",\n    ")}],
  compatibilityDate = "2024-09-02",
);
`;
}
