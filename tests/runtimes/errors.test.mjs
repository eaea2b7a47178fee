/**
 * What clients do with errors, where it depends on the runtime.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";

import { bun, deno, deno214 } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";

/** Asks where no server is. @param {number} port */
const program = (port) => `
import { parseError } from "./contracts/runtime/errors/index.js";

const thrown = await fetch("http://127.0.0.1:${port}").catch((error) => error);
console.log((await parseError(thrown)).code, thrown.message);
`;

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

for (const [runtime, executable, ...options] of /** @type {[string, () => string, ...string[]][]} */ ([
  ["Node.js", () => process.execPath],
  ["Deno", deno, "run", "--no-prompt", "--cached-only", "--allow-net=127.0.0.1"],
  ["Deno 2.1.4", deno214, "run", "--no-prompt", "--cached-only", "--allow-net=127.0.0.1"],
  ["Bun", bun],
])) {
  test(`${runtime} tells that there was no answer`, async (test) => {
    const project = new Project(test);
    project.place("contracts");
    project.write("main.mjs", program(await freePort()));
    assert.match(await project.run(executable(), ...options, "main.mjs"), /^unavailable /);
  });
}
