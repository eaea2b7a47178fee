/**
 * What a payload is to libraries that take any validator.
 */

import type { Payload } from "./payload.d.ts";

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
