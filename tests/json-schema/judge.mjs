/**
 * What AJV says of bodies, under schemas of each dialect.
 *
 * The first line that it reads is `{"schemas": {payload: {input: {dialect: schema}, output: {..}}}, "openapi":
 * {version: document}}`, and the first that it prints a list of what is wrong with these. Then come lines of
 * `{"payload": name, "body": base64, "data": JSON}`, of which `data` is what the payload has made of the body, if
 * it has accepted it. For each it prints `{"input": {dialect: error}, "output": {dialect: error}}`, with those
 * dialects alone that refuse; or `null` where the body is no JSON. Behind an empty line all answers are printed.
 */
import { createInterface } from "node:readline";

import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv";
import AjvDraft04 from "ajv-draft-04";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** OpenAPI 3.0 grew out of draft 04. */
const DIALECTS = { "2020-12": Ajv2020, "07": Ajv, "openapi 3.1": Ajv2020, "openapi 3.0": AjvDraft04 };

/** @param {new (options: object) => import("ajv").default} Kind */
function ajv(Kind) {
  // What an object inherits, such as `constructor`, is no property of the JSON.
  const ajv = new Kind({ strictTypes: true, strictTuples: true, ownProperties: true });
  addFormats.default(ajv);
  ajv.addKeyword("x-portcullis");
  if (Kind === AjvDraft04) ajv.addKeyword("deprecated");
  return ajv;
}

/** @type {string[]} */
const faults = [];

/** @param {Record<string, object>} schemas by dialect */
function compile(schemas) {
  return Object.entries(schemas).map(([dialect, schema]) => {
    try {
      return { dialect, validate: ajv(DIALECTS[dialect]).compile(schema) };
    } catch (error) {
      faults.push(`${dialect}: ${error.message} in ${JSON.stringify(schema)}`);
      return { dialect, validate: () => true };
    }
  });
}

/**
 * @param {ReturnType<typeof compile>} validators
 * @param {unknown} value
 */
function refusals(validators, value) {
  const refusing = validators.filter(({ validate }) => !validate(value));
  return Object.fromEntries(refusing.map(({ dialect, validate }) => [dialect, JSON.stringify(validate.errors)]));
}

const text = new TextDecoder("utf-8", { fatal: true });

/** @param {string} body */
function parse(body) {
  try {
    return { value: JSON.parse(text.decode(Buffer.from(body, "base64"))) };
  } catch {
    return null;
  }
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { schemas, openapi } = JSON.parse((await lines.next()).value);
const payloads = new Map();
for (const [name, { input, output }] of Object.entries(schemas)) {
  payloads.set(name, { input: compile(input), output: compile(output) });
}
for (const [version, document] of Object.entries(openapi)) {
  const result = await new Validator({ strict: false }).validate(document);
  if (!result.valid) faults.push(`OpenAPI ${version}: ${JSON.stringify(result.errors)}`);
}
process.stdout.write(`${JSON.stringify(faults)}\n`);

let answers = "";
for await (const line of lines) {
  if (line === "") {
    process.stdout.write(answers);
    answers = "";
    continue;
  }
  const { payload, body, data } = JSON.parse(line);
  const { input, output } = payloads.get(payload);
  const parsed = parse(body);
  const answer = parsed && {
    input: refusals(input, parsed.value),
    output: data === undefined ? {} : refusals(output, JSON.parse(data)),
  };
  answers += `${JSON.stringify(answer)}\n`;
}
