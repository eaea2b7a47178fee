/**
 * Values that are parsed already, and do something while they are read.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { folder } from "./lib/package.mjs";

const { CreateContact } = await import(pathToFileURL(`${folder}/index.js`).href);

const FULL = {
  first_name: "Ada",
  last_name: "Lovelace",
  email: "ada@example.com",
  tags: ["a", "b"],
};
const EXPECTED = CreateContact.parse(FULL);

/** @param {string} name @param {() => unknown} get */
const withGetter = (name, get) => Object.defineProperty({ ...FULL }, name, { get, enumerable: true });

const uses = {
  "judges a value": () => CreateContact.safeParse({ ...FULL, first_name: "Grace", tags: ["x", "y", "z"] }),
  "judges a value that is refused": () => CreateContact.safeParse({ first_name: 5 }),
  "judges JSON": () => CreateContact.safeParseJson(JSON.stringify({ ...FULL, first_name: "Grace" })),
  "judges no JSON": () => CreateContact.checkJson(""),
  "judges a large body": () => CreateContact.checkJson(`{"notes":"${"é".repeat(300_000)}"}`),
  "judges a large value": () => CreateContact.safeParse({ ...FULL, tags: Array.from({ length: 9_000 }, () => "t".repeat(300)) }),
};

for (const [what, use] of Object.entries(uses)) {
  for (const name of ["first_name", "email", "tags"]) {
    test(`a member, ${name}, that ${what} meanwhile, is itself`, () => {
      const value = withGetter(name, () => {
        use();
        return /** @type {any} */ (FULL)[name];
      });
      assert.deepEqual(CreateContact.safeParse(value), { success: true, data: EXPECTED });
    });
  }
}

test("a value that is longer each time it is read is judged as it was once", () => {
  let asked = 0;
  const value = withGetter("tags", () => Array.from({ length: 20 }, () => "t".repeat(++asked * 5_000)));
  const { success, error } = CreateContact.safeParse(value);
  assert.equal(success, false);
  assert.deepEqual(new Set(error.details.issues.map((/** @type {any} */ issue) => issue.code)), new Set(["too_big"]));
  assert.deepEqual(CreateContact.parse(FULL), EXPECTED);
});

test("a large value is judged like a small one", () => {
  const tags = Array.from({ length: 20 }, (_, index) => `${index}${"é".repeat(20)}`);
  for (const notes of ["n".repeat(9_000), "é".repeat(9_000), "🚀\0\"\\".repeat(2_000)]) {
    assert.deepEqual(CreateContact.parse({ ...FULL, notes, tags }), { ...EXPECTED, notes, tags });
  }
});

test("a list of billions of holes is refused at once", () => {
  const { error } = CreateContact.safeParse({ ...FULL, tags: new Array(2 ** 32 - 1) });
  assert.equal(error.code, "validation_failed");
});
