import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import type { FormFields, Payload } from "@portcullis/contracts";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { FieldValues, Resolver } from "react-hook-form";
import type { Language } from "../languages/language.ts";
import { asInput, type Typed } from "./typed.ts";

/**
 * Judges what is typed, in a language. A payload is a Standard Schema itself: where a form holds just
 * what it takes, and English will do, this is `standardSchemaResolver(payload)`.
 */
export function resolverOf<T, I>(
  { safeParse }: Payload<T, I>,
  fields: FormFields<I>,
  language: Language,
): Resolver<Typed<I> & FieldValues, unknown, T> {
  const schema: StandardSchemaV1<Typed<I> & FieldValues, T> = {
    "~standard": {
      version: 1,
      vendor: "web-example",
      validate: (typed) => {
        const result = safeParse(asInput(fields, typed as Typed<I>));
        if (result.success) return { value: result.data };
        const { message, details } = language.localize(result.error);
        return { issues: details?.issues ?? [{ message }] };
      },
    },
  };
  return standardSchemaResolver(schema);
}
