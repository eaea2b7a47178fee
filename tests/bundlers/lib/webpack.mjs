import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

import webpack from "webpack";

/** @type {import("./bundlers.mjs").Bundle} */
export async function bundle({ root, entry, output, platform }) {
  const compiler = webpack({
    context: root,
    mode: "production",
    target: platform === "node" ? "node" : "web",
    entry: `./${entry}`,
    experiments: { outputModule: true },
    output: { path: join(root, dirname(output)), filename: basename(output), module: true },
    performance: { hints: false },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats === undefined || stats.hasErrors() || stats.hasWarnings()) throw new Error(stats?.toString("errors-warnings"));
}
