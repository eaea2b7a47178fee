export { contact as portcullis } from "./portcullis/contact.mjs";
export { contact as zod } from "./zod/contact.mjs";
export { contact as valibot } from "./valibot/contact.mjs";
export { contact as arktype } from "./arktype/contact.mjs";
export { contact as ajv } from "./ajv/contact.mjs";
