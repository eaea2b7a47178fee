/** VeeValidate, in a page, with Vue 3. */

import "./lib/browser.js";

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { CreateContact, CreateInvoice } from "@portcullis/contracts";
import { fireEvent, screen, waitFor } from "@testing-library/dom";
import { useForm } from "vee-validate";
import { type App, createApp, defineComponent, h, type VNode } from "vue";

import { ada } from "./lib/contacts.js";
import { draft, draftOut } from "./lib/invoices.js";
import { type Equal, holds } from "./lib/types.js";

let submitted: CreateInvoice | undefined;
let app: App | undefined;

function InvoiceForm() {
  const { defineField, errors, handleSubmit } = useForm({ validationSchema: CreateInvoice, initialValues: draft });
  // VeeValidate's own types lose what is in a list: its type must be said.
  const [quantity, quantityProps] = defineField<"lines[0].quantity", string>("lines[0].quantity");
  const submit = handleSubmit((invoice) => {
    holds<Equal<typeof invoice, CreateInvoice>>();
    submitted = invoice;
  });
  const onInput = (event: Event) => {
    quantity.value = (event.target as HTMLInputElement).value;
  };
  return () =>
    h("form", { onSubmit: submit }, [
      h("label", ["Quantity", h("input", { ...quantityProps.value, value: quantity.value, onInput })]),
      h("p", { role: "alert" }, errors.value["lines[0].quantity"]),
      h("button", "Send"),
    ]);
}

function mount(setup: () => () => VNode | null): void {
  app = createApp(defineComponent(setup));
  app.mount(document.body.appendChild(document.createElement("main")));
}

async function send(quantity: string): Promise<void> {
  mount(InvoiceForm);
  fireEvent.input(await screen.findByLabelText("Quantity"), { target: { value: quantity } });
  fireEvent.click(screen.getByText("Send"));
}

afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
  submitted = undefined;
});

test("what is sent is the value", async () => {
  await send("2.5");
  await waitFor(() => assert.ok(submitted));
  assert.deepEqual(submitted, draftOut("2.5"));
});

test("an error stands at its field, however deep, and goes when it is mended", async () => {
  await send("0");
  const alert = screen.getByRole("alert");
  await waitFor(() => assert.equal(alert.textContent, "Must be more than 0.000"));
  assert.equal(submitted, undefined);
  fireEvent.input(screen.getByLabelText("Quantity"), { target: { value: "1" } });
  await waitFor(() => assert.equal(alert.textContent, ""));
});

/** What a form says of a contact. */
function validate(contact: object) {
  let form: ReturnType<typeof useForm> | undefined;
  mount(() => {
    form = useForm({ validationSchema: CreateContact, initialValues: contact });
    return () => null;
  });
  return form?.validate() ?? assert.fail();
}

test("of a field all messages are there, without code and params", async () => {
  const { results, errors } = await validate({ ...ada, email: "x".repeat(300) });
  const messages = ["Must have at most 254 bytes", "Must be an email address"];
  assert.deepEqual(results, { email: { valid: false, errors: messages } });
  assert.deepEqual(errors, { email: messages[0] });
});

test("what is wrong with the whole stands under an empty name", async () => {
  const { errors } = await validate({ ...ada, nickname: "Countess" });
  assert.deepEqual(errors, { "": "Unknown field: nickname" });
});
