/** Bodies that mean harm: what they cost a byte, at two sizes each, and what is answered. */

const memories = [];
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(module, imports) {
    super(module, imports);
    memories.push(this.exports.memory);
  }
};

const { hostile } = await import("./bodies/hostile.mjs");
const { quick } = await import("./measure/effort.mjs");
const { runtime } = await import("./measure/runtime.mjs");
const { parse } = await import("./peers/json.mjs");
const { Contact, Invoice, StoredContact } = await import("../target/bench/package/index.js");

const PAYLOADS = { contact: Contact, invoice: Invoice, stored: StoredContact };
const encoder = new TextEncoder();

/** The least nanoseconds of a few calls. */
function least(run) {
  let best = Infinity;
  for (let call = 0; call < (quick ? 2 : 9); call++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best * 1e6;
}

function answerTo(payload, bytes) {
  const result = payload.safeParseJson(bytes);
  if (result.success) return "accepted";
  const { code, details } = result.error;
  if (!details?.issues) return code;
  const { issues, truncated } = details;
  return `${code}, ${issues.length} ${issues.length === 1 ? "issue" : "issues"}${truncated ? ", truncated" : ""}`;
}

const bodies = hostile.map(({ name, payload, sizes, json }) => ({
  name,
  answer: answerTo(PAYLOADS[payload], encoder.encode(json(sizes[0]))),
  sizes: sizes.map((size) => {
    const bytes = encoder.encode(json(size));
    return {
      bytes: bytes.length,
      nanoseconds: least(() => PAYLOADS[payload].safeParseJson(bytes)) / bytes.length,
      parse: least(() => parse(bytes)) / bytes.length,
    };
  }),
}));

const memory = Math.max(...memories.map(({ buffer }) => buffer.byteLength));
console.log(JSON.stringify({ runtime, bodies, memory }));
