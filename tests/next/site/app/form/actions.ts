"use server";

import { CreateContact, type FlattenedError } from "@portcullis/contracts";
import { flattenError } from "@portcullis/contracts/errors";

/** What the form shows: what is wrong, and what was entered. */
export interface State {
  errors?: FlattenedError<CreateContact>;
  entered?: { name: string; text: string }[];
  added?: string;
}

export async function addContact(_: State, form: FormData): Promise<State> {
  const { data, error } = CreateContact.fromForm(form);
  if (!error) return { added: `${data.first_name} ${data.last_name} <${data.email}>, ${data.status}, ${data.tags}` };
  const entered = [...form].flatMap(([name, text]) => (typeof text === "string" ? { name, text } : []));
  return { errors: flattenError(error), entered };
}
