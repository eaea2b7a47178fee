/** The Deno of deno-example, which has the functions. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the functions. */
export const EXAMPLE = join(import.meta.dirname, "../deno-example");

/** The program itself: npm's script of that name would start it as a child that outlives the script. */
export const DENO = program();

function program() {
  const packages = join(EXAMPLE, "node_modules/@deno");
  const [name = ""] = readdirSync(packages);
  return join(packages, name, process.platform === "win32" ? "deno.exe" : "deno");
}
