import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import type { FormFields, Payload } from "@portcullis/contracts";
import { localizeSchema } from "@portcullis/contracts/errors";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { FieldValues, Resolver } from "react-hook-form";
import type { Language } from "../languages/language.ts";
import { asInput, type Typed } from "./typed.ts";

/**
 * Judges what is typed, in a language. A payload is a Standard Schema: a form that holds just what it
 * takes, in English, would need no more than `standardSchemaResolver(payload)`.
 */
export function resolverOf<T, I extends FieldValues>(
  payload: Payload<T, I>,
  fields: FormFields<I>,
  { messages }: Language,
): Resolver<Typed<I>, unknown, T> {
  const schema = messages ? localizeSchema(payload, messages) : payload;
  const resolve: Resolver<any, unknown, T> = standardSchemaResolver(schema as StandardSchemaV1<FieldValues, T>);
  const judge: typeof resolve = (typed, context, options) => resolve(asInput(fields, typed), context, options);
  return judge as Resolver<Typed<I>, unknown, T>;
}
