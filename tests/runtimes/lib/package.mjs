/**
 * The package under test.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built package. */
export const folder = resolve(process.env.PORTCULLIS_PKG ?? fileURLToPath(new URL("../../../pkg", import.meta.url)));

if (!existsSync(join(folder, "engine", "engine_bg.wasm"))) {
  throw new Error(`${folder} is no built package: run \`portcullis build contracts --out pkg\`, or set PORTCULLIS_PKG`);
}

/**
 * How many engines are in a text, by their first bytes in base64.
 *
 * @param {string} text
 */
export const engines = (text) => text.split("AGFzbQEAAAA").length - 1;

/** Its name on npm. */
export const name = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name;
