import assert from "node:assert/strict";
import { test } from "node:test";

import { withJsonSchema } from "../json-schema.js";
import { definePayload } from "../payload.js";

const engine = { parse: () => ({ success: true, data: 1 }), check: () => ({ success: true }) };
const plain = definePayload(/** @type {any} */ (engine), 0, "Number", "0", () => 1);
/** @param {string} side */
const texts = (side) => ({
  "draft-2020-12": `{"title":"${side} 2020"}`,
  "draft-07": `{"title":"${side} 07"}`,
  "openapi-3.0": `{"title":"${side} 3.0"}`,
});
const payload = withJsonSchema(plain, { input: texts("input"), output: texts("output") });

test("a payload with JSON Schemas is the payload, and has them", () => {
  const { jsonSchema, "~standard": standard, ...rest } = payload;
  const { "~standard": own, ...others } = plain;
  assert.deepEqual(rest, others);
  assert.equal(standard.validate, own.validate);
  assert.deepEqual(jsonSchema(), { title: "input 2020" });
  assert.deepEqual(jsonSchema({ side: "output", target: "openapi-3.0" }), { title: "output 3.0" });
  assert.deepEqual(standard.jsonSchema.input({ target: "draft-07" }), { title: "input 07" });
  assert.deepEqual(standard.jsonSchema.output({ target: "draft-2020-12" }), { title: "output 2020" });
});

test("a schema may be changed: the next is another", () => {
  payload.jsonSchema().title = "changed";
  assert.deepEqual(payload.jsonSchema(), { title: "input 2020" });
});

for (const target of ["draft-04", "toString", ""]) {
  test(`there is none for ${target || "nothing"}`, () => {
    assert.throws(() => payload["~standard"].jsonSchema.input({ target }), {
      name: "TypeError",
      message: `There is no JSON Schema for ${target}, but for draft-2020-12, draft-07, openapi-3.0`,
    });
  });
}
