/**
 * What a built package must do wherever it runs.
 *
 * It imports nothing, so that any runtime can run it: it is given the package's exports, and the
 * engine where it can be reached.
 */

const UUID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

/** A contact with every field, as it comes out. */
const FULL = {
  first_name: "Zoë",
  last_name: "Müller-Lüdenscheidt",
  email: "zoe@example.com",
  phone: "+49 30 901820",
  title: "Directrice générale 🚀",
  organization_id: UUID,
  status: "former_customer",
  tags: ["vip", "schön", "日本語", "🌸🌸"],
  has_newsletter: true,
  notes: 'Says "hi"\n\\ and \u0000 and \u2028 and \ufffd.',
};

/** A contact with as little as there may be, as it comes in and out. */
const LITTLE = { first_name: "Ada", last_name: "Lovelace", email: "ada@example.com" };
const LITTLE_OUT = {
  ...LITTLE,
  phone: null,
  title: null,
  organization_id: null,
  status: "lead",
  tags: [],
  has_newsletter: false,
  notes: null,
};

/** A contact as it is stored. */
const ROW = {
  id: UUID,
  ...FULL,
  created_at: "2026-03-09T08:30:00Z",
  updated_at: "2026-03-09T08:30:00Z",
  deleted_at: null,
};

const bytes = (text) => new TextEncoder().encode(text);

/** Writes what is not ASCII as \u escapes. */
const escaped = (json) =>
  json.replace(/[\u0080-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));

const reversed = (value) => Object.fromEntries(Object.entries(value).reverse());

export function equal(actual, expected, what) {
  if (Object.is(actual, expected)) return;
  throw new Error(`${what}:\n    got      ${String(actual)}\n    expected ${String(expected)}`);
}

/** Values are equal where their JSON is, keys in order. */
export function same(actual, expected, what) {
  equal(JSON.stringify(actual), JSON.stringify(expected), what);
}

/** The package gives this value for this JSON, as text and as bytes, and so does the verdict. */
function accepts(payload, json, expected) {
  for (const [form, input] of Object.entries({ text: json, bytes: bytes(json) })) {
    const result = payload.safeParseJson(input);
    same(result, { success: true, data: expected }, `safeParseJson(${form}) of ${json.slice(0, 80)}`);
    same(payload.parseJson(input), expected, `parseJson(${form})`);
    same(payload.checkJson(input), { success: true }, `checkJson(${form})`);
  }
}

/** The package refuses this JSON, in one way whichever method is asked. */
function refuses(payload, input, code) {
  const { success, error, data } = payload.safeParseJson(input);
  equal(success, false, `success of ${String(input).slice(0, 80)}`);
  equal(data, undefined, "data of a refusal");
  equal(error.code, code, `code of ${String(input).slice(0, 80)}: ${JSON.stringify(error)}`);
  same(payload.checkJson(input), { success: false, error }, "checkJson");
  try {
    payload.parseJson(input);
  } catch (thrown) {
    same(thrown, error, "what parseJson throws");
    return error;
  }
  throw new Error("parseJson did not throw");
}

const issues = (error) => error.details.issues.map(({ path, code }) => `${path.join(".")} ${code}`);

const post = (body, type = "application/json") =>
  new Request("http://localhost/contacts", { method: "POST", body, headers: { "content-type": type } });

