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

test("what is judged meanwhile is not taken for what was written before", () => {
  // As a writer writes a first name; what is to be judged has none that is valid there.
  const body = new TextEncoder().encode("{'Ada\0,");
  const value = withGetter("last_name", () => {
    CreateContact.checkJson(body);
    return FULL.last_name;
  });
  const { success, error } = CreateContact.safeParse(Object.assign(value, { first_name: "   " }));
  assert.equal(success, false);
  assert.deepEqual(error.details.issues.map((/** @type {any} */ issue) => issue.path), [["first_name"]]);
});

test("a value that is much longer when it is read again is judged all the same", () => {
  // It is looked at and written, which takes more room; then once more, which takes still more.
  const lengths = [1, 10_000_000, 1, 40_000_000];
  const value = withGetter("first_name", () => "t".repeat(lengths.shift() ?? 1_000));
  const { success, error } = CreateContact.safeParse(value);
  assert.equal(success, false);
  assert.equal(lengths.length, 0);
  assert.deepEqual(error.details?.issues.map((/** @type {any} */ issue) => issue.code), ["too_big"]);
});

test("a large value is judged like a small one", () => {
  const tags = Array.from({ length: 20 }, (_, index) => `${index}${"é".repeat(20)}`);
  for (const notes of ["n".repeat(9_000), "é".repeat(9_000), "🚀\0\"\\".repeat(2_000)]) {
    assert.deepEqual(CreateContact.parse({ ...FULL, notes, tags }), { ...EXPECTED, notes, tags });
  }
});

test("a list of nothing but holes is not read to its end", () => {
  let reads = 0;
  const tags = new Proxy(new Array(100_000), { get: (list, key) => (reads++, Reflect.get(list, key)) });
  const { error } = CreateContact.safeParse({ ...FULL, tags });
  assert.equal(error.code, "validation_failed");
  assert(reads < 2_000, `${reads} reads`);
});
