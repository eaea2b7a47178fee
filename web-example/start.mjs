/**
 * Both servers, until Ctrl-C: the functions in Deno, and this page by Vite, which passes on to them
 * what is theirs.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { createServer } from "vite";

import { DENO, EXAMPLE } from "./deno.mjs";

const permissions = ["--allow-net", "--allow-env", "--allow-read", "--allow-write"];
const functions = spawn(DENO, ["run", "--quiet", ...permissions, "serve.ts"], {
  cwd: EXAMPLE,
  env: { PORT: "0", ...process.env },
  stdio: ["ignore", "pipe", "inherit"],
});
functions.on("exit", (code) => process.exit(code ?? 1));
process.on("exit", () => functions.kill());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(0));

const [line] = await once(createInterface({ input: functions.stdout }), "line");
process.env.FUNCTIONS_URL = new URL(/http:\S+/.exec(line)?.[0] ?? "").origin;
console.log(`The functions listen on ${process.env.FUNCTIONS_URL}, the page on:`);

const page = await createServer({ root: import.meta.dirname });
await page.listen();
page.printUrls();
