/**
 * Programs that hold the package to what it must do.
 */
import assert from "node:assert/strict";

import { name } from "./package.mjs";

/** Imports the package by its name, as npm has installed it. */
export const byName = `
import * as contracts from ${JSON.stringify(name)};
import { conformance } from "./conformance.mjs";
console.log(JSON.stringify(await conformance(contracts)));
`;

/**
 * Imports the package by its path, and its engine too.
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
