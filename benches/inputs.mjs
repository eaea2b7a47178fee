/** The bodies that are measured. */

const encoder = new TextEncoder();

const contact = {
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

/** Name and body; the value is what `JSON.parse` makes of it. */
export const CONTACTS = [
  ["contact, ASCII", JSON.stringify(contact)],
  ["contact, accents and emoji", JSON.stringify(accents)],
  ["contact, \\u escapes", escaped(JSON.stringify(accents))],
  ["contact, keys reversed", JSON.stringify(reversed(contact))],
  ["contact, pretty-printed", JSON.stringify(contact, null, 2)],
].map(([name, json]) => ({ name, json, bytes: encoder.encode(json) }));
