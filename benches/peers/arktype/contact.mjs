import { type } from "arktype";
import { peer } from "./schema.mjs";

export const contact = peer(
  type({
    "+": "reject",
    first_name: "1 <= string <= 100",
    last_name: "1 <= string <= 100",
    email: "string.email <= 254",
    phone: "3 <= string <= 40 | null = null",
    title: "1 <= string <= 120 | null = null",
    organization_id: "string.uuid | null = null",
    status: "'lead' | 'qualified' | 'customer' | 'former_customer' | 'do_not_contact' = 'lead'",
    tags: type("(1 <= string <= 40)[] <= 20").default(() => []),
    has_newsletter: "boolean = false",
    notes: "string <= 10000 | null = null",
  }),
);
