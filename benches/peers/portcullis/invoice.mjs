import { Invoice } from "../../../target/bench/package/payloads/Invoice.js";
import { ours } from "./payload.mjs";

export const invoice = ours(Invoice);
