/**
 * The functions that lay out issues, beside the functions of Zod that have the same names.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod";

import { PayloadError } from "../error.js";
import { flattenError, prettifyError, treeifyError } from "../errors/index.js";

/** @import { Issue } from "../types.d.ts" */

/** @param {Issue[]} issues */
function errorOf(issues) {
  return new PayloadError({ code: "validation_failed", message: "The input has issues", details: { issues } });
}

/**
 * The same issue as Zod writes it: the params are beside the code.
 *
 * @param {Issue} issue
 * @returns {any}
 */
function zodIssue({ path, code, message, params }) {
  if (code === "invalid_union") return { path, code, message, errors: params.errors.map((list) => list.map(zodIssue)) };
  if (code === "invalid_key") return { path, code, message, ...params, issues: params.issues.map(zodIssue) };
  return { path, code, message, ...params };
}

/** @param {Issue[]} issues */
function holdsBesideZod(issues) {
  const error = errorOf(issues);
  const zodError = new z.ZodError(issues.map(zodIssue));
  assert.deepEqual(flattenError(error), z.flattenError(zodError));
  assert.deepEqual(treeifyError(error), z.treeifyError(zodError));
  assert.equal(prettifyError(error), z.prettifyError(zodError));
  /** @param {{code: string, path: PropertyKey[]}} issue */
  const mapper = ({ code, path }) => ({ code, depth: path.length });
  assert.deepEqual(flattenError(error, mapper), z.flattenError(zodError, mapper));
  assert.deepEqual(treeifyError(error, mapper), z.treeifyError(zodError, mapper));
  // An error that came as JSON is laid out as well.
  assert.deepEqual(treeifyError(JSON.parse(JSON.stringify(error))), treeifyError(error));
}

/** @param {Issue["path"]} path @param {string} message @returns {Issue} */
const required = (path, message) => ({ path, code: "required", message, params: {} });

/** @type {Record<string, Issue[]>} */
const CASES = {
  "no issues": [],
  "fields, places in them, and the whole": [
    required(["email"], "1"),
    required(["lines", 2, "amount"], "2"),
    required([], "3"),
    required(["lines", 0], "4"),
    required(["email"], "5"),
    required([3, 1], "6"),
  ],
  "names of what objects inherit": ["__proto__", "constructor", "toString", "hasOwnProperty"].flatMap((name) => [
    required([name], "1"),
    required(["map", name, "__proto__", 1], "2"),
  ]),
  "names that are no identifiers": [
    required(["first name", "ä", "", "a.b", 'say "hi"'], "1"),
    required(["", "x"], "2"),
    required(["$a_1", "9"], "3"),
  ],
  "unions, also in one another": [
    {
      path: ["shape"],
      code: "invalid_union",
      message: "1",
      params: {
        errors: [
          [
            required([], "2"),
            { path: ["inner"], code: "invalid_union", message: "3", params: { errors: [[required(["deep"], "4")]] } },
          ],
        ],
      },
    },
    { path: ["other"], code: "invalid_union", message: "5", params: { errors: [] } },
    { path: [], code: "invalid_union", message: "6", params: { errors: [[]] } },
  ],
  "keys of a map": [
    { path: ["map", "x"], code: "invalid_key", message: "1", params: { origin: "record", issues: [required([], "2")] } },
    { path: ["map", "y"], code: "invalid_key", message: "3", params: { origin: "record", issues: [] } },
  ],
};

for (const [name, issues] of Object.entries(CASES)) {
  test(`as Zod does: ${name}`, () => holdsBesideZod(issues));
}

test("as Zod does: whatever there may be", () => {
  let seed = 1;
  /** @param {number} limit */
  const below = (limit) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  const segments = ["a", "b", "__proto__", "first name", "", 0, 1, 3];

  /** @param {number} depth @returns {Issue[]} */
  const issues = (depth) => Array.from({ length: below(5) }, () => issue(depth));

  /** @param {number} depth @returns {Issue} */
  function issue(depth) {
    const path = Array.from({ length: below(4) }, () => segments[below(segments.length)]);
    const message = `message ${below(1000)}`;
    switch (depth === 0 ? 0 : below(4)) {
      case 1:
        return { path, code: "invalid_union", message, params: { errors: Array.from({ length: below(3) }, () => issues(depth - 1)) } };
      case 2:
        return { path, code: "invalid_key", message, params: { origin: "record", issues: issues(depth - 1) } };
      default:
        return required(path, message);
    }
  }

  for (let turn = 0; turn < 500; turn++) holdsBesideZod(issues(2));
});

test("an error without issues is one of the whole input", () => {
  const error = new PayloadError({ code: "unauthorized", message: "Sign in first" });
  assert.deepEqual(flattenError(error), { formErrors: ["Sign in first"], fieldErrors: {} });
  assert.deepEqual(treeifyError(error), { errors: ["Sign in first"] });
  assert.equal(prettifyError(error), "✖ Sign in first");
  assert.deepEqual(flattenError(error, ({ code }) => code).formErrors, ["custom"]);
});
