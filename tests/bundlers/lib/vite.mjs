import { basename, dirname, join } from "node:path";

import { build } from "vite";

/** @typedef {import("./bundlers.mjs").Bundle} Bundle */

/**
 * @param {true | "terser"} minify by what: by its own, or by terser
 * @returns {Bundle}
 */
const bundler = (minify) => async ({ root, entry, output, platform }) => {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      outDir: dirname(output),
      emptyOutDir: false,
      minify,
      ssr: platform === "node",
      rollupOptions: { input: join(root, entry), output: { entryFileNames: basename(output) } },
    },
    ssr: { noExternal: true },
  });
};

export const bundle = bundler(true);
export const bundleByTerser = bundler("terser");
