import { execFileSync } from "node:child_process";

import { bun } from "../../runtimes/lib/programs.mjs";

/** @type {import("./bundlers.mjs").Bundle} */
export async function bundle({ root, entry, output, platform }) {
  const options = [entry, `--outfile=${output}`, `--target=${platform}`, "--minify"];
  execFileSync(bun(), ["build", ...options], { cwd: root, stdio: "pipe" });
}
