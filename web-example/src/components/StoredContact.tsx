import type { Contact, Organization } from "@portcullis/contracts";
import { CreateContact as fields } from "@portcullis/contracts/form-fields";
import { fieldAt } from "../forms/typed.ts";
import { Stored } from "./Stored.tsx";

interface Props {
  readonly contact: Contact;
  readonly organizations: readonly Organization[];
}

/** A contact as the server has it. */
export function StoredContact({ contact, organizations }: Props) {
  const organization = organizations.find(({ id }) => id === contact.organization_id)?.name;
  const status = fieldAt(fields, "status").choices?.find(({ value }) => value === contact.status)?.label;
  const facts: [name: keyof Contact, value: string | null | undefined][] = [
    ["email", contact.email],
    ["phone", contact.phone],
    ["title", contact.title],
    ["organization_id", organization ?? contact.organization_id],
    ["status", status],
    ["tags", contact.tags.join(", ")],
    ["has_newsletter", contact.has_newsletter ? "Yes" : "No"],
    ["notes", contact.notes],
  ];
  return (
    <Stored title={`${contact.first_name} ${contact.last_name} is stored`}>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{fieldAt(fields, name).label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Stored>
  );
}
