/** What the tests send, and what comes of it. */

import type { CreateContact, Input } from "@portcullis/contracts";

/** As little as there may be of a contact, with text to be normalised. */
export const ada = { first_name: " Ada ", last_name: "Lovelace", email: "ADA@example.com" } satisfies Input<typeof CreateContact>;

/** The value of the same. */
export const adaOut: CreateContact = {
  first_name: "Ada",
  last_name: "Lovelace",
  email: "ada@example.com",
  phone: null,
  title: null,
  organization_id: null,
  status: "lead",
  tags: [],
  has_newsletter: false,
  notes: null,
};

/** Something is wrong at three places: a field, an item of a list, and the whole. */
export const wrong = { ...ada, email: "nobody", tags: ["vip", ""], nickname: "Countess" };

/** What is said of it, by field. */
export const wrongIssues = [
  { path: ["email"], code: "invalid_format", message: "Must be an email address", params: { format: "email" } },
  {
    path: ["tags", 1],
    code: "too_small",
    message: "Must have at least 1 character",
    params: { origin: "string", minimum: 1, inclusive: true, unit: "chars" },
  },
  { path: [], code: "unrecognized_keys", message: "Unknown field: nickname", params: { keys: ["nickname"] } },
];
