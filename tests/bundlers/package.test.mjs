/**
 * The packed package, as linters of packages see it.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { Project } from "../runtimes/lib/project.mjs";

const programs = fileURLToPath(new URL("node_modules/.bin", import.meta.url));

test("publint finds nothing", (test) => lint(test, "publint", "run", "--strict"));

// The package has ES modules only: what other resolutions would find is not asked.
test("Are the Types Wrong? finds nothing", (test) => lint(test, "attw", "--profile=esm-only", "--no-definitely-typed"));

/**
 * Runs a linter over the archive.
 *
 * @param {import("node:test").TestContext} test
 * @param {string} program
 * @param {string[]} options
 */
async function lint(test, program, ...options) {
  const project = new Project(test);
  project.install();
  const archives = readdirSync(project.root).filter((file) => file.endsWith(".tgz"));
  await project.run(join(programs, program), ...options, ...archives.map((archive) => `./${archive}`));
}
