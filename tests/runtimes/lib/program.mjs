/**
 * Programs that hold the package to what it must do.
 */
import assert from "node:assert/strict";

import { Project } from "./project.mjs";

const MAIN = `
import { installed } from "./installed.mjs";
console.log(JSON.stringify(await installed()));
`;

/**
 * A project whose program, main.mjs, imports the package by its name, as npm has installed it.
 *
 * @param {import("node:test").TestContext} test
 */
export function byName(test) {
  const project = new Project(test);
  project.install();
  project.copy("conformance.mjs");
  project.copy("installed.mjs");
  project.write("main.mjs", MAIN);
  return project;
}

/**
 * A program that imports the package by its path, and its engine too.
 *
 * @param {string} folder
 */
export const byPath = (folder) => `
import * as contracts from "${folder}/index.js";
import { engine } from "${folder}/engine/inline.js";
import { conformance } from "./conformance.mjs";
console.log(JSON.stringify(await conformance(contracts, engine)));
`;

/** @param {string} printed by one of them */
export function assertConforms(printed) {
  const { passed, failed } = JSON.parse(printed);
  assert.deepEqual(failed, []);
  assert(passed > 20, "cases are missing");
}
