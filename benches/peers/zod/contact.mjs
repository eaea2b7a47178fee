import { peer } from "./schema.mjs";
import { Contact } from "./schemas/Contact.mjs";

export const contact = peer(Contact);
