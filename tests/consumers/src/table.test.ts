/** docs/consumers.md names the libraries that are tried, and their versions. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** The text of a file of the repository. */
const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");

const rows = read("docs/consumers.md").split("\n").filter((line) => line.startsWith("| ["));
const { devDependencies } = JSON.parse(read("tests/consumers/package.json"));

/** The packages of each row, first the one with the library's name. */
const LIBRARIES = [
  ["hono", "@hono/standard-validator"],
  ["@trpc/server"],
  ["react-hook-form", "@hookform/resolvers"],
  ["@tanstack/react-form"],
  ["vee-validate"],
  ["@tanstack/react-router"],
  ["openapi-typescript"],
];

test("the table has the versions that are installed", () => {
  assert.equal(rows.length, LIBRARIES.length);
  for (const [at, packages] of LIBRARIES.entries()) {
    const [, cell] = rows[at]?.split(" | ")[0]?.split(/^\| /) ?? assert.fail();
    const versions = cell?.match(/ \d[\w.-]*/g)?.map((version) => version.trim()) ?? [];
    assert.equal(versions.length, packages.length, cell);
    for (const [which, name] of packages.entries()) {
      const version: string = devDependencies[name];
      assert.ok(`${version}.`.startsWith(`${versions[which]}.`), `${name} is ${version}, and the table says ${cell}`);
    }
  }
});
