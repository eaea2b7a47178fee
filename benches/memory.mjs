/** What stays in memory when short strings are kept out of large bodies. Needs `--expose-gc`. */

import { memoryUsage } from "node:process";
import { contact } from "./bodies/contacts.mjs";
import { german } from "./bodies/prose.mjs";
import { runtime } from "./measure/runtime.mjs";
import { parse } from "./peers/json.mjs";
import { contact as ours } from "./peers/portcullis/contact.mjs";

const COUNT = 2_000;
const NOTES = 8_000;

const READERS = { "JSON.parse": parse, typed: ours.parse };
const FIELDS = ["first_name", "email"];

const encoder = new TextEncoder();
const bodyOf = (index) =>
  encoder.encode(JSON.stringify({ ...contact, email: `customer-${index}@example.co.uk`, notes: german(NOTES) }));

function used() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = memoryUsage();
  return heapUsed + external;
}

/** Bytes kept a string. */
function kept(read, field) {
  const strings = new Array(COUNT).fill("");
  const before = used();
  for (let index = 0; index < COUNT; index++) strings[index] = read(bodyOf(index))[field];
  const after = used();
  if (strings.includes("")) throw new Error("a string is missing");
  return (after - before) / COUNT;
}

for (const read of Object.values(READERS)) kept(read, "email");

const rows = FIELDS.map((field) => ({
  field,
  characters: contact[field].length,
  kept: Object.fromEntries(Object.entries(READERS).map(([name, read]) => [name, kept(read, field)])),
}));

console.log(JSON.stringify({ runtime, count: COUNT, body: bodyOf(0).length, rows }));
