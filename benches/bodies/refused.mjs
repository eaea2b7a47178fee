/** Bodies with known mistakes. */

import { contact } from "./contacts.mjs";
import { invoice } from "./invoices.mjs";

/** One mistake a line, of four kinds in turn. */
const MISTAKES = [{ quantity: 0 }, { unit_price: "12.50" }, { description: "" }, { product_id: "A-17" }];

const faulty = invoice(20);
faulty.lines.forEach((line, index) => Object.assign(line, MISTAKES[index % MISTAKES.length]));

export const refused = [
  { name: "contact, 1 issue", payload: "contact", issues: 1, json: JSON.stringify({ ...contact, email: "ada.lovelace" }) },
  { name: "invoice of 20 lines, 20 issues", payload: "invoice", issues: 20, json: JSON.stringify(faulty) },
];
