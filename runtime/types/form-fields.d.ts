/**
 * What a form needs to render a payload's inputs.
 */

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
  /**
   * Whether the form must say something: a box that is not checked and an empty list need no word, unless
   * the box must be checked, or items be there.
   */
  readonly required: boolean;
  /** What a missing key stands for; a whole number of 64 bits is text. */
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
