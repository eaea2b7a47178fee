/** React Hook Form, through its resolver for Standard Schema, in a page. */

import "./lib/browser.js";

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { CreateContact, CreateInvoice, type Input } from "@portcullis/contracts";
import { localizeSchema } from "@portcullis/contracts/errors";
import { de } from "@portcullis/contracts/messages/de";
import { fireEvent, screen, waitFor } from "@testing-library/dom";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";

import { ada } from "./lib/contacts.js";
import { draft, draftOut } from "./lib/invoices.js";
import { type Equal, holds } from "./lib/types.js";

let submitted: CreateInvoice | undefined;
let root: ReturnType<typeof createRoot> | undefined;

function InvoiceForm() {
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(CreateInvoice),
    defaultValues: draft,
  });
  const submit = handleSubmit((invoice) => {
    holds<Equal<typeof invoice, CreateInvoice>>();
    submitted = invoice;
  });
  const { errors } = formState;
  return (
    <form onSubmit={submit}>
      <label>
        Quantity <input {...register("lines.0.quantity")} />
      </label>
      <p role="alert">{errors.lines?.[0]?.quantity?.message}</p>
      <button>Send</button>
    </form>
  );
}

/** Renders the form, fills it in, and sends it. */
async function send(quantity: string): Promise<void> {
  root = createRoot(document.body.appendChild(document.createElement("main")));
  root.render(<InvoiceForm />);
  fireEvent.input(await screen.findByLabelText("Quantity"), { target: { value: quantity } });
  fireEvent.click(screen.getByText("Send"));
}

afterEach(() => {
  root?.unmount();
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
  assert.equal(document.activeElement, screen.getByLabelText("Quantity"));
  assert.equal(submitted, undefined);
  fireEvent.input(screen.getByLabelText("Quantity"), { target: { value: "1" } });
  await waitFor(() => assert.equal(alert.textContent, ""));
});

/** What the form gets of a contact. */
async function errorsOf(
  contact: object,
  criteriaMode: "firstError" | "all" = "firstError",
  resolve = standardSchemaResolver(CreateContact),
): Promise<object> {
  const options = { fields: {}, shouldUseNativeValidation: false, criteriaMode };
  return (await resolve(contact as Input<typeof CreateContact>, undefined, options)).errors;
}

test("of a field the first message is kept, without code and params", async () => {
  const twice = { ...ada, email: "x".repeat(300) };
  const message = "Must have at most 254 bytes";
  const email = { type: "", message, ref: undefined };
  assert.deepEqual(await errorsOf(twice), { email });
  const types = { 0: message, 1: "Must be an email address" };
  assert.deepEqual(await errorsOf(twice, "all"), { email: { ...email, types } });
});

test("what is wrong with the whole is at root", async () => {
  const root = { type: "", message: "Unknown field: nickname", ref: undefined };
  assert.deepEqual(await errorsOf({ ...ada, nickname: "Countess" }), { root });
});

test("messages are in another language", async () => {
  const german = standardSchemaResolver(localizeSchema(CreateContact, de));
  const email = { type: "", message: "Muss eine E-Mail-Adresse sein", ref: undefined };
  assert.deepEqual(await errorsOf({ ...ada, email: "nobody" }, "firstError", german), { email });
  assert.deepEqual(await errorsOf(ada, "firstError", german), {});
});
