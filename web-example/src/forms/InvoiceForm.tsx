import { CreateInvoice } from "@portcullis/contracts";
import { CreateInvoice as fields } from "@portcullis/contracts/form-fields";
import { createInvoice } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Missing } from "../components/Missing.tsx";
import { StoredInvoice } from "../components/StoredInvoice.tsx";
import { Submit } from "../components/Submit.tsx";
import { Summary } from "../components/Summary.tsx";
import { dayFromToday } from "./days.ts";
import { InvoiceLines } from "./InvoiceLines.tsx";
import { blank } from "./typed.ts";
import { usePayloadForm } from "./usePayloadForm.ts";
import type { Choices } from "./useRows.ts";

/** How many days there are to pay, unless somebody says otherwise. */
const DAYS_TO_PAY = 30;

const start = () => ({
  ...blank(fields),
  currency: "EUR",
  issued_on: dayFromToday(0),
  due_on: dayFromToday(DAYS_TO_PAY),
});

export function InvoiceForm({ organizations, products }: Choices) {
  const invoice = usePayloadForm({
    payload: CreateInvoice,
    fields,
    start,
    send: createInvoice,
    fieldOf: { invoice_number_taken: "number" },
  });
  const { stored, handlers, isSending } = invoice;
  const options = organizations.rows.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      {stored && <StoredInvoice key={stored.id} invoice={stored} organizations={organizations.rows} />}
      <form className="sheet" aria-labelledby="invoice-title" {...handlers}>
        <h2 id="invoice-title">New invoice</h2>
        <Summary of={invoice} />
        <div className="fields">
          <Field of={invoice} name="number" />
          <Field of={invoice} name="organization_id" options={options} />
          <Field of={invoice} name="issued_on" />
          <Field of={invoice} name="due_on" />
          <Field of={invoice} name="currency" />
        </div>
        <Missing rows={organizations} name="Organizations" />
        <InvoiceLines of={invoice} products={products.rows} />
        <Missing rows={products} name="Products" />
        <div className="fields">
          <Field of={invoice} name="notes" />
        </div>
        <Submit isSending={isSending}>Add invoice</Submit>
      </form>
    </>
  );
}
