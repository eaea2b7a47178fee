/** What the compiler must refuse; nothing of it runs. */

import type { CreateInvoice, Input } from "@portcullis/contracts";
import { Field } from "../src/components/Field.tsx";
import type { Typed } from "../src/forms/typed.ts";
import type { usePayloadForm } from "../src/forms/usePayloadForm.ts";

type Form = ReturnType<typeof usePayloadForm<CreateInvoice, Input<typeof CreateInvoice>, null>>;

export const fields = (invoice: Form) => [
  <Field of={invoice} name="due_on" />,
  <Field of={invoice} name="lines.0.quantity" />,
  // @ts-expect-error no field has this name
  <Field of={invoice} name="due" />,
  // @ts-expect-error no field of a line has this name
  <Field of={invoice} name="lines.0.amount" />,
];

export const typed: Typed<Input<typeof CreateInvoice>> = {
  number: "2026-0001",
  organization_id: "",
  currency: "EUR",
  issued_on: "",
  due_on: "",
  // @ts-expect-error lines are no text
  lines: "",
  notes: "",
};
