/**
 * What a server must answer that judges bodies with the package.
 */
import assert from "node:assert/strict";

import { name } from "./package.mjs";

/**
 * A server, in the form that Deno, Bun and workerd share.
 *
 * @param {string} specifier where it imports the package from
 */
export const server = (specifier = name) => `
import { CreateContact, errorResponse } from ${JSON.stringify(specifier)};

const headers = { "access-control-allow-origin": "*" };

export default {
  port: 0,
  async fetch(request) {
    const { success, data, error } = await CreateContact.fromRequest(request);
    return success ? Response.json(data, { status: 201, headers }) : errorResponse(error, { headers });
  },
};
`;

const LITTLE = '{"first_name":"Ada","last_name":"Lovelace","email":"ADA@example.com"}';

/** @typedef {{body: BodyInit | (() => BodyInit), headers?: HeadersInit}} Asked */

/** @type {[string, Asked, number, RegExp][]} */
const SMALL = [
  ["a contact", { body: LITTLE }, 201, /^\{"first_name":"Ada",.*"email":"ada@example\.com",.*"notes":null\}$/],
  ["no contact", { body: "{}" }, 422, /^\{"code":"validation_failed",.*"issues":\[.*\]\}\}$/],
  ["half a contact", { body: LITTLE.slice(0, 30) }, 400, /^\{"code":"invalid_json",.*"line":1,/],
  ["nothing", { body: "" }, 400, /^\{"code":"invalid_json",/],
  ["a form", { body: new URLSearchParams({ first_name: "Ada" }), headers: {} }, 415, /^\{"code":"unsupported_media_type",/],
];

/** @type {[string, Asked, number, RegExp][]} */
const LARGE = [
  ["5 MB", { body: new Uint8Array(5_000_000).fill(32) }, 413, /^\{"code":"payload_too_large",.*"limit":1048576\}\}$/],
  [
    "5 MB of undeclared length",
    { body: () => ReadableStream.from(Array.from({ length: 50 }, () => new Uint8Array(100_000).fill(32))) },
    413,
    /^\{"code":"payload_too_large",.*"limit":1048576\}\}$/,
  ],
];

/**
 * Asks the server.
 *
 * @param {string} address
 */
export async function assertAnswers(address) {
  await assertAnswersSmall(address);
  await ask(address, LARGE);
  await assertAnswersSmall(address);
}

/**
 * Asks the server, with small bodies only.
 *
 * @param {string} address
 */
export async function assertAnswersSmall(address) {
  await ask(address, SMALL);
}

/**
 * @param {string} address
 * @param {typeof SMALL} questions
 */
async function ask(address, questions) {
  for (const [what, { body, headers }, status, text] of questions) {
    const response = await fetch(address, {
      method: "POST",
      headers: headers ?? { "content-type": "application/json" },
      body: typeof body === "function" ? body() : body,
      duplex: "half",
    });
    assert.equal(response.status, status, what);
    assert.equal(response.headers.get("access-control-allow-origin"), "*", what);
    assert.match(await response.text(), text, what);
  }
}
