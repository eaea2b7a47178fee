/**
 * Deno 2.1.4, Supabase-like: Supabase's Edge Runtime is built from it, and has its own loader.
 *
 * Its server is asked with small bodies only. Whatever the program, it cuts the connection of a
 * client that still sends when it is answered, and not every client then sees the answer.
 */
import { test } from "node:test";

import { byName, byPath, assertConforms } from "./lib/program.mjs";
import { deno214 } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";
import { assertAnswersSmall, server } from "./lib/requests.mjs";
import { serve } from "./lib/server.mjs";

const OPTIONS = [
  "--no-prompt",
  "--cached-only",
  "--allow-env",
  "--allow-net",
  "--allow-sys=hostname",
  "--v8-flags=--max-old-space-size=256",
];

test("Deno 2.1.4, by name", async (test) => {
  const project = byName(test);
  assertConforms(await project.run(deno214(), "run", ...OPTIONS, "--node-modules-dir=manual", "main.mjs"));
});

test("Deno 2.1.4, by path", async (test) => {
  const project = new Project(test);
  project.place("_shared/contracts");
  project.copy("conformance.mjs", "function/conformance.mjs");
  project.write("function/index.mjs", byPath("../_shared/contracts"));
  assertConforms(await project.run(deno214(), "run", ...OPTIONS, "function/index.mjs"));
});

test("Deno 2.1.4 serves, by name", async (test) => {
  const project = new Project(test);
  project.install();
  project.write("main.mjs", server());
  const options = ["serve", ...OPTIONS, "--host=127.0.0.1", "--port=0", "--node-modules-dir=manual", "main.mjs"];
  await assertAnswersSmall(await serve(test, project, /http:\/\/[^:]+:(\d+)/, deno214(), ...options));
});

test("Deno 2.1.4 serves, by path", async (test) => {
  const project = new Project(test);
  project.place("_shared/contracts");
  project.write("function/index.mjs", server("../_shared/contracts/index.js"));
  const options = ["serve", ...OPTIONS, "--host=127.0.0.1", "--port=0", "function/index.mjs"];
  await assertAnswersSmall(await serve(test, project, /http:\/\/[^:]+:(\d+)/, deno214(), ...options));
});
