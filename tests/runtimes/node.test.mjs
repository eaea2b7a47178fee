import assert from "node:assert/strict";
import { test } from "node:test";

import { name } from "./lib/package.mjs";
import { byName, byPath, assertConforms } from "./lib/program.mjs";
import { NODES, node, withNodes } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";

for (const major of NODES) {
  test(`Node.js ${major}, by name`, withNodes, async (test) => {
    const project = byName(test);
    const program = node(major);
    assert.match(await project.run(program, "--version"), new RegExp(`^v${major}\\.`));
    assertConforms(await project.run(program, "main.mjs"));
  });
}

for (const major of NODES.filter((major) => major >= 22)) {
  test(`Node.js ${major} requires it in CommonJS`, withNodes, async (test) => {
    const project = new Project(test);
    project.install();
    project.write("main.cjs", `console.log(require("${name}").GetContact.checkJson("{}").error.code);`);
    assert.equal(await project.run(node(major), "main.cjs"), "validation_failed\n");
  });
}

test("Node.js, by name", async (test) => {
  const project = byName(test);
  assertConforms(await project.run(process.execPath, "main.mjs"));
});

test("Node.js, by path", async (test) => {
  const project = new Project(test);
  project.place("contracts");
  project.copy("conformance.mjs");
  project.write("main.mjs", byPath("./contracts"));
  assertConforms(await project.run(process.execPath, "main.mjs"));
});

test("each runtime is given the engine that it can start", async (test) => {
  const project = new Project(test);
  project.install();
  project.write("main.mjs", `
    console.log(import.meta.resolve("${name}"), import.meta.resolve("${name}/CreateContact"));
  `);
  const resolved = async (/** @type {string[]} */ ...conditions) => {
    const options = conditions.map((condition) => `--conditions=${condition}`);
    const printed = await project.run(process.execPath, ...options, "main.mjs");
    return printed.trim().split(" ").map((url) => url.slice(url.lastIndexOf(`${name}/`) + name.length));
  };
  const inline = ["/index.js", "/payloads/CreateContact.js"];
  const raw = ["/raw/index.js", "/raw/payloads/CreateContact.js"];
  assert.deepEqual(await resolved(), inline);
  assert.deepEqual(await resolved("deno"), inline);
  assert.deepEqual(await resolved("bun"), inline);
  assert.deepEqual(await resolved("browser"), inline);
  assert.deepEqual(await resolved("workerd", "worker", "browser"), raw);
  assert.deepEqual(await resolved("edge-light", "browser"), raw);
});

test("what handles errors has names of its own, the same for all runtimes", async (test) => {
  const project = new Project(test);
  project.install();
  project.write("main.mjs", `
    import { flattenError, localize } from "${name}/errors";
    import { de } from "${name}/messages/de";

    const error = { code: "forbidden", message: "You are not allowed to do this", details: null };
    console.log(flattenError(localize(error, de)).formErrors[0], import.meta.resolve("${name}/errors"));
  `);
  for (const condition of ["deno", "workerd", "edge-light"]) {
    const printed = await project.run(process.execPath, `--conditions=${condition}`, "main.mjs");
    assert.match(printed, /^Das ist nicht erlaubt .*\/runtime\/errors\/index\.js\n$/);
  }
});

test("a clone of a value does not hold its body", async (test) => {
  const project = new Project(test);
  project.place("contracts");
  project.write("main.mjs", `
    import { Contact } from "./contracts/index.js";

    const row = {
      id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
      first_name: "Ada",
      last_name: "Lovelace",
      email: "ada.lovelace@example.com",
      status: "lead",
      tags: [],
      has_newsletter: false,
      created_at: "2026-03-09T08:30:00Z",
      updated_at: "2026-03-09T08:30:00Z",
      dropped: "x".repeat(1_000_000),
    };
    const body = new TextEncoder().encode(JSON.stringify(row));
    gc();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 50 }, () => structuredClone(Contact.parseJson(body)));
    gc();
    console.log(JSON.stringify({ count: kept.length, bytes: process.memoryUsage().heapUsed - before }));
  `);
  const { count, bytes } = JSON.parse(await project.run(process.execPath, "--expose-gc", "main.mjs"));
  assert.equal(count, 50);
  assert(bytes < 5_000_000, `${bytes} bytes are kept`);
});
