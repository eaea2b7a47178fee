import { safeParse } from "valibot";
import { behindJson } from "../json.mjs";

/** A schema of Valibot in the words of the benches. */
export const peer = (schema) =>
  behindJson(
    (value) => {
      const result = safeParse(schema, value);
      return result.success ? result.output : undefined;
    },
    (value) => safeParse(schema, value).issues?.length ?? 0,
  );
