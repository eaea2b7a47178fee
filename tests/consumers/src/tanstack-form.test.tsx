/** TanStack Form, in a page: the schema is the validator of the form. */

import "./lib/browser.js";

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { CreateInvoice, type Input } from "@portcullis/contracts";
import { FormApi, useForm } from "@tanstack/react-form";
import { fireEvent, screen, waitFor } from "@testing-library/dom";
import { createRoot } from "react-dom/client";

import { draft, draftOut } from "./lib/invoices.js";
import { type Equal, holds } from "./lib/types.js";

/** What is wrong with a quantity of 0. */
const issue = {
  path: ["lines", 0, "quantity"],
  code: "too_small",
  message: "Must be more than 0.000",
  params: { origin: "number", minimum: "0.000", inclusive: false },
};

let submitted: CreateInvoice | undefined;
let root: ReturnType<typeof createRoot> | undefined;

function InvoiceForm({ when }: { when: "onChange" | "onSubmit" }) {
  const form = useForm({
    defaultValues: draft,
    validators: when === "onChange" ? { onChange: CreateInvoice } : { onSubmit: CreateInvoice },
    onSubmit: ({ value }) => {
      holds<Equal<typeof value, Input<typeof CreateInvoice>>>();
      submitted = CreateInvoice.parse(value);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      <form.Field name="lines[0].quantity">
        {(field) => (
          <>
            <label>
              Quantity
              <input value={field.state.value} onChange={(event) => field.handleChange(event.target.value)} />
            </label>
            <output>{JSON.stringify(field.state.meta.errors)}</output>
          </>
        )}
      </form.Field>
      <button>Send</button>
    </form>
  );
}

async function fillIn(quantity: string, when: "onChange" | "onSubmit"): Promise<void> {
  root = createRoot(document.body.appendChild(document.createElement("main")));
  root.render(<InvoiceForm when={when} />);
  fireEvent.input(await screen.findByLabelText("Quantity"), { target: { value: quantity } });
}

const send = () => fireEvent.click(screen.getByText("Send"));
const shown = () => JSON.parse(screen.getByRole("status").textContent);

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  submitted = undefined;
});

test("what is sent is the input; the payload makes the value of it", async () => {
  await fillIn("2.5", "onSubmit");
  send();
  await waitFor(() => assert.ok(submitted));
  assert.deepEqual(submitted, draftOut("2.5"));
});

for (const when of ["onChange", "onSubmit"] as const) {
  test(`${when}: the issues of a field stand at it, whole`, async () => {
    await fillIn("0", when);
    if (when === "onSubmit") {
      assert.deepEqual(shown(), []);
      send();
    }
    await waitFor(() => assert.deepEqual(shown(), [issue]));
    assert.equal(submitted, undefined);
    fireEvent.input(screen.getByLabelText("Quantity"), { target: { value: "1" } });
    await waitFor(() => assert.deepEqual(shown(), []));
  });
}

test("the issues of the whole stand in the form, under an empty name", async () => {
  const form = new FormApi({
    defaultValues: { ...draft, vat: "19" } as typeof draft,
    validators: { onSubmit: CreateInvoice },
  });
  form.mount();
  await form.handleSubmit();
  const issue = { path: [], code: "unrecognized_keys", message: "Unknown field: vat", params: { keys: ["vat"] } };
  assert.deepEqual(form.state.errors, [{ "": [issue] }]);
});
