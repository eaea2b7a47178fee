/**
 * Workers in workerd, Cloudflare's runtime.
 */
import { workerd } from "./programs.mjs";
import { serve } from "./server.mjs";

/** Compatibility dates: from 2025-06-01 on workerd also compiles bytes, while it loads a worker. */
export const DATES = ["2024-09-02", "2026-11-01"];

/**
 * Starts a worker and gives its address.
 *
 * @param {import("node:test").TestContext} test
 * @param {import("./project.mjs").Project} project
 * @param {string} date that it is to be compatible with
 * @param {Record<string, string>} modules their files by their names; the first module is the program
 */
export function startWorker(test, project, date, modules) {
  const list = Object.entries(modules).map(([name, file]) => {
    const kind = file.endsWith(".wasm") ? "wasm" : "esModule";
    return `(name = "${name}", ${kind} = embed "${file}")`;
  });
  project.write(
    "config.capnp",
    `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [${list.join(",\n    ")}],
  compatibilityDate = "${date}",
);
`,
  );
  return serve(test, project, /"port":(\d+)/, workerd(), "serve", "config.capnp", "--control-fd=1");
}
