import { peer } from "./schema.mjs";
import { Invoice } from "./schemas/Invoice.mjs";

export const invoice = peer(Invoice);
