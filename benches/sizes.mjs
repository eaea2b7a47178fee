/** What must be shipped to check a contact: bundled, minified and compressed. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle, TARGET } from "./measure/bundle.mjs";
import { OTHERS } from "./peers/index.mjs";

const size = (bytes) => ({ bytes: bytes.length, gz: gzipSync(bytes, { level: 9 }).length });

const contact = (peer, options) => bundle(`export { contact } from "./peers/${peer}/contact.mjs"`, options);
const engine = (folder) => size(readFileSync(join(TARGET, folder, "engine/engine_bg.wasm")));

const raw = { conditions: ["workerd"], external: ["*.wasm?module"] };
const one = `export { Contact } from "../target/bench/contact/raw/payloads/Contact.js"`;
const crm = `export * from "../target/bench/contracts/raw/index.js"`;

const others = await Promise.all(OTHERS.map(async (name) => ({ name, ...size(await contact(name)) })));

console.log(
  JSON.stringify({
    one: { engine: engine("contact"), javascript: size(await bundle(one, raw)) },
    crm: { engine: engine("contracts"), javascript: size(await bundle(crm, raw)) },
    others,
  }),
);
