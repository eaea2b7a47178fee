/** Contacts: one, and what becomes of it in other scripts and spellings. */

import { german, japanese } from "./prose.mjs";

export const contact = {
  first_name: "Ada",
  last_name: "Lovelace",
  email: "ada.lovelace@example.co.uk",
  phone: "+44 20 7946 0958",
  title: "Analyst",
  organization_id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  status: "qualified",
  tags: ["vip", "engine", "1843"],
  has_newsletter: true,
  notes: "Met at the exhibition. Wants a follow-up in spring, prefers e-mail over phone calls.",
};

const accents = {
  ...contact,
  first_name: "Zoë",
  last_name: "Müller-Lüdenscheidt",
  title: "Directrice générale 🚀",
  tags: ["vip", "schön", "naïve"],
  notes: "Met at the exhibition.\nWants a \"follow-up\" in spring 🌸, préfère les e-mails.\n— Grüße aus Köln",
};

/** Every character beyond ASCII as an escape, as Python's json writes. */
const escaped = (json) =>
  json.replace(/[\u0080-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));

const reversed = (value) => Object.fromEntries(Object.entries(value).reverse());

export const contacts = [
  { name: "contact", script: "ascii", json: JSON.stringify(contact) },
  { name: "contact, keys reversed", script: "ascii", json: JSON.stringify(reversed(contact)) },
  { name: "contact, pretty-printed", script: "ascii", json: JSON.stringify(contact, null, 2) },
  { name: "contact, accents and emoji", script: "accents", json: JSON.stringify(accents) },
  { name: "contact, all \\u escapes", script: "escapes", json: escaped(JSON.stringify(accents)) },
  { name: "contact, 4 KB of German", script: "accents", json: JSON.stringify({ ...contact, notes: german(4096) }) },
  { name: "contact, 4 KB of Japanese", script: "accents", json: JSON.stringify({ ...contact, notes: japanese(4096) }) },
].map((body) => ({ ...body, payload: "contact" }));
