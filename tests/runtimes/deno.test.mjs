import { test } from "node:test";

import { byName, byPath, assertConforms } from "./lib/program.mjs";
import { deno } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";
import { assertAnswers, server } from "./lib/requests.mjs";
import { serve } from "./lib/server.mjs";

test("Deno, by name, without permissions", async (test) => {
  const project = byName(test);
  assertConforms(await project.run(deno(), "run", "--no-prompt", "--cached-only", "--node-modules-dir=manual", "main.mjs"));
});

test("Deno, by path, without permissions", async (test) => {
  const project = new Project(test);
  project.place("_shared/contracts");
  project.copy("conformance.mjs", "function/conformance.mjs");
  project.write("function/index.mjs", byPath("../_shared/contracts"));
  assertConforms(await project.run(deno(), "run", "--no-prompt", "--cached-only", "function/index.mjs"));
});

test("Deno serves", async (test) => {
  const project = new Project(test);
  project.place("_shared/contracts");
  project.write("function/index.mjs", server("../_shared/contracts/index.js"));
  const options = ["serve", "--no-prompt", "--cached-only", "--host=127.0.0.1", "--port=0", "function/index.mjs"];
  await assertAnswers(await serve(test, project, /http:\/\/[^:]+:(\d+)/, deno(), ...options));
});
