import { behindJson } from "../json.mjs";

/** A schema of Zod in the words of the benches. */
export const peer = (schema) =>
  behindJson(
    (value) => {
      const result = schema.safeParse(value);
      return result.success ? result.data : undefined;
    },
    (value) => schema.safeParse(value).error?.issues.length ?? 0,
  );
