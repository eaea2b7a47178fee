/** The lines of an invoice, which can be added and removed, and what they come to. */

import type { CreateInvoice, Input, Product } from "@portcullis/contracts";
import { CreateInvoice as invoiceFields } from "@portcullis/contracts/form-fields";
import { useRef, useState } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { Amount } from "../components/Amount.tsx";
import { Field } from "../components/Field.tsx";
import { lineTotal } from "../money.ts";
import { asInput, blank, fieldAt, type Typed } from "./typed.ts";
import type { PayloadForm } from "./usePayloadForm.ts";

type Values = Typed<Input<typeof CreateInvoice>>;

const lines = fieldAt(invoiceFields, "lines");
const { minItems = 0, maxItems = Infinity } = lines;
const lineFields = lines.item?.fields ?? [];

interface Props {
  readonly of: PayloadForm<Values>;
  readonly products: readonly Product[];
}

export function InvoiceLines({ of: invoice, products }: Props) {
  const { form } = invoice;
  const { fields: rows, append, remove } = useFieldArray({ control: form.control, name: "lines" });
  const [values, currency] = useWatch({ control: form.control, name: ["lines", "currency"] });
  const [news, setNews] = useState("");
  const list = useRef<HTMLDivElement>(null);

  const totals = values.map(totalOf);
  const total = totals.reduce<bigint>((sum, total) => sum + (total ?? 0n), 0n);
  const options = products.map(({ id, name }) => ({ value: id, label: name }));

  function add(): void {
    append(blank(lineFields) as Values["lines"][number], { focusName: `lines.${rows.length}.product_id` });
    setNews(`Line ${rows.length + 1} added`);
  }

  /** The focus goes to the button that has taken this one's place, or to the last of them. */
  function drop(index: number): void {
    remove(index);
    setNews(`Line ${index + 1} removed`);
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>("button") ?? [];
      const heir = buttons[Math.min(index, buttons.length - 1)];
      if (heir) heir.focus();
      else form.setFocus("lines.0.product_id");
    });
  }

  const productOf = (id: string | undefined) => products.find((product) => product.id === id);

  /** Who chooses a product is offered its price, in place of none or of that of the product before. */
  function offerPrice(index: number, id: string): void {
    const [product, before] = [productOf(id), productOf(values[index]?.product_id)];
    const name = `lines.${index}.unit_price` as const;
    const isFree = ["", before?.unit_price].includes(form.getValues(name));
    if (isFree && product?.currency === currency) form.setValue(name, product.unit_price);
  }

  return (
    <fieldset className="lines">
      <legend>{lines.label}</legend>
      <div ref={list}>
        {rows.map((row, index) => (
          <div key={row.id} className="line" role="group" aria-label={`Line ${index + 1}`}>
            <Field
              of={invoice}
              name={`lines.${index}.product_id`}
              options={options}
              isTerse
              onChange={(id) => offerPrice(index, id)}
            />
            <Field
              of={invoice}
              name={`lines.${index}.description`}
              isTerse
              placeholder={productOf(values[index]?.product_id)?.name}
            />
            <Field of={invoice} name={`lines.${index}.quantity`} isTerse />
            <Field of={invoice} name={`lines.${index}.unit_price`} isTerse />
            <Field of={invoice} name={`lines.${index}.discount_percent`} isTerse />
            <p className="line-total">
              <span className="line-total-label">Line total</span>
              <Amount hundredths={totals[index] ?? null} currency={currency} />
            </p>
            {rows.length > minItems && (
              <button type="button" className="remove" onClick={() => drop(index)}>
                <span aria-hidden="true">×</span>
                <span className="remove-label">Remove line {index + 1}</span>
              </button>
            )}
          </div>
        ))}
      </div>
      <div className="lines-end">
        <button type="button" className="add" onClick={add} disabled={rows.length >= maxItems}>
          Add a line
        </button>
        <p className="total">
          <span>Total before taxes</span>
          <output aria-label="Total before taxes">
            <Amount hundredths={total} currency={currency} />
          </output>
        </p>
      </div>
      <p role="status" className="visually-hidden">
        {news}
      </p>
    </fieldset>
  );
}

/** What a line comes to, in hundredths; nothing yet while its numbers are none. */
function totalOf(line: Partial<Values["lines"][number]>): bigint | null {
  const input = asInput(lineFields, line as Typed<Record<string, unknown>>);
  const discount = input.discount_percent ?? fieldAt(lineFields, "discount_percent").default;
  return lineTotal(String(input.quantity), String(input.unit_price), String(discount));
}
