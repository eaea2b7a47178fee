/**
 * A payload, and what it takes and gives.
 */

import type { PayloadError } from "../error.js";
import type { StandardSchema } from "./standard.d.ts";

/**
 * A payload: judges what crosses a boundary, and builds its value. Its methods need no `this`.
 *
 * `T` is the value, and `I` what it takes: an input may lack fields that have a default or may be null.
 */
export interface Payload<T, I = unknown> {
  /** For libraries that take any validator: see {@link https://standardschema.dev Standard Schema}. */
  readonly "~standard": StandardSchema<T, I>;

  /** The payload's name in Rust and TypeScript. */
  readonly name: string;

  /**
   * Which version of the payload this is: 32 hexadecimal digits that change with its shape, names on
   * the wire, rules, normalisation or defaults. In Rust: `CreateContact::identity()`.
   */
  readonly identity: string;

  /**
   * Judges a value that is parsed already. The data is new, never the value itself.
   *
   * It is judged as the JSON that `JSON.stringify` writes: what is `undefined` is absent, and what has
   * `toJSON` is what that gives: a Date is its ISO text. But nothing odd is passed over. `NaN`,
   * infinities, invalid dates, holes of lists, functions, symbols, `Map`, `Set`, instances of classes,
   * cycles, and what throws when it is looked at have an issue where they stand, and its `received`
   * says what they are. A BigInt is taken where the value is one.
   */
  safeParse(this: void, value: unknown): SafeResult<T>;

  /** As `safeParse`, but returns the data and throws the `PayloadError` of a refusal. */
  parse(this: void, value: unknown): T;

  /** Judges JSON and builds its value, in one pass and without `JSON.parse`. */
  safeParseJson(this: void, json: Json): SafeResult<T>;

  /** As `safeParseJson`, but returns the data and throws the `PayloadError` of a refusal. */
  parseJson(this: void, json: Json): T;

  /** Judges JSON without building its value: for code that only passes the bytes on. */
  checkJson(this: void, json: Json): Verdict<T>;

  /**
   * Judges JSON, and gives the JSON of its value: what to hand on to a database, normalised and with
   * defaults. 64-bit integers are digits in it, as in what came.
   */
  normalizedJson(this: void, json: Json): { success: true; data: string; error?: never } | Refusal<T>;

  /**
   * Reads the body of a request and judges it.
   *
   * The content type must be JSON's, else the refusal is `unsupported_media_type`; bytes are
   * counted while they come, and too many are `payload_too_large`. A body that breaks off is
   * `unavailable`, one that was read before is `internal`: neither is the fault of the JSON.
   */
  fromRequest(this: void, request: Request, options?: RequestOptions): Promise<SafeResult<T>>;

  /**
   * Judges the entries of a form.
   *
   * A name is a path: `address.city`, `items[0].qty`; cells of one name, and `tags[]`, are a list, and
   * so is one cell where a list is asked for. Items come in the order of their indices, which may leave
   * gaps: issues count the items that are there. An empty cell is absent; so is a box that is not checked, which is `false`, and a list without
   * items, which is empty. `on`, `true` and `1` are true, `off`, `false` and `0` are not; numbers are
   * spelled as in JSON. Of a file stand its `name`, `type` and `size`. A name that is no path, or that
   * leads through another cell, is refused as a key that no field has. Names that start with `$ACTION_`
   * are React's own, and are passed over. Who reads the form bounds its size.
   */
  fromForm(this: void, form: FormData): SafeResult<T>;

  /** The same for a query string: `new URL(request.url).searchParams`, or its text. */
  fromQuery(this: void, query: URLSearchParams | string): SafeResult<T>;

  /**
   * The same for the cells of a row, by their names: those of a sheet, with its head as names. Numbers,
   * booleans and dates of a sheet are what they are in JSON.
   */
  fromCells(this: void, cells: Readonly<Record<string, string | number | boolean | Date | null | undefined>>): SafeResult<T>;

  /** The HTTP answer that carries an error, with the status that belongs to its code. */
  errorResponse(this: void, error: unknown, init?: ResponseInit): Response;
}

/** The contract that a package speaks. */
export interface Contract {
  /** The name of the Rust crate. */
  readonly name: string;
  /** The version of the Rust crate. */
  readonly version: string;
  /**
   * Which version of all payloads and error codes together this is, as that of a payload. In Rust:
   * `CONTRACTS.identity()`.
   */
  readonly identity: string;
}

/** What a payload takes, as a value that `JSON.stringify` writes: `Input<typeof CreateContact>`. */
export type Input<P extends Payload<unknown>> = P extends Payload<unknown, infer I> ? I : never;

/** What a payload gives: `Output<typeof CreateContact>`, which is `CreateContact`. */
export type Output<P extends Payload<unknown>> = P extends Payload<infer T> ? T : never;

/** JSON as it came: text, or its UTF-8 bytes. */
export type Json = string | Uint8Array | ArrayBuffer;

/** Options of `fromRequest`. */
export interface RequestOptions {
  /** How many bytes the body may have; 1 MiB unless told otherwise. */
  limit?: number;
}

/** A value, or why there is none: look at `success`. */
export type SafeResult<T> = { success: true; data: T; error?: never } | Refusal<T>;

/** Whether a value would be accepted, or why not: look at `success`. */
export type Verdict<T = any> = { success: true; data?: never; error?: never } | Refusal<T>;

/** Why there is no value. */
export type Refusal<T = any> = { success: false; data?: never; error: PayloadErrorOf<T> };

/** A `PayloadError` that knows what was refused, so that `flattenError` and `treeifyError` know its fields. */
export interface PayloadErrorOf<T> extends PayloadError {
  /** For the compiler alone: nothing is there when the program runs. */
  readonly "~value"?: T;
}
