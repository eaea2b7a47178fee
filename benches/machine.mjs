/** What this is measured on, and when. */

import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { arch, versions } from "node:process";

const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));

console.log(
  JSON.stringify({
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0].model.trim(),
    cores: availableParallelism(),
    gigabytes: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}, ${arch}`,
    versions: { "Node.js": versions.node, ...devDependencies },
  }),
);
