"use client";

import { type ComponentProps, useActionState } from "react";

import { CreateContact as fields } from "@portcullis/contracts/form-fields";

import { type State, addContact } from "./actions";

export default function Page() {
  const [state, add] = useActionState(addContact, {});
  const entered = (name: string) => state.entered?.filter((cell) => cell.name === name).map(({ text }) => text) ?? [];

  return (
    // The browser's own checks would keep what is wrong from the action.
    <form action={add} noValidate>
      <Field name="first_name" state={state} />
      <Field name="last_name" state={state} />
      <Field name="email" state={state} />
      <Field name="tags" state={state} />
      <label>
        {labelOf("status")}
        {/* React sets the choice of a form that it resets to that of the first rendering: a key renders it anew. */}
        <select name="status" key={entered("status")[0]} defaultValue={entered("status")[0] ?? "lead"}>
          <option value="lead">Lead</option>
          <option value="customer">Customer</option>
        </select>
      </label>
      <label>
        <input type="checkbox" name="has_newsletter" defaultChecked={entered("has_newsletter").length > 0} />
        {labelOf("has_newsletter")}
      </label>
      <button>Add</button>
      {state.errors?.formErrors.map((message) => <p role="alert" key={message}>{message}</p>)}
      {state.added && <output>{state.added}</output>}
    </form>
  );
}

type Name = (typeof fields)[number]["name"];

/** A text input with what was entered, and what is wrong with it. */
function Field({ name, state }: { name: Name; state: State }) {
  const messages = state.errors?.fieldErrors[name];
  const entered = state.entered?.find((cell) => cell.name === name)?.text;
  return (
    <label>
      {labelOf(name)}
      <input name={name} defaultValue={entered} aria-invalid={messages !== undefined} aria-describedby={`${name}-messages`} />
      <span id={`${name}-messages`}>{messages?.join(". ")}</span>
    </label>
  );
}

const labelOf = (name: Name) => fields.find((field) => field.name === name)?.label;
