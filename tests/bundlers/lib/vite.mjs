import { basename, dirname, join } from "node:path";

import { build } from "vite";

/** @type {import("./bundlers.mjs").Bundle} */
export async function bundle({ root, entry, output, platform }) {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      outDir: dirname(output),
      emptyOutDir: false,
      minify: true,
      ssr: platform === "node",
      rollupOptions: { input: join(root, entry), output: { entryFileNames: basename(output) } },
    },
    ssr: { noExternal: true },
  });
}
