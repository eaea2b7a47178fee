import { Contact } from "../../../target/bench/package/payloads/Contact.js";
import { ours } from "./payload.mjs";

export const contact = ours(Contact);
