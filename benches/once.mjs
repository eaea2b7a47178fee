/** Bytes to checked values with one package: `once.mjs <folder>`. What `before.mjs` starts. */

import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { VALID } from "./bodies/index.mjs";
import { quick } from "./measure/effort.mjs";
import { compare, ratio } from "./measure/rounds.mjs";
import { parse } from "./peers/json.mjs";
import { ours } from "./peers/portcullis/payload.mjs";

const EFFORT = { rounds: quick ? 3 : 31, milliseconds: 1 };

const { Contact, Invoice } = await import(`${pathToFileURL(argv[2])}/index.js`);
const payloads = { contact: ours(Contact), invoice: ours(Invoice) };

const bodies = VALID.map(({ name, payload, bytes }) => {
  const { parse: typed, judge } = payloads[payload];
  const [base, ...times] = compare([() => parse(bytes), () => typed(bytes), () => judge(bytes)], EFFORT);
  const [ofTyped, ofVerdict] = times.map((times) => ratio(times, base).median);
  return { name, typed: ofTyped, verdict: ofVerdict };
});

console.log(JSON.stringify(bodies));
