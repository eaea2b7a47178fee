import { INTERNAL, NOT_JSON_TYPE } from "../refusals.js";

/** What an error of a code says where nothing is known but the code. */
export const PLAIN = {
  unauthorized: "Sign in first",
  forbidden: "You are not allowed to do this",
  not_found: "This does not exist",
  conflict: "This conflicts with what is there already",
  payload_too_large: "The body is too large",
  unsupported_media_type: NOT_JSON_TYPE,
  rate_limited: "Too many requests: wait a moment, then try again",
  internal: INTERNAL,
  unavailable: "The service cannot be reached: try again later",
};

/** @typedef {keyof typeof PLAIN} PlainCode */
