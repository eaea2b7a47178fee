/**
 * The public types of every built package.
 */

import type { ApplicationCode } from "./codes.d.ts";
import type { PayloadError } from "./error.js";

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

  /** Judges a value as `JSON.stringify` writes it. The data is new, never the value itself. */
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
   * gaps. An empty cell is absent; so is a box that is not checked, which is `false`, and a list without
   * items, which is empty. `on`, `true` and `1` are true, `off`, `false` and `0` are not; numbers are
   * spelled as in JSON. Of a file stand its `name`, `type` and `size`. A name that is no path, or that
   * leads through another cell, is refused as a key that no field has. Names that start with `$ACTION_`
   * are React's own, and are passed over.
   */
  fromForm(this: void, form: FormData): SafeResult<T>;

  /** The same for a query string: `new URL(request.url).searchParams`, or its text. */
  fromQuery(this: void, query: URLSearchParams | string): SafeResult<T>;

  /** The same for the cells of a row, by their names: those of a sheet, with its head as names. */
  fromCells(this: void, cells: Readonly<Record<string, string | null | undefined>>): SafeResult<T>;

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

/** What `"~standard"` of a payload has: version 1 of Standard Schema, in which everything is synchronous. */
export interface StandardSchema<T, I = unknown> {
  readonly version: 1;
  readonly vendor: "portcullis";
  /** For the compiler alone: nothing is there when the program runs. */
  readonly types?: { readonly input: I; readonly output: T } | undefined;
  /** As `safeParse`. An issue has `code` and `params` too, where the value is JSON at all. */
  validate(this: void, value: unknown): StandardResult<T>;
}

/** A value, or what is wrong with it. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };

/** A payload of the module `json-schema`: it has its JSON Schemas. */
export interface PayloadWithJsonSchema<T, I = unknown> extends Payload<T, I> {
  readonly "~standard": StandardSchema<T, I> & { readonly jsonSchema: StandardJsonSchema };

  /** The JSON Schema of what the payload takes, or gives; a new object each time. */
  jsonSchema(
    this: void,
    options?: {
      /** What it takes (`input`, unless told otherwise), or gives. */
      side?: "input" | "output";
      /** The dialect: draft 2020-12, unless told otherwise. */
      target?: JsonSchemaTarget;
    },
  ): Record<string, unknown>;
}

/** The dialects that there are JSON Schemas in. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0";

/** Standard JSON Schema. It throws a `TypeError` for any other target. */
export interface StandardJsonSchema {
  input(this: void, options: { readonly target: JsonSchemaTarget | ({} & string) }): Record<string, unknown>;
  output(this: void, options: { readonly target: JsonSchemaTarget | ({} & string) }): Record<string, unknown>;
}

/** One for each side and target. */
export type JsonSchemas<S> = Readonly<Record<"input" | "output", Readonly<Record<JsonSchemaTarget, S>>>>;

/** The fields of a payload that is an object, in their order; `I` is what the payload takes. */
export type FormFields<I = Record<string, unknown>> = readonly FormField<Extract<keyof I, string>>[];

/** A field of a payload, as a form renders it: from the module `form-fields`. */
export interface FormField<Name extends string = string> extends FormControl {
  /** The key on the wire. */
  readonly name: Name;
  /** The first paragraph of the docs, where there are others; else the name in words. */
  readonly label: string;
  /** The docs, or what comes behind their first paragraph. */
  readonly help?: string;
  /** Whether it must be there, and not null. */
  readonly required: boolean;
  /** What a missing key stands for. */
  readonly default?: unknown;
}

