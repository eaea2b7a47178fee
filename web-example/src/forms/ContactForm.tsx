import { CreateContact } from "@portcullis/contracts";
import { CreateContact as fields } from "@portcullis/contracts/form-fields";
import { createContact } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Missing } from "../components/Missing.tsx";
import { StoredContact } from "../components/StoredContact.tsx";
import { Submit } from "../components/Submit.tsx";
import { Summary } from "../components/Summary.tsx";
import { blank } from "./typed.ts";
import { usePayloadForm } from "./usePayloadForm.ts";
import type { Choices } from "./useRows.ts";

export function ContactForm({ organizations }: Choices) {
  const contact = usePayloadForm({
    payload: CreateContact,
    fields,
    start: () => blank(fields),
    send: createContact,
    fieldOf: { email_taken: "email" },
  });
  const { stored, handlers, isSending } = contact;
  const options = organizations.rows.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      {stored && <StoredContact key={stored.id} contact={stored} organizations={organizations.rows} />}
      <form className="sheet" aria-labelledby="contact-title" {...handlers}>
        <h2 id="contact-title">New contact</h2>
        <Summary of={contact} />
        <div className="fields">
          <Field of={contact} name="first_name" />
          <Field of={contact} name="last_name" />
          <Field of={contact} name="email" />
          <Field of={contact} name="phone" />
          <Field of={contact} name="title" />
          <Field of={contact} name="organization_id" options={options} />
          <Field of={contact} name="status" />
          <Field of={contact} name="tags" />
          <Field of={contact} name="has_newsletter" />
          <Field of={contact} name="notes" />
        </div>
        <Missing rows={organizations} name="Organizations" />
        <Submit isSending={isSending}>Add contact</Submit>
      </form>
    </>
  );
}
