/** What every peer starts with. */

const decoder = new TextDecoder();

/** @type {(bytes: Uint8Array) => unknown} */
export const parse = (bytes) => JSON.parse(decoder.decode(bytes));

/**
 * A validator of parsed values as one of bytes.
 *
 * @param {(value: unknown) => unknown} accept gives the checked value, or undefined
 * @param {(value: unknown) => number} issues counts what is wrong
 */
export const behindJson = (accept, issues) => ({
  accept,
  parse: (bytes) => accept(parse(bytes)),
  issues: (bytes) => issues(parse(bytes)),
});
