// Asks rules that go wrong, in whatever runtime there is, and throws where the answer is not what it should be.
import { errorResponse, PayloadError, Trap } from "./package/index.js";

const INTERNAL = { code: "internal", message: "Something went wrong on our side", details: null };

function same(actual, expected, what) {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}:\n${left}\nis not\n${right}`);
}

const bytes = (text) => new TextEncoder().encode(text);
const body = (how) => JSON.stringify({ list: ["é", " 🚀 "], how: ` ${how}\n`, beside: 1.5 });

/** Whatever was before: a call is answered as it should be. */
function answersWell(after) {
  const value = { how: "go\u0000on", list: ["é", " 🚀 "], beside: 1.5 };
  for (const form of [body("go\u0000on"), bytes(body("go\u0000on"))]) {
    same(Trap.safeParseJson(form), { success: true, data: value }, `accepted after ${after}`);
    same(Trap.checkJson(form), { success: true }, `verdict after ${after}`);
  }
  // Digits that the engine asks JavaScript about, and text that JavaScript decodes.
  same(Trap.parse({ how: "", beside: 9.499999999999998 }).beside, 9.499999999999998, `a number after ${after}`);
  const { error } = Trap.safeParse({ how: "refuse", list: ["", "refuse"], beside: 10 });
  const issues = error.details.issues.map(({ path, code, message }) => `${path.join(".")} ${code} ${message}`);
  same(
    issues,
    ["how custom Must not be said", "list.1 custom Must not be said", "beside too_big Must be at most 9.5"],
    `refused after ${after}`,
  );
}

answersWell("nothing");
for (const how of ["panic", "index", "recurse", "allocate", "panic in the check"]) {
  for (const form of [body(how), bytes(body(how))]) {
    for (const ask of [Trap.safeParseJson, Trap.checkJson]) {
      const { success, error } = ask(form);
      same([success, error], [false, INTERNAL], how);
      same([error instanceof PayloadError, error.status], [true, 500], how);
      answersWell(how);
    }
  }
  // One after the other, too.
  same([1, 2, 3].map(() => Trap.safeParseJson(body(how)).error), [INTERNAL, INTERNAL, INTERNAL], how);
  answersWell(how);

  const response = errorResponse(Trap.safeParseJson(body(how)).error);
  same([response.status, await response.json()], [500, INTERNAL], `response to ${how}`);
  try {
    Trap.parseJson(body(how));
    throw new Error(`${how} is parsed`);
  } catch (error) {
    same(error, INTERNAL, `thrown by ${how}`);
  }
  const request = new Request("http://localhost", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: body(how),
  });
  same((await Trap.fromRequest(request)).error, INTERNAL, `request with ${how}`);
}

// An instance that is given up leaves nothing behind.
for (let turn = 0; turn < 2_000; turn++) {
  same(Trap.checkJson(body("panic")).error.code, "internal", `turn ${turn}`);
  if (turn % 100 === 0) globalThis.gc?.();
}
answersWell("many traps");

console.log("asked");
