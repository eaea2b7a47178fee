/** Before anything is measured, all must agree on what they are measured at. */

import { deepStrictEqual, strictEqual } from "node:assert";
import { REFUSED, VALID } from "../bodies/index.mjs";
import { PEERS } from "../peers/index.mjs";

for (const { name, payload, json, bytes } of VALID) {
  for (const [peer, { parse, accept }] of Object.entries(PEERS[payload])) {
    deepStrictEqual(parse(bytes), JSON.parse(json), `${peer} makes something else of ${name}`);
    deepStrictEqual(accept(JSON.parse(json)), JSON.parse(json), `${peer} makes something else of the value of ${name}`);
  }
  strictEqual(PEERS[payload].portcullis.judge(bytes), true, `the verdict refuses ${name}`);
}

for (const { name, payload, bytes, issues } of REFUSED) {
  for (const [peer, { parse, issues: count }] of Object.entries(PEERS[payload])) {
    strictEqual(parse(bytes), undefined, `${peer} accepts ${name}`);
    strictEqual(count(bytes), issues, `${peer} finds as many issues in ${name}`);
  }
  strictEqual(PEERS[payload].portcullis.judge(bytes), undefined, `the verdict accepts ${name}`);
}
