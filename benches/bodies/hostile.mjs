/** Bodies that mean harm, each at a size of one's choice. */

import { contact } from "./contacts.mjs";
import { invoice } from "./invoices.mjs";

/** The JSON of a value, with more JSON in the place of one of its fields. */
const withField = (value, key, json) => JSON.stringify({ ...value, [key]: null }).replace(`"${key}":null`, () => `"${key}":${json}`);

const members = (count, member) => `{${Array.from({ length: count }, (_, index) => member(index)).join(",")}}`;

const behind = (email, count, member) => members(count, (index) => (index === 0 ? `"email":"${email}"` : member(index)));

export const hostile = [
  {
    name: "`__proto__` keys",
    payload: "stored",
    sizes: [10_000, 100_000],
    json: (size) => behind(contact.email, size, () => `"__proto__":{"admin":true}`),
  },
  {
    name: "`constructor` keys with `prototype` in them",
    payload: "contact",
    sizes: [10_000, 100_000],
    json: (size) => behind(contact.email, size, () => `"constructor":{"prototype":{"admin":true}}`),
  },
  {
    name: "arrays in arrays",
    payload: "contact",
    sizes: [10_000, 100_000],
    json: (size) => withField(contact, "tags", "[".repeat(size) + "]".repeat(size)),
  },
  {
    name: "objects in objects that nobody asked for",
    payload: "stored",
    sizes: [10_000, 100_000],
    json: (size) => `{"more":${`{"a":`.repeat(size)}0${"}".repeat(size)},"email":"${contact.email}"}`,
  },
  {
    name: "a long string",
    payload: "contact",
    sizes: [1_000_000, 10_000_000],
    json: (size) => JSON.stringify({ ...contact, notes: "x".repeat(size) }),
  },
  {
    name: "a long string of escapes",
    payload: "contact",
    sizes: [1_000_000, 10_000_000],
    json: (size) => withField(contact, "notes", `"${"\\u00e9".repeat(size / 6)}"`),
  },
  {
    name: "wrong items",
    payload: "contact",
    sizes: [10_000, 100_000],
    json: (size) => JSON.stringify({ ...contact, tags: Array(size).fill(1) }),
  },
  {
    name: "wrong objects",
    payload: "invoice",
    sizes: [10_000, 100_000],
    json: (size) => JSON.stringify({ ...invoice(1), lines: Array(size).fill({}) }),
  },
  {
    name: "different keys, refused",
    payload: "contact",
    sizes: [10_000, 100_000],
    json: (size) => behind(contact.email, size, (index) => `"key_${index}":${index}`),
  },
  {
    name: "different keys, dropped",
    payload: "stored",
    sizes: [10_000, 100_000],
    json: (size) => behind(contact.email, size, (index) => `"key_${index}":${index}`),
  },
];
