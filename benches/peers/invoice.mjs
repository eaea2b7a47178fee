export { invoice as portcullis } from "./portcullis/invoice.mjs";
export { invoice as zod } from "./zod/invoice.mjs";
export { invoice as valibot } from "./valibot/invoice.mjs";
export { invoice as arktype } from "./arktype/invoice.mjs";
export { invoice as ajv } from "./ajv/invoice.mjs";
