/**
 * The one shape of every refusal.
 */

import type { ApplicationCode } from "../codes.d.ts";
import type { Issue } from "./issue.d.ts";

/** An error as it crosses a boundary: the JSON of a `PayloadError`. */
export interface ErrorShape {
  /** What went wrong, for programs. */
  code: ErrorCode;
  /** What went wrong, for people: plain English. */
  message: string;
  /** More, where there is more to say. */
  details: ErrorDetails | null;
}

/** What went wrong, for programs: a built-in code, or one that the application has added. */
export type ErrorCode = BuiltInCode | ApplicationCode;

/** The codes that every application has. */
export type BuiltInCode =
  | "invalid_json"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "payload_too_large"
  | "unsupported_media_type"
  | "validation_failed"
  | "rate_limited"
  | "internal"
  | "unavailable";

/** What an error carries beside code and message. An application may add keys of its own. */
export interface ErrorDetails {
  /** Of `validation_failed`: everything that is wrong with the input. */
  issues?: Issue[];
  /** Of `validation_failed`: whether there were more issues than the list holds. */
  truncated?: true;
  /** Of `invalid_json`: the line, from 1, where the text stops being JSON. */
  line?: number;
  /** Of `invalid_json`: the column in that line, from 1. */
  column?: number;
  /** Of `invalid_json`: what would have been right there. */
  expected?: string;
  /** Of `payload_too_large`: how many bytes are allowed. */
  limit?: number;
  [key: string]: unknown;
}
