/**
 * The functions of deno-example on a database of their own, for a test: prints their address, then
 * runs each line of its input as SQL and prints the rows. The input's end is its own.
 */

import { start } from "../../deno-example/app.ts";
import { embeddedDatabase } from "../../deno-example/database/embedded.ts";

const app = await start(await embeddedDatabase(), Number(Deno.args[0] ?? 0));
console.log(app.url);

let text = "";
for await (const chunk of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (text + chunk).split("\n");
  text = lines.pop() ?? "";
  for (const sql of lines) console.log(JSON.stringify(await app.database.query(sql)));
}
await app.close();