/** @type {Record<string, (contracts: any, engine?: any) => unknown>} */
const CASES = {
  "a value with every field"({ CreateContact }) {
    accepts(CreateContact, JSON.stringify(FULL), FULL);
  },

  "absent and null fields"({ CreateContact }) {
    accepts(CreateContact, JSON.stringify(LITTLE), LITTLE_OUT);
    accepts(CreateContact, JSON.stringify({ ...LITTLE, phone: null, title: null, notes: null }), LITTLE_OUT);
  },

  "Standard Schema"({ CreateContact }) {
    const { version, vendor, validate } = CreateContact["~standard"];
    same([version, vendor], [1, "portcullis"], "who it is");
    same(validate(LITTLE), { value: LITTLE_OUT }, "a value");
    const { issues } = validate({ ...LITTLE, tags: ["a", 1] });
    same(issues.map(({ path, message }) => [path, message]), [[["tags", 1], "Must be text"]], "issues");
    same(validate(() => {}).issues[0].path, [], "the path of what has no JSON");
  },

  "keys in any order"({ CreateContact }) {
    accepts(CreateContact, JSON.stringify(reversed(FULL)), FULL);
  },

  "white space"({ CreateContact }) {
    accepts(CreateContact, ` \r\n\t${JSON.stringify(FULL, null, "\t")}\n `, FULL);
  },

  "text that is all escapes"({ CreateContact }) {
    accepts(CreateContact, escaped(JSON.stringify(FULL)), FULL);
  },

  "a byte order mark"({ CreateContact }) {
    accepts(CreateContact, `\ufeff${JSON.stringify(LITTLE)}`, LITTLE_OUT);
    accepts(CreateContact, `\ufeff${JSON.stringify(FULL)}`, FULL);
  },

  "text is trimmed and email addresses become lower case"({ CreateContact }) {
    const given = { ...LITTLE, first_name: "\u00a0 Ada \n", email: " ADA@Example.com", tags: [" a ", "b"] };
    accepts(CreateContact, JSON.stringify(given), { ...LITTLE_OUT, tags: ["a", "b"] });
  },

  "objects in objects"({ CreateOrganization }) {
    const address = { street: "1 Main St", city: "Köln", postal_code: null, country: "DE" };
    const organization = { name: "Acme", industry: null, website: null, phone: null, address, notes: null };
    accepts(CreateOrganization, JSON.stringify(organization), organization);
    accepts(CreateOrganization, '{"name":"Acme"}', { ...organization, address: null });
    refuses(CreateOrganization, '{"name":"Acme","address":{}}', "validation_failed");
  },

  "unknown keys of a row are dropped"({ Contact }) {
    accepts(Contact, JSON.stringify({ unheard: { of: [1, "é"] }, ...ROW, more: "🌸" }), ROW);
  },

  "bodies of many sizes, one after the other"({ Contact, CreateContact }) {
    for (const size of [0, 3_000_000, 10, 6_000_000, 1]) {
      for (const filling of ["x", "é", '"']) {
        accepts(Contact, JSON.stringify({ padding: filling.repeat(size), ...ROW }), ROW);
      }
      accepts(CreateContact, JSON.stringify(LITTLE), LITTLE_OUT);
      refuses(CreateContact, "{}", "validation_failed");
    }
  },

  "values stay when the engine goes on"({ CreateContact }) {
    const first = CreateContact.parse(FULL);
    for (let turn = 0; turn < 100; turn++) CreateContact.parse({ ...LITTLE, notes: `${turn}`.repeat(50) });
    same(first, FULL, "the first value");
  },

  "every issue in one answer"({ CreateContact }) {
    const faulty = {
      first_name: "x".repeat(101),
      email: "nobody",
      organization_id: 7,
      tags: ["vip", ""],
      nickname: "Countess",
    };
    const error = refuses(CreateContact, JSON.stringify(faulty), "validation_failed");
    same(
      issues(error).sort(),
      [
        " unrecognized_keys",
        "email invalid_format",
        "first_name too_big",
        "last_name required",
        "organization_id invalid_type",
        "tags.1 too_small",
      ],
      "issues",
    );
    for (const issue of error.details.issues) {
      same(Object.keys(issue), ["path", "code", "message", "params"], "keys of an issue");
      equal(typeof issue.message, "string", "message of an issue");
      equal(typeof issue.params, "object", "params of an issue");
    }
    equal(error.details.issues.find(({ code }) => code === "too_small").path[1], 1, "an index in a path");
    same(JSON.parse(JSON.stringify(CreateContact.safeParse(faulty).error)), error, "safeParse");
  },

  "no more issues than can be read"({ CreateContact }) {
    const { details } = refuses(CreateContact, JSON.stringify({ ...LITTLE, tags: Array(200).fill(1) }), "validation_failed");
    equal(details.issues.length, 100, "issues");
    equal(details.truncated, true, "truncated");
    const one = refuses(CreateContact, JSON.stringify({ ...LITTLE, tags: [1] }), "validation_failed");
    same(Object.keys(one.details), ["issues"], "details of few");
  },

  "what is no JSON"({ CreateContact }) {
    const valid = JSON.stringify(LITTLE);
    for (const json of ["", " ", "{", valid.slice(0, -1), valid + ",", "nul", "\0", "{'a':1}", '{"first_name":"\n"}']) {
      for (const input of [json, bytes(json)]) {
        const { details } = refuses(CreateContact, input, "invalid_json");
        equal(typeof details.line, "number", "line");
        equal(typeof details.column, "number", "column");
        equal(typeof details.expected, "string", "expected");
      }
    }
    refuses(CreateContact, "[".repeat(100_000), "invalid_json");
  },

  "what is no Unicode"({ CreateContact }) {
    const withNotes = (notes) => `{"first_name":"Ada","last_name":"L","email":"a@example.com","notes":"${notes}"}`;
    accepts(CreateContact, withNotes("\ufffd"), { ...LITTLE_OUT, last_name: "L", email: "a@example.com", notes: "\ufffd" });
    for (const unit of ["\ud800", "\udc00", "🌸\ud83c", "\udf38\ud83c"]) {
      const { details } = refuses(CreateContact, withNotes(unit), "invalid_json");
      equal(details.line, 1, "line");
      refuses(CreateContact, escaped(withNotes(unit)), "invalid_json");
    }
    for (const wrong of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc0, 0x80]]) {
      const [before, after] = withNotes("|").split("|").map(bytes);
      refuses(CreateContact, new Uint8Array([...before, ...wrong, ...after]), "invalid_json");
    }
  },

  "bytes of several kinds"({ CreateContact }) {
    const json = bytes(` ${JSON.stringify(LITTLE)} `);
    const view = json.subarray(1, json.length - 1);
    for (const input of [view, view.slice().buffer, new DataView(json.buffer, 1, view.length)]) {
      same(CreateContact.parseJson(input), LITTLE_OUT, Object.prototype.toString.call(input));
    }
    refuses(CreateContact, new Uint8Array(0), "invalid_json");
    refuses(CreateContact, new ArrayBuffer(0), "invalid_json");
  },

  "what is neither text nor bytes"({ CreateContact }) {
    for (const input of [undefined, null, 1, {}, []]) {
      same(issues(refuses(CreateContact, input, "validation_failed")), [" invalid_type"], "issues");
    }
  },

  "values that are parsed already"({ CreateContact, Contact }) {
    same(CreateContact.safeParse(FULL), { success: true, data: FULL }, "safeParse");
    same(CreateContact.parse({ ...LITTLE, notes: undefined }), LITTLE_OUT, "parse");
    if (CreateContact.parse(FULL) === FULL) throw new Error("the value is not new");
    const created_at = new Date("2026-03-09T08:30:00.000Z");
    equal(Contact.parse({ ...ROW, created_at }).created_at, created_at.toJSON(), "a Date");
  },

  "odd values are refused where they are"({ CreateContact }) {
    const cycle = {};
    cycle.tags = cycle;
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const [value, received] of [
      [undefined, "undefined"],
      [() => {}, "function"],
      [Symbol("a"), "symbol"],
      [1n, "bigint"],
      [NaN, "nan"],
      [-Infinity, "infinity"],
      [new Date(NaN), "invalid date"],
      [new Map(), "map"],
      [new Set(), "set"],
      [/a/, "regexp"],
      [new (class Contact {})(), "class instance"],
      [revoked.proxy, "inaccessible"],
    ]) {
      const refused = (error) => error.details.issues.map(({ path, code, params }) => ({ path, code, params }));
      const issue = (expected, ...path) => ({ path, code: "invalid_type", params: { expected, received } });
      same(refused(CreateContact.safeParse(value).error), [issue("object")], "at the root");
      // Null would do for `phone`.
      if (value !== undefined) same(refused(CreateContact.safeParse({ ...FULL, phone: value }).error), [issue("string", "phone")], "inside");
      same(refused(CreateContact.safeParse({ ...FULL, tags: ["a", value, ""] }).error)[0], issue("string", "tags", 1), "in a list");
    }
    const sparse = CreateContact.safeParse({ ...FULL, tags: [, "a"] });
    same(issues(sparse.error), ["tags.0 invalid_type"], "a hole");
    same(issues(CreateContact.safeParse({ ...FULL, ...cycle }).error), ["tags invalid_type"], "a cycle");
    const throwing = { ...FULL, get email() { throw new Error("hunter2"); } };
    const { error } = CreateContact.safeParse(throwing);
    same(issues(error), ["email invalid_type"], "a getter that throws");
    equal(JSON.stringify(error).includes("hunter2"), false, "something internal leaves");
  },

  "an error is one"({ CreateContact, PayloadError }) {
    const { error } = CreateContact.safeParseJson("{}");
    equal(error instanceof PayloadError, true, "instanceof PayloadError");
    equal(error instanceof Error, true, "instanceof Error");
    equal(error.name, "PayloadError", "name");
    equal(error.status, 422, "status");
    equal(PayloadError.statusOf("email_taken"), 409, "status of a code of the application");
    same(Object.keys(JSON.parse(JSON.stringify(error))), ["code", "message", "details"], "keys");
  },

  async "an error answers as JSON"({ CreateContact, PayloadError, errorResponse }) {
    const error = new PayloadError({ code: "conflict", message: "Taken" });
    for (const answer of [errorResponse, CreateContact.errorResponse]) {
      const response = answer(error, { headers: { "access-control-allow-origin": "*" } });
      equal(response.status, 409, "status");
      equal(response.headers.get("content-type")?.startsWith("application/json"), true, "content type");
      equal(response.headers.get("access-control-allow-origin"), "*", "the header that was given");
      equal(await response.text(), '{"code":"conflict","message":"Taken","details":null}', "body");
    }
    const hidden = errorResponse(new TypeError("hunter2"));
    equal(hidden.status, 500, "status of what was not foreseen");
    equal((await hidden.text()).includes("hunter2"), false, "something internal leaves");
  },

  async "requests"({ CreateContact }) {
    const json = JSON.stringify(FULL);
    same(await CreateContact.fromRequest(post(json)), { success: true, data: FULL }, "fromRequest");
    for (const [request, options, code] of [
      [post(json, "text/plain"), {}, "unsupported_media_type"],
      [post("a=1", "application/x-www-form-urlencoded"), {}, "unsupported_media_type"],
      [post(json), { limit: bytes(json).length - 1 }, "payload_too_large"],
      [post(" ".repeat(1_048_577)), {}, "payload_too_large"],
      [post(""), {}, "invalid_json"],
      [post(null), {}, "invalid_json"],
      [post("{}"), {}, "validation_failed"],
    ]) {
      const { error } = await CreateContact.fromRequest(request, options);
      equal(error?.code, code, "code");
    }
    const read = post(json);
    await read.text();
    equal((await CreateContact.fromRequest(read)).error?.code, "internal", "a body that was read before");
    const reading = post(json);
    reading.body.getReader();
    equal((await CreateContact.fromRequest(reading)).error?.code, "internal", "a body that is being read");
  },

  async "a body in pieces, and one that breaks off"({ CreateContact }) {
    const json = bytes(JSON.stringify(FULL));
    const pieces = (end) => {
      let at = 0;
      const body = new ReadableStream({
        pull(controller) {
          if (at >= json.length) return end(controller);
          controller.enqueue(json.slice(at, (at += 7)));
        },
      });
      return { headers: new Headers({ "content-type": "application/json" }), body, bodyUsed: false };
    };
    const whole = await CreateContact.fromRequest(pieces((controller) => controller.close()));
    same(whole, { success: true, data: FULL }, "in pieces");
    const broken = await CreateContact.fromRequest(pieces((controller) => controller.error(new Error("reset"))));
    equal(broken.error?.code, "unavailable", "broken off");
  },

  "memory that grows by nothing lets go of its views, as the replacement of an instance needs"() {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const view = new Uint8Array(memory.buffer);
    memory.grow(0);
    equal(view.length, 0, "length of the view");
  },

  "an instance that traps is replaced"({ CreateContact }, engine) {
    if (engine === undefined) return;
    const noPayload = 1_000_000;
    for (let turn = 0; turn < 3; turn++) {
      for (const { error } of [engine.parse(noPayload, "{}", () => {}), engine.check(noPayload, "{}")]) {
        same(error, { code: "internal", message: "Something went wrong on our side", details: null }, "the answer");
        equal(error.cause instanceof Error, true, "the cause");
        accepts(CreateContact, JSON.stringify(FULL), FULL);
        refuses(CreateContact, "{}", "validation_failed");
      }
    }
  },
};

/**
 * Runs every case.
 *
 * @param {any} contracts what the package exports
 * @param {any} [engine] its engine
 */
export const conformance = (contracts, engine) => run(CASES, contracts, engine);

/**
 * Runs cases one after the other.
 *
 * @template {unknown[]} A
 * @param {Record<string, (...given: A) => unknown>} cases
 * @param {A} given
 * @returns {Promise<{passed: number, failed: string[]}>}
 */
export async function run(cases, ...given) {
  let passed = 0;
  const failed = [];
  for (const [name, run] of Object.entries(cases)) {
    try {
      await run(...given);
      passed += 1;
    } catch (error) {
      failed.push(`${name}: ${error?.stack ?? error}`);
    }
  }
  return { passed, failed };
}
