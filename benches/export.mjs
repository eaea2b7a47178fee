/** Writes bodies and JSON Schemas to a file, so that the native bench measures the same. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { argv } from "node:process";
import { VALID } from "./bodies/index.mjs";
import { schema as contact } from "./peers/ajv/contact.mjs";
import { schema as invoice } from "./peers/ajv/invoice.mjs";

const file = argv[2];
const bodies = VALID.map(({ name, payload, script, json }) => ({ name, payload, script, json }));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, JSON.stringify({ schemas: { contact, invoice }, bodies }));
