/**
 * Text and its bytes.
 */

// Both are made when they are first needed: to start the first of them takes part of each cold start.
/** @type {TextEncoder | undefined} */
let encoder;
/** @type {TextDecoder | undefined} */
let decoder;

/** How many short texts may still be decoded without a decoder: they take less time than its start. */
let early = 8;

/** What is short, in bytes. */
const SHORT = 4096;

/**
 * The text of bytes, which may be known to be ASCII.
 *
 * @type {(bytes: Uint8Array, isAscii: boolean) => string}
 */
export const decode = ((bytes, isAscii) =>
  decoder === undefined ? decodeEarly(bytes, isAscii) : decoder.decode(bytes));

/** @type {typeof decode} */
const decodeEarly = ((bytes, isAscii) => {
  if (isAscii && bytes.length <= SHORT && early-- > 0) return String.fromCharCode.apply(null, /** @type {any} */ (bytes));
  // A byte order mark counts in the tape's offsets, so it stays. Decoding is not fatal, for that is
  // ten times as fast on text that is not ASCII: whoever finds U+FFFD in it asks the engine.
  decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
});

/** @type {(text: string, bytes: Uint8Array) => TextEncoderEncodeIntoResult} */
export const encodeInto = ((text, bytes) => (encoder ??= new TextEncoder()).encodeInto(text, bytes));

/**
 * Encodes text with a lone surrogate up to it, and there writes a byte that UTF-8 does not have:
 * the engine then refuses the text at the right place.
 *
 * @param {string} text
 * @returns {Uint8Array}
 */
export function encodeIllFormed(text) {
  const bytes = new TextEncoder().encode(text.slice(0, text.search(/\p{Surrogate}/u) + 1));
  bytes[bytes.length - 1] = 0xff;
  return bytes;
}
