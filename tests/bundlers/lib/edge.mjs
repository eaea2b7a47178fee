/**
 * Bundles for edge runtimes, as the tools that deploy to them make them: these compile WebAssembly
 * beforehand, and give the program the module.
 */
import { readFileSync } from "node:fs";

import { build } from "esbuild";

/**
 * Bundles main.mjs of a folder into dist/main.js, and gives the WebAssembly that it imports.
 *
 * @param {string} root
 * @param {object} settings
 * @param {string[]} settings.conditions the export conditions of the runtime
 * @param {"esm" | "iife"} settings.format
 * @param {string} settings.module the expression or the import that gives the compiled module: `globalThis.…` or `./…`
 */
export async function bundleForEdge(root, { conditions, format, module }) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const found = [];
  const isImport = module.startsWith("./");
  await build({
    absWorkingDir: root,
    entryPoints: ["main.mjs"],
    outfile: "dist/main.js",
    bundle: true,
    minify: true,
    platform: "browser",
    conditions,
    format,
    logLevel: "error",
    plugins: [
      {
        name: "WebAssembly",
        setup(build) {
          build.onLoad({ filter: /\.wasm$/ }, ({ path, suffix }) => {
            if (suffix !== "?module") throw new Error(`${path} is imported without ?module`);
            found.push(Uint8Array.from(readFileSync(path)));
            return { contents: isImport ? `export { default } from "${module}";` : `export default ${module};` };
          });
          build.onResolve({ filter: /^\.\// }, ({ path }) => (path === module ? { path, external: true } : undefined));
        },
      },
    ],
  });
  if (found.length !== 1) throw new Error(`${found.length} files of WebAssembly are imported`);
  return found[0];
}
