/** @import { JsonSchemas, Payload, PayloadWithJsonSchema, StandardJsonSchema } from "./types.d.ts" */

/**
 * A payload that has its JSON Schemas.
 *
 * @template T
 * @template I
 * @param {Payload<T, I>} payload
 * @param {JsonSchemas<string>} texts their JSON, by side and target
 * @returns {PayloadWithJsonSchema<T, I>}
 */
export function withJsonSchema(payload, texts) {
  /**
   * @param {"input" | "output"} side
   * @returns {StandardJsonSchema["input"]}
   */
  const printed = (side) => ({ target }) => {
    if (!Object.hasOwn(texts[side], target)) {
      const targets = Object.keys(texts[side]).join(", ");
      throw new TypeError(`There is no JSON Schema for ${String(target)}, but for ${targets}`);
    }
    return JSON.parse(texts[side][/** @type {keyof JsonSchemas<string>["input"]} */ (target)]);
  };
  const jsonSchema = { input: printed("input"), output: printed("output") };
  return {
    ...payload,
    "~standard": { ...payload["~standard"], jsonSchema },
    jsonSchema: ({ side = "input", target = "draft-2020-12" } = {}) => jsonSchema[side]({ target }),
  };
}
