import { ArkErrors } from "arktype";
import { behindJson } from "../json.mjs";

/** A type of ArkType in the words of the benches. */
export const peer = (type) =>
  behindJson(
    (value) => {
      const result = type(value);
      return result instanceof ArkErrors ? undefined : result;
    },
    (value) => {
      const result = type(value);
      return result instanceof ArkErrors ? result.length : 0;
    },
  );
