/**
 * docs/runtimes.md names the tests there are, and the versions that they run.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const docs = readFileSync(join(root, "docs/runtimes.md"), "utf8");

const PACKAGES = ["tests/runtimes", "tests/bundlers", "tests/next"];
const FOLDERS = [...PACKAGES, "tests/runtimes/browser", "tests/bundlers/browser"];

test("every test is named in the docs, and every test that is named is there", () => {
  const tests = FOLDERS.flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`));
  const own = "tests/runtimes/matrix.test.mjs";
  const expected = tests.filter((file) => file.endsWith(".test.mjs") && file !== own);
  const named = new Set([...docs.matchAll(/\]\(\.\.\/(tests\/[^)]+\.test\.mjs)\)/g)].map(([, file]) => file));
  assert.deepEqual([...named].sort(), expected.sort());
});

test("the versions in the docs are those that run", () => {
  const manifests = PACKAGES.map((folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")));
  const specifiers = manifests.flatMap(({ dependencies, devDependencies, optionalDependencies }) =>
    Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }),
  );
  const installed = new Set(specifiers.map((specifier) => specifier.replace(/^npm:.+@/, "")));
  const named = new Set(docs.match(/\b\d+\.\d+\.\d+\b/g));
  assert.deepEqual([...named].sort(), [...installed].sort());
});
