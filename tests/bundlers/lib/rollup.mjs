import { join } from "node:path";

import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";

/** @type {import("./bundlers.mjs").Bundle} */
export async function bundle({ root, entry, output, platform }) {
  const resolve = nodeResolve({ browser: platform === "browser" });
  const bundle = await rollup({ input: join(root, entry), plugins: [resolve], logLevel: "warn" });
  await bundle.write({ file: join(root, output), format: "esm" });
  await bundle.close();
}
