import { build } from "esbuild";

/** @type {import("./bundlers.mjs").Bundle} */
export async function bundle({ root, entry, output, platform }) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    platform,
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "error",
  });
}
