/** Bundles of each contender with one payload, as an application would ship them. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const BENCHES = fileURLToPath(new URL("..", import.meta.url));

/** Where bundles and other passing things are. */
export const TARGET = join(BENCHES, "../target/bench");

/**
 * Bundles a module of so much source text, whose imports are relative to benches/.
 *
 * @param {string} contents
 * @param {import("esbuild").BuildOptions} [options]
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(contents, options) {
  const stdin = { contents, resolveDir: BENCHES };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    ...options,
  });
  return outputFiles[0].contents;
}
