/**
 * Bytes of a contact to a typed, checked value: portcullis beside JSON.parse alone and JSON.parse
 * with its peers, in one process. Run it in Node or Deno; `--json` prints the figures as data.
 */

import { deepStrictEqual } from "node:assert";
import { CONTACTS } from "./inputs.mjs";
import { PEERS } from "./peers.mjs";

const ROUNDS = 15;
const CALLS = 20_000;

/** Nanoseconds a call of each function, the best of several rounds taken in turn. */
function measure(functions) {
  const best = functions.map(() => Infinity);
  let sink = 0;
  for (let round = -2; round < ROUNDS; round++) {
    functions.forEach((run, at) => {
      const start = performance.now();
      for (let call = 0; call < CALLS; call++) sink += run() === undefined ? 0 : 1;
      const time = ((performance.now() - start) / CALLS) * 1e6;
      if (round >= 0) best[at] = Math.min(best[at], time);
    });
  }
  if (sink === 0) throw new Error("nothing was accepted");
  return best;
}

const names = Object.keys(PEERS);
const table = CONTACTS.map(({ name, json, bytes }) => {
  for (const peer of names) {
    if (peer !== "portcullis, verdict") deepStrictEqual({ ...PEERS[peer](bytes) }, JSON.parse(json), `${peer}: ${name}`);
  }
  const times = measure(names.map((peer) => () => PEERS[peer](bytes)));
  return { name, bytes: bytes.length, parse: times[0], ratios: times.map((time) => time / times[0]) };
});

const runtime = globalThis.Deno ? `Deno ${Deno.version.deno}` : `Node ${process.versions.node}`;
if (globalThis.process?.argv.includes("--json")) {
  console.log(JSON.stringify({ runtime, names, table }));
} else {
  console.log(`${runtime}: times as ratios to JSON.parse(decode(bytes)); the best of ${ROUNDS} rounds of ${CALLS} calls\n`);
  console.log(`| body | bytes | JSON.parse, ns | ${names.slice(1).join(" | ")} |`);
  console.log(`| --- | --: | --: |${" --: |".repeat(names.length - 1)}`);
  for (const { name, bytes, parse, ratios } of table) {
    console.log(`| ${name} | ${bytes} | ${parse.toFixed(0)} | ${ratios.slice(1).map((ratio) => ratio.toFixed(2)).join(" | ")} |`);
  }
}
