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
const payload = `export { Contact } from "../target/bench/package/raw/payloads/Contact.js"`;

const others = await Promise.all(OTHERS.map(async (name) => ({ name, ...size(await contact(name)) })));

console.log(
  JSON.stringify({
    crm: engine("contracts"),
    engine: engine("package"),
    javascript: size(await bundle(payload, raw)),
    inline: size(await contact("portcullis")),
    others,
  }),
);
