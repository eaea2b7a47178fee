/** Bytes to checked values in a warm process: portcullis beside JSON.parse and its peers. */

import "./measure/agree.mjs";
import { REFUSED, VALID } from "./bodies/index.mjs";
import { ROUNDS } from "./measure/effort.mjs";
import { compare, median, ratio } from "./measure/rounds.mjs";
import { runtime } from "./measure/runtime.mjs";
import { parse } from "./peers/json.mjs";
import { OTHERS, PEERS } from "./peers/index.mjs";

/** Measures named functions; all but `base` as ratios to it. */
function measure(base, functions) {
  const [baseTimes, ...times] = compare([base, ...Object.values(functions)], ROUNDS);
  const ratios = Object.keys(functions).map((name, at) => [name, ratio(times[at], baseTimes)]);
  return { nanoseconds: median(baseTimes), ratios: Object.fromEntries(ratios) };
}

const ofPeers = (payload, method, argument) =>
  Object.fromEntries(OTHERS.map((peer) => [peer, () => PEERS[payload][peer][method](argument)]));

const accepted = VALID.map(({ name, payload, script, bytes }) => {
  const { portcullis } = PEERS[payload];
  const measured = measure(() => parse(bytes), {
    typed: () => portcullis.parse(bytes),
    verdict: () => portcullis.judge(bytes),
    ...ofPeers(payload, "parse", bytes),
  });
  const stringified = measure(() => JSON.stringify(parse(bytes)), {
    typed: () => JSON.stringify(portcullis.parse(bytes)),
  });
  return { name, script, bytes: bytes.length, ...measured, stringified: stringified.ratios.typed };
});

const refused = REFUSED.map(({ name, payload, bytes }) => {
  const { portcullis } = PEERS[payload];
  const measured = measure(() => parse(bytes), {
    typed: () => portcullis.issues(bytes),
    ...ofPeers(payload, "issues", bytes),
  });
  return { name, bytes: bytes.length, ...measured };
});

const parsed = VALID.filter(({ name }) => ["contact", "contact, accents and emoji", "invoice, 100 lines"].includes(name)).map(
  ({ name, payload, json, bytes }) => {
    const value = JSON.parse(json);
    const measured = measure(() => PEERS[payload].portcullis.accept(value), ofPeers(payload, "accept", value));
    return { name, bytes: bytes.length, ...measured };
  },
);

console.log(JSON.stringify({ runtime, ...ROUNDS, accepted, refused, parsed }));
