/**
 * Text and its bytes.
 */

const encoder = new TextEncoder();

// A byte order mark counts in the tape's offsets, so it stays. Decoding is not fatal, for that is
// ten times as fast on text that is not ASCII: whoever finds U+FFFD in it asks the engine.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decode(bytes) {
  return decoder.decode(bytes);
}

/**
 * @param {string} text
 * @param {Uint8Array} bytes
 * @returns {TextEncoderEncodeIntoResult}
 */
export function encodeInto(text, bytes) {
  return encoder.encodeInto(text, bytes);
}

/**
 * Encodes text with a lone surrogate up to it, and there writes a byte that UTF-8 does not have:
 * the engine then refuses the text at the right place.
 *
 * @param {string} text
 * @returns {Uint8Array}
 */
export function encodeIllFormed(text) {
  const bytes = encoder.encode(text.slice(0, text.search(/\p{Surrogate}/u) + 1));
  bytes[bytes.length - 1] = 0xff;
  return bytes;
}
