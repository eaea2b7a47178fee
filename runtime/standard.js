/** @import { SafeResult, StandardSchema } from "./types.d.ts" */

/**
 * What libraries ask that take any validator.
 *
 * @template T
 * @template I
 * @param {(value: unknown) => SafeResult<T>} safeParse
 * @returns {StandardSchema<T, I>}
 */
export function standardSchema(safeParse) {
  return {
    version: 1,
    vendor: "portcullis",
    validate(value) {
      const { success, data, error } = safeParse(value);
      return success ? { value: data } : { issues: error.details?.issues ?? [{ path: [], message: error.message }] };
    },
  };
}
