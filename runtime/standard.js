/** @import { SafeResult, StandardSchema } from "./types.d.ts" */

/**
 * What libraries ask that take any validator.
 *
 * @type {<T, I>(safeParse: (value: unknown) => SafeResult<T>) => StandardSchema<T, I>}
 */
export const standardSchema = ((safeParse) => ({
  version: 1,
  vendor: "portcullis",
  validate(value) {
    const { success, data, error } = safeParse(value);
    return success ? { value: data } : { issues: error.details?.issues ?? [{ path: [], message: error.message }] };
  },
}));
