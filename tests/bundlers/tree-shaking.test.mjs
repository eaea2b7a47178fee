/**
 * A bundle has the readers of those payloads that it imports, and of no other.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";

import { engines, folder, name as contracts } from "../runtimes/lib/package.mjs";
import { Project } from "../runtimes/lib/project.mjs";
import { bundlers } from "./lib/bundlers.mjs";

const load = (/** @type {string} */ path) => import(pathToFileURL(join(folder, path)).href);

/** @type {any[]} */
const payloads = Object.values(await load("index.js")).filter((value) => Object.hasOwn(value, "~standard"));

/** The fields of each payload, by its name. @type {Record<string, unknown>} */
const formFields = await load("form-fields.js");

/**
 * The names of a payload's fields, and of those inside. Words that are in the runtime too, such as
 * "name", tell nothing: only those of two words and more do.
 *
 * @param {string} payload
 */
const fieldsOf = (payload) =>
  [...JSON.stringify(formFields[payload]).matchAll(/"name":"([^"]+_[^"]+)"/g)].map(([, name]) => name);

const isNamed = (/** @type {string} */ bundle, /** @type {string} */ name) => new RegExp(`\\b${name}\\b`).test(bundle);

const BY_NAME = `import { CreateOrganization } from "${contracts}";`;
const BY_SUBPATH = `import { CreateOrganization } from "${contracts}/CreateOrganization";`;

for (const [bundler, bundle] of Object.entries(bundlers)) {
  /**
   * Bundles a program that uses its import.
   *
   * @param {import("node:test").TestContext} test
   * @param {string} imports
   * @param {string} use
   */
  async function bundleOf(test, imports, use) {
    const project = new Project(test);
    project.install();
    project.write("main.mjs", `${imports}\nconsole.log(JSON.stringify(${use}));`);
    await bundle({ root: project.root, entry: "main.mjs", output: "dist/main.mjs", platform: "browser" });
    return readFileSync(join(project.root, "dist/main.mjs"), "utf8");
  }

  for (const [how, imports] of Object.entries({ "by name": BY_NAME, "by its subpath": BY_SUBPATH })) {
    test(`${bundler} keeps one payload that is imported ${how}`, async (test) => {
      const code = await bundleOf(test, imports, `CreateOrganization.safeParse(globalThis)`);
      assert.equal(engines(code), 1, "engines");
      const own = fieldsOf("CreateOrganization");
      assert(own.length > 0 && own.every((name) => isNamed(code, name)), `not all of ${own} are there`);
      const others = new Set(payloads.flatMap(({ name }) => fieldsOf(name)).filter((name) => !own.includes(name)));
      assert(others.size > 10, "there are other fields");
      assert.deepEqual([...others].filter((name) => isNamed(code, name)), []);
      const kept = payloads.filter(({ identity }) => code.includes(identity)).map(({ name }) => name);
      assert.deepEqual(kept, ["CreateOrganization"]);
    });
  }

  test(`${bundler} keeps one payload with its JSON Schemas`, async (test) => {
    const imports = `import { CreateOrganization } from "${contracts}/json-schema";`;
    const code = await bundleOf(test, imports, "CreateOrganization.jsonSchema()");
    assert.equal(engines(code), 1, "engines");
    const titles = payloads.map(({ name }) => name).filter((name) => code.includes(`"title":"${name}"`));
    assert.deepEqual(titles, ["CreateOrganization"]);
  });

  test(`${bundler} keeps no engine for errors and the fields of forms`, async (test) => {
    const imports = `
      import { flattenError } from "${contracts}/errors";
      import { CreateOrganization } from "${contracts}/form-fields";
    `;
    const code = await bundleOf(test, imports, "[CreateOrganization, flattenError(globalThis)]");
    assert.equal(engines(code), 0, "engines");
    assert(isNamed(code, "postal_code") && !isNamed(code, "first_name"));
  });
}
