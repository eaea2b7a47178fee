/** Who is compared, by payload and name. */

import * as contact from "./contact.mjs";
import * as invoice from "./invoice.mjs";

export const PEERS = { contact, invoice };

/** The others: those that check what JSON.parse has made. */
export const OTHERS = ["zod", "valibot", "arktype", "ajv"];
