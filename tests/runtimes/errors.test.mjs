/**
 * What is done with errors, wherever the package runs.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";

import { bun, deno, deno214 } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";

/** Shows a form what is wrong with it. */
const FORM = `
import { CreateContact } from "./contracts/index.js";
import { flattenError, localize } from "./contracts/runtime/errors/index.js";
import { de } from "./contracts/runtime/messages/de.js";

const { error } = CreateContact.safeParse({ first_name: "", last_name: "Lovelace", email: "nobody", age: 36 });
console.log(JSON.stringify([flattenError(error), flattenError(localize(error, de))]));
`;

/** Asks where no server is. @param {number} port */
const client = (port) => `
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
  test(`${runtime} shows a form what is wrong with it, also in German`, async (test) => {
    const project = new Project(test);
    project.place("contracts");
    project.write("main.mjs", FORM);
    const [english, german] = JSON.parse(await project.run(executable(), ...options, "main.mjs"));
    assert.deepEqual(english, {
      formErrors: ["Unknown field: age"],
      fieldErrors: { first_name: ["Must have at least 1 character"], email: ["Must be an email address"] },
    });
    assert.deepEqual(german, {
      formErrors: ["Unbekanntes Feld: age"],
      fieldErrors: { first_name: ["Muss mindestens 1 Zeichen haben"], email: ["Muss eine E-Mail-Adresse sein"] },
    });
  });

  test(`${runtime} tells that no server answered`, async (test) => {
    const project = new Project(test);
    project.place("contracts");
    project.write("main.mjs", client(await freePort()));
    assert.match(await project.run(executable(), ...options, "main.mjs"), /^unavailable /);
  });
}
