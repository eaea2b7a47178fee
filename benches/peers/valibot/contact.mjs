import * as v from "valibot";
import { peer } from "./schema.mjs";

const text = (min, max) => v.pipe(v.string(), v.minLength(min), v.maxLength(max));

export const contact = peer(
  v.strictObject({
    first_name: text(1, 100),
    last_name: text(1, 100),
    email: v.pipe(v.string(), v.email(), v.maxLength(254)),
    phone: v.nullish(text(3, 40), null),
    title: v.nullish(text(1, 120), null),
    organization_id: v.nullish(v.pipe(v.string(), v.uuid()), null),
    status: v.optional(v.picklist(["lead", "qualified", "customer", "former_customer", "do_not_contact"]), "lead"),
    tags: v.optional(v.pipe(v.array(text(1, 40)), v.maxLength(20)), []),
    has_newsletter: v.optional(v.boolean(), false),
    notes: v.nullish(v.pipe(v.string(), v.maxLength(10_000)), null),
  }),
);
