import Ajv from "ajv";
import addFormats from "ajv-formats";
import { behindJson } from "../json.mjs";

const ajv = new Ajv({ allErrors: true, useDefaults: true });
addFormats(ajv, ["email", "uuid"]);

/** A compiled JSON Schema in the words of the benches. */
export function peer(schema) {
  const validate = ajv.compile(schema);
  return behindJson(
    (value) => (validate(value) ? value : undefined),
    (value) => (validate(value) ? 0 : validate.errors.length),
  );
}
