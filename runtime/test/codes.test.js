/**
 * The codes are listed in Rust; here they are once more, as types and with their statuses.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { PayloadError } from "../error.js";

/** @param {string} path */
const source = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/**
 * The first groups of every match, sorted.
 *
 * @param {string} text
 * @param {RegExp} pattern
 */
const list = (text, pattern) => Array.from(text.matchAll(pattern), ([, name]) => name).sort();

const types = source("../types/error.d.ts") + source("../types/issue.d.ts");

test("the codes of errors are those of Rust, with their statuses", () => {
  const rust = [...source("../../src/code.rs").matchAll(/^    \w+ = "(\w+)", (\d+);$/gm)];
  assert(rust.length >= 11);
  for (const [, code, status] of rust) {
    assert.equal(new PayloadError({ code: /** @type {any} */ (code), message: "" }).status, Number(status), code);
  }
  const [, union] = /type BuiltInCode =([^;]*);/.exec(types) ?? assert.fail();
  assert.deepEqual(list(union, /"(\w+)"/g), rust.map(([, code]) => code).sort());
});

test("the codes of issues are those of Rust, with their params", () => {
  /** @type {Map<string, Set<string>>} */
  const params = new Map();
  // Several reasons may share a code: its params are those of all of them.
  for (const [, code, fields] of source("../../src/issue.rs").matchAll(/^    "(\w+)" \w+ \{([^}]*)\}/gm)) {
    const sent = fields.replace(/#\[serde\(skip\)\]\s*\w+:/g, "");
    params.set(code, new Set([...(params.get(code) ?? []), ...list(sent, /^\s*(\w+): /gm)]));
  }
  const rust = new Map(Array.from(params, ([code, names]) => [code, [...names].sort()]));
  assert(rust.size >= 9);
  const [, body] = /interface IssueParams \{([^]*?)\n\}/.exec(types) ?? assert.fail();
  const typed = new Map(
    Array.from(body.matchAll(/^  (\w+): \{([^}]*)\};$/gm), ([, code, params]) => [code, list(params, /(\w+)\??:/g)]),
  );
  assert.deepEqual(typed, rust);
});
