/**
 * Starts the application on its embedded database, sends it the requests of requests/ and shows
 * question and answer. At a terminal it stays up afterwards, unless --once is given.
 */

import { start } from "./app.ts";
import { embeddedDatabase } from "./database/embedded.ts";
import { type Exchange, samples, send } from "./requests.ts";

const onTerminal = Deno.stdout.isTerminal();
const [bold, dim, green, red] = [1, 2, 32, 31].map(
  (code) => (text: string) => (onTerminal ? `\x1b[${code}m${text}\x1b[0m` : text),
);

const app = await start(await embeddedDatabase());
console.log(`The functions listen on ${app.url}, over PostgreSQL embedded in this process.`);

let unexpected = 0;
for await (const exchange of send(app.url, await samples())) {
  show(exchange);
  if (exchange.response.status !== exchange.sample.expect) unexpected += 1;
}

if (unexpected > 0) {
  console.error(red!(`\n${unexpected} of the answers are not what the requests expect.`));
  Deno.exit(1);
}
console.log(green!("\nEvery answer is as expected."));

if (onTerminal && !Deno.args.includes("--once")) {
  console.log(`
The functions stay up until Ctrl-C. Try one yourself:

  curl -i ${app.url}/functions/v1/create-contact -H 'content-type: application/json' -d '{"first_name":"Ada","email":"ada@"}'
`);
} else {
  await app.close();
}

function show({ sample, path, response, text }: Exchange): void {
  const { status, statusText } = response;
  console.log(`\n${bold!(sample.name)}`);
  console.log(`  ${sample.method} ${path}`);
  if (sample.body !== undefined) console.log(dim!(indent(question(sample))));
  const mark = status === sample.expect ? green!("->") : red!("->");
  console.log(`${mark} ${bold!(String(status))} ${statusText}`);
  if (status !== sample.expect) console.log(red!(`   expected ${sample.expect}`));
  if (text !== "") console.log(indent(pretty(JSON.parse(text))));
}

function question({ headers, body, padTo }: Exchange["sample"]): string {
  if (body === "") return "(empty)";
  if (typeof body === "string") return `${headers?.["content-type"]}\n${body}`;
  const padding = padTo === undefined ? "" : `\n… and blanks, ${padTo} bytes in all`;
  return pretty(body) + padding;
}

/** JSON with whatever fits on a line on one line. */
function pretty(value: unknown): string {
  const line = JSON.stringify(value);
  if (line.length <= 100 || typeof value !== "object" || value === null) return line;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map(pretty)
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${pretty(item)}`);
  return `${open}\n${items.map(indent).join(",\n")}\n${close}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
