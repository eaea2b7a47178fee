import { test } from "node:test";

import { byName, byPath, assertConforms } from "./lib/program.mjs";
import { bun } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";
import { assertAnswers, server } from "./lib/requests.mjs";
import { serve } from "./lib/server.mjs";

test("Bun, by name", async (test) => {
  const project = byName(test);
  assertConforms(await project.run(bun(), "run", "--no-install", "main.mjs"));
});

test("Bun, by path", async (test) => {
  const project = new Project(test);
  project.place("contracts");
  project.copy("conformance.mjs");
  project.write("main.mjs", byPath("./contracts"));
  assertConforms(await project.run(bun(), "run", "--no-install", "main.mjs"));
});

test("Bun serves", async (test) => {
  const project = new Project(test);
  project.install();
  project.write("main.mjs", server());
  await assertAnswers(await serve(test, project, /http:\/\/[^:]+:(\d+)/, bun(), "run", "--no-install", "main.mjs"));
});
