/**
 * What is wrong with an input.
 */

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
