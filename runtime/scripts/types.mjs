/**
 * Writes the declarations of the public modules that have any: `node scripts/types.mjs [folder]`.
 *
 * tsc reads a module's declarations instead of the module where both lie side by side, so it works
 * on a copy without them.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const runtime = fileURLToPath(new URL("..", import.meta.url));
const languages = readdirSync(join(runtime, "messages")).filter((name) => name.endsWith(".js"));

/** Modules that users import, or the declarations of a built package. */
export const PUBLIC = [
  "error",
  "errors/formatting",
  "errors/index",
  "errors/localize",
  "errors/parse",
  ...languages.map((name) => `messages/${basename(name, ".js")}`),
  "response",
];

const generated = PUBLIC.map((name) => `${name}.d.ts`);

/** @param {string} folder */
export function writeTypes(folder) {
  const work = mkdtempSync(join(tmpdir(), "portcullis-types-"));
  try {
    cpSync(runtime, work, {
      recursive: true,
      filter: (path) => !["node_modules", "scripts", "test", ...generated].includes(relative(runtime, path)),
    });
    const tsc = join(runtime, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", "out"];
    execFileSync(process.execPath, [tsc, "--project", ".", ...options], { cwd: work, stdio: "inherit" });
    for (const name of generated) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      copyFileSync(join(work, "out", name), join(folder, name));
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTypes(process.argv[2] ?? runtime);