/** The input for a value. Limits hold for the value once it is normalised, and are inclusive. */
export interface FormControl {
  /**
   * A `decimal` is text on the wire, a `bigint` a whole number of 64 bits, a `file` base64. A `list` has an `item`, a
   * `group` `fields`. Of tuples, maps and enums with data (`other`) nothing more is said.
   */
  readonly type:
    | ("text" | "email" | "url" | "number" | "bigint" | "decimal" | "checkbox" | "select")
    | ("date" | "time" | "datetime" | "file" | "list" | "group" | "other");
  /** The name of the text's format, as in the attribute. */
  readonly format?: string;
  /** A regular expression, for the flags `u` and `v`. It may match anywhere. */
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** What lengths count; characters (Unicode scalar values), unless it says otherwise. */
  readonly lengthUnit?: "utf16" | "graphemes" | "bytes";
  /** What is done to the text before it is looked at. */
  readonly normalize?: readonly string[];
  /** The least; text for `bigint` and `decimal`. */
  readonly min?: number | string;
  /** The most; text for `bigint` and `decimal`. */
  readonly max?: number | string;
  /** The number must be above this one. */
  readonly above?: number;
  /** The number must be below this one. */
  readonly below?: number;
  /** What the number is a multiple of; text for `bigint` and `decimal`. */
  readonly step?: number | string;
  readonly choices?: readonly { readonly value: string | number; readonly label: string; readonly help?: string }[];
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Whether no item may be there twice. */
  readonly unique?: boolean;
  readonly item?: FormControl;
  readonly fields?: FormFields;
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

/** One thing that is wrong with an input. Its `code` tells what its `params` are. */
export type Issue = { [Code in IssueCode]: IssueOf<Code> }[IssueCode];

/** What is wrong with a value, for programs. */
export type IssueCode = keyof IssueParams;

/** An issue of one code. */
export interface IssueOf<Code extends IssueCode> {
  /** Where: names on the wire and indices from the root on; empty for the root itself. */
  path: (string | number)[];
  /** What is wrong, for programs. */
  code: Code;
  /** What is wrong, for people: a sentence that a form can show beside the field. */
  message: string;
  /** The message's facts. */
  params: IssueParams[Code];
}

/** The codes of issues, each with its params. */
export interface IssueParams {
  /** A field that must be there is missing. */
  required: {};
  /** The value is of another JSON type than it should be. */
  invalid_type: { expected: Expected; received: string };
  /** The value is none of those allowed. */
  invalid_value: { values: (string | number | boolean)[] };
  /** The text is not spelled as its format demands; some formats say what they look for. */
  invalid_format: {
    format: FormatName;
    pattern?: string;
    includes?: string;
    prefix?: string;
    suffix?: string;
    precision?: number;
    scale?: number;
  };
  /** Too short, too few or too low. */
  too_small: { origin: Origin; minimum: number | string; inclusive: boolean; exact?: true; unit?: string };
  /** Too long, too many or too high. */
  too_big: { origin: Exclude<Origin, "object">; maximum: number | string; inclusive: boolean; exact?: true; unit?: string };
  /** The number is no whole multiple of its divisor. */
  not_multiple_of: { divisor: number | string };
  /** The item is in the list already: `first` is where, counted from 0. */
  not_unique: { first: number };
  /**
   * The value is none of several alternatives. `errors` has what is wrong with it as the nearest of
   * them, in one list whose paths start at the value. It is empty where there was too much to try.
   */
  invalid_union: { errors: Issue[][] };
  /** The object has keys that no field has. */
  unrecognized_keys: { keys: string[] };
  /** The key of a map is not as keys must be there: what is wrong with it is in `issues`. */
  invalid_key: { origin: string; issues: Issue[] };
  /** The object has the key more than once. */
  duplicate_key: {};
  /** A rule of the application refused the value, or it is not the same as the field of this name. */
  custom: { matches?: string };
}

/** What a value should have been: a type of JSON, JSON at all, or JSON as text or bytes. */
export type Expected =
  | "string"
  | "number"
  | "int"
  | "boolean"
  | "array"
  | "object"
  | "null"
  | "json"
  | "string or bytes";

/** The names of formats, those of rules about the spelling of text among them. */
export type FormatName =
  | "alphanumeric"
  | "ascii"
  | "base64"
  | "base64url"
  | "char"
  | "cidr"
  | "cidrv4"
  | "cidrv6"
  | "country"
  | "credit_card"
  | "currency"
  | "date"
  | "datetime"
  | "decimal"
  | "duration"
  | "e164"
  | "email"
  | "ends_with"
  | "hex"
  | "hostname"
  | "http_url"
  | "iban"
  | "includes"
  | "ip"
  | "ipv4"
  | "ipv6"
  | "jwt"
  | "language_tag"
  | "mac"
  | "regex"
  | "semver"
  | "slug"
  | "starts_with"
  | "time"
  | "time_zone"
  | "ulid"
  | "url"
  | "uuid"
  | "uuidv4"
  | "uuidv7";

/** What a limit is about: the length of text, a number itself, or the count of a list's items, a map's entries or an object's fields. */
export type Origin = "string" | "number" | "array" | "map" | "object";

/** What `flattenError` gives: messages, or what else is kept of each issue, by field. */
export interface FlattenedError<T = any, M = string> {
  /** Those of the whole input. */
  formErrors: M[];
  /** Those in each field, however deep. */
  fieldErrors: { [Field in FieldOf<T> | IndexOf<T>]?: M[] };
}

/** What `treeifyError` gives: messages, or what else is kept of each issue, in the places where they belong. */
export interface ErrorTree<T = any, M = string> {
  /** Those of the value here. */
  errors: M[];
  /** Those in an object, by field, or in a map, by key. */
  properties?: { [Field in FieldOf<T>]?: ErrorTree<ValueOf<T, Field>, M> };
  /** Those in a list, by index: items with no issues are missing. */
  items?: (ErrorTree<ItemOf<T>, M> | undefined)[];
}

/** The fields of an object, of each alternative of a union. */
type FieldOf<T> = T extends readonly unknown[] ? never : T extends object ? Extract<keyof T, string | number> : never;

/** What a field of an object holds. */
type ValueOf<T, Field> = T extends object ? (Field extends keyof T ? T[Field] : never) : never;

/** The indices of a list. */
type IndexOf<T> = T extends readonly unknown[] ? number : never;

/** What a list holds. */
type ItemOf<T> = T extends readonly unknown[] ? T[number] : never;

/** What errors say to people in a language: a message for everything that the library says. */
export interface Messages {
  /**
   * Of errors, by code. They take the place of the library's words, not of an application's; for a
   * code that the application has added, of whatever the error says.
   */
  errors: Record<BuiltInCode, ErrorMessage> & Partial<Record<ApplicationCode, ErrorMessage>>;
  /** Of issues, by code; where a code has several, by type, format or origin. */
  issues: { [Code in Exclude<IssueCode, keyof VariedMessages>]: IssueMessage<Code> } & VariedMessages;
}

/** The messages of the codes that have several. */
export interface VariedMessages {
  invalid_type: Record<Expected, IssueMessage<"invalid_type">>;
  invalid_format: Record<FormatName, IssueMessage<"invalid_format">>;
  too_small: Record<IssueParams["too_small"]["origin"], IssueMessage<"too_small">>;
  too_big: Record<IssueParams["too_big"]["origin"], IssueMessage<"too_big">>;
}

/** A message, or what makes it of the error's details, which are empty where there are none. */
export type ErrorMessage = string | ((details: ErrorDetails, error: ErrorShape) => string);

/** A message, or what makes it of the issue's params. */
export type IssueMessage<Code extends IssueCode> =
  | string
  | ((params: IssueParams[Code], issue: IssueOf<Code>) => string);
