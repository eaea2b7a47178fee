/**
 * The messages in every language, beside the ones that Rust writes.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { PayloadError } from "../error.js";
import { localize, localizeSchema } from "../errors/index.js";
import { de } from "../messages/de.js";
import { en } from "../messages/en.js";
import { BROKEN_OFF, INTERNAL, NOT_JSON_TYPE } from "../refusals.js";

/** @import { ErrorDetails, ErrorShape, Issue, IssueOf, IssueParams, Messages } from "../types.d.ts" */

/**
 * Every message of the tables, in all its forms: of what, in English, in German.
 *
 * @type {[string, object, string, string][]}
 */
const ISSUES = [
  ["required", {}, "This field is required", "Dieses Feld ist erforderlich"],
  ["invalid_type", { expected: "string" }, "Must be text", "Muss Text sein"],
  ["invalid_type", { expected: "number" }, "Must be a number", "Muss eine Zahl sein"],
  ["invalid_type", { expected: "int" }, "Must be a whole number", "Muss eine ganze Zahl sein"],
  ["invalid_type", { expected: "boolean" }, "Must be true or false", "Muss wahr oder falsch sein"],
  ["invalid_type", { expected: "array" }, "Must be a list", "Muss eine Liste sein"],
  ["invalid_type", { expected: "object" }, "Must be an object", "Muss ein Objekt sein"],
  ["invalid_type", { expected: "null" }, "Must be null", "Muss null sein"],
  ["invalid_type", { expected: "json" }, "Must be a value that JSON can express", "Muss ein Wert sein, den JSON ausdrücken kann"],
  ["invalid_type", { expected: "string or bytes" }, "Must be JSON as text or bytes", "Muss JSON als Text oder Bytes sein"],
  ["invalid_value", { values: [true] }, "Must be true", "Muss true sein"],
  ["invalid_value", { values: ["a", 2] }, "Must be one of: a, 2", "Muss einer dieser Werte sein: a, 2"],
  ["invalid_format", { format: "alphanumeric" }, "Must have only letters and digits", "Darf nur aus Buchstaben und Ziffern bestehen"],
  ["invalid_format", { format: "ascii" }, "Must have no accents, emoji or other characters beyond ASCII", "Darf keine Umlaute, Akzente, Emojis oder anderen Zeichen außerhalb von ASCII enthalten"],
  ["invalid_format", { format: "base64" }, "Must be base64", "Muss Base64 sein"],
  ["invalid_format", { format: "base64url" }, "Must be base64url", "Muss Base64url sein"],
  ["invalid_format", { format: "char" }, "Must be one character", "Muss ein einzelnes Zeichen sein"],
  ["invalid_format", { format: "cidr" }, "Must be a block of IP addresses like 192.0.2.0/24", "Muss ein Block von IP-Adressen wie 192.0.2.0/24 sein"],
  ["invalid_format", { format: "cidrv4" }, "Must be a block of IPv4 addresses like 192.0.2.0/24", "Muss ein Block von IPv4-Adressen wie 192.0.2.0/24 sein"],
  ["invalid_format", { format: "cidrv6" }, "Must be a block of IPv6 addresses like 2001:db8::/32", "Muss ein Block von IPv6-Adressen wie 2001:db8::/32 sein"],
  ["invalid_format", { format: "country" }, "Must be the code of a country like DE", "Muss ein Ländercode wie DE sein"],
  ["invalid_format", { format: "credit_card" }, "Must be the number of a payment card", "Muss die Nummer einer Zahlungskarte sein"],
  ["invalid_format", { format: "currency" }, "Must be the code of a currency like EUR", "Muss ein Währungscode wie EUR sein"],
  ["invalid_format", { format: "date" }, "Must be a date like 2026-01-31", "Muss ein Datum wie 2026-01-31 sein"],
  ["invalid_format", { format: "datetime" }, "Must be a date and time like 2026-01-31T23:59:00Z", "Muss ein Zeitpunkt wie 2026-01-31T23:59:00Z sein"],
  ["invalid_format", { format: "decimal", precision: 10, scale: 2 }, "Must be a decimal number with at most 8 digits before the point and 2 digits after it", "Muss eine Dezimalzahl mit höchstens 8 Stellen vor und 2 Stellen nach dem Punkt sein"],
  ["invalid_format", { format: "decimal", precision: 2, scale: 1 }, "Must be a decimal number with at most 1 digit before the point and 1 digit after it", "Muss eine Dezimalzahl mit höchstens 1 Stelle vor und 1 Stelle nach dem Punkt sein"],
  ["invalid_format", { format: "decimal", precision: 5, scale: 0 }, "Must be a whole number of at most 5 digits", "Muss eine ganze Zahl mit höchstens 5 Stellen sein"],
  ["invalid_format", { format: "duration" }, "Must be a duration like PT1H30M", "Muss eine Dauer wie PT1H30M sein"],
  ["invalid_format", { format: "e164" }, "Must be a phone number like +441632960123", "Muss eine Telefonnummer wie +441632960123 sein"],
  ["invalid_format", { format: "email" }, "Must be an email address", "Muss eine E-Mail-Adresse sein"],
  ["invalid_format", { format: "ends_with", suffix: ".de" }, 'Must end with ".de"', "Muss mit „.de“ enden"],
  ["invalid_format", { format: "hex" }, "Must be pairs of hexadecimal digits", "Muss aus Paaren hexadezimaler Ziffern bestehen"],
  ["invalid_format", { format: "hostname" }, "Must be a host name", "Muss ein Hostname sein"],
  ["invalid_format", { format: "http_url" }, "Must be a web address like https://example.com", "Muss eine Webadresse wie https://example.com sein"],
  ["invalid_format", { format: "iban" }, "Must be an IBAN", "Muss eine IBAN sein"],
  ["invalid_format", { format: "includes", includes: "@" }, 'Must contain "@"', "Muss „@“ enthalten"],
  ["invalid_format", { format: "ip" }, "Must be an IP address", "Muss eine IP-Adresse sein"],
  ["invalid_format", { format: "ipv4" }, "Must be an IPv4 address", "Muss eine IPv4-Adresse sein"],
  ["invalid_format", { format: "ipv6" }, "Must be an IPv6 address", "Muss eine IPv6-Adresse sein"],
  ["invalid_format", { format: "jwt" }, "Must be a JSON Web Token", "Muss ein JSON Web Token sein"],
  ["invalid_format", { format: "language_tag" }, "Must be a language tag like pt-BR", "Muss ein Sprachcode wie pt-BR sein"],
  ["invalid_format", { format: "mac" }, "Must be a MAC address like 00:1b:63:84:45:e6", "Muss eine MAC-Adresse wie 00:1b:63:84:45:e6 sein"],
  ["invalid_format", { format: "regex", pattern: "^a" }, "Must match the requested format", "Muss dem verlangten Format entsprechen"],
  ["invalid_format", { format: "semver" }, "Must be a version like 1.4.0", "Muss eine Version wie 1.4.0 sein"],
  ["invalid_format", { format: "slug" }, "Must be small letters and digits, with single hyphens between them", "Darf nur aus Kleinbuchstaben und Ziffern bestehen, mit einzelnen Bindestrichen dazwischen"],
  ["invalid_format", { format: "starts_with", prefix: "#" }, 'Must start with "#"', "Muss mit „#“ beginnen"],
  ["invalid_format", { format: "time" }, "Must be a time like 23:59:00", "Muss eine Uhrzeit wie 23:59:00 sein"],
  ["invalid_format", { format: "time_zone" }, "Must be a time zone like Europe/Berlin", "Muss eine Zeitzone wie Europe/Berlin sein"],
  ["invalid_format", { format: "ulid" }, "Must be a ULID", "Muss eine ULID sein"],
  ["invalid_format", { format: "url" }, "Must be a URL", "Muss eine URL sein"],
  ["invalid_format", { format: "uuid" }, "Must be a UUID", "Muss eine UUID sein"],
  ["invalid_format", { format: "uuidv4" }, "Must be a UUID of version 4", "Muss eine UUID der Version 4 sein"],
  ["invalid_format", { format: "uuidv7" }, "Must be a UUID of version 7", "Muss eine UUID der Version 7 sein"],
  ["too_small", { origin: "string", minimum: 1, inclusive: true, unit: "chars" }, "Must have at least 1 character", "Muss mindestens 1 Zeichen haben"],
  ["too_small", { origin: "string", minimum: 2, inclusive: true, unit: "utf16" }, "Must have at least 2 characters", "Muss mindestens 2 Zeichen haben"],
  ["too_small", { origin: "string", minimum: 1, inclusive: true, unit: "bytes" }, "Must have at least 1 byte", "Muss mindestens 1 Byte haben"],
  ["too_small", { origin: "string", minimum: 2, inclusive: true, exact: true, unit: "bytes" }, "Must have exactly 2 bytes", "Muss genau 2 Byte haben"],
  ["too_small", { origin: "number", minimum: 0.5, inclusive: true }, "Must be at least 0.5", "Muss mindestens 0,5 sein"],
  ["too_small", { origin: "number", minimum: "0.01", inclusive: true }, "Must be at least 0.01", "Muss mindestens 0.01 sein"],
  ["too_small", { origin: "number", minimum: 0, inclusive: false }, "Must be more than 0", "Muss größer als 0 sein"],
  ["too_small", { origin: "array", minimum: 1, inclusive: true }, "Must have at least 1 item", "Muss mindestens 1 Element haben"],
  ["too_small", { origin: "array", minimum: 2, inclusive: true, exact: true }, "Must have exactly 2 items", "Muss genau 2 Elemente haben"],
  ["too_small", { origin: "map", minimum: 1, inclusive: true }, "Must have at least 1 entry", "Muss mindestens 1 Eintrag haben"],
  ["too_small", { origin: "map", minimum: 2, inclusive: true }, "Must have at least 2 entries", "Muss mindestens 2 Einträge haben"],
  ["too_small", { origin: "object", minimum: 1, inclusive: true }, "Give at least one field", "Mindestens ein Feld angeben"],
  ["too_big", { origin: "string", maximum: 1, inclusive: true, unit: "graphemes" }, "Must have at most 1 character", "Darf höchstens 1 Zeichen haben"],
  ["too_big", { origin: "string", maximum: 5, inclusive: true, exact: true, unit: "chars" }, "Must have exactly 5 characters", "Muss genau 5 Zeichen haben"],
  ["too_big", { origin: "string", maximum: 16, inclusive: true, unit: "bytes" }, "Must have at most 16 bytes", "Darf höchstens 16 Byte haben"],
  ["too_big", { origin: "number", maximum: -1.5, inclusive: true }, "Must be at most -1.5", "Darf höchstens -1,5 sein"],
  ["too_big", { origin: "number", maximum: 10, inclusive: false }, "Must be less than 10", "Muss kleiner als 10 sein"],
  ["too_big", { origin: "array", maximum: 0, inclusive: true }, "Must have at most 0 items", "Darf höchstens 0 Elemente haben"],
  ["too_big", { origin: "map", maximum: 3, inclusive: true }, "Must have at most 3 entries", "Darf höchstens 3 Einträge haben"],
  ["not_multiple_of", { divisor: 0.25 }, "Must be a multiple of 0.25", "Muss ein Vielfaches von 0,25 sein"],
  ["not_unique", { first: 0 }, "Must not repeat item 1", "Darf Element 1 nicht wiederholen"],
  ["invalid_union", { errors: [] }, "Must have one of the allowed forms", "Muss eine der erlaubten Formen haben"],
  ["unrecognized_keys", { keys: ["age"] }, "Unknown field: age", "Unbekanntes Feld: age"],
  ["unrecognized_keys", { keys: ["age", "size"] }, "Unknown fields: age, size", "Unbekannte Felder: age, size"],
  ["invalid_key", { origin: "record", issues: [{ path: [], code: "required", message: "", params: {} }] }, "Key: This field is required", "Schlüssel: Dieses Feld ist erforderlich"],
  ["duplicate_key", {}, "This field appears more than once", "Dieses Feld kommt mehrmals vor"],
  ["custom", { matches: "password" }, "Must be the same as password", "Muss mit password übereinstimmen"],
];

/**
 * Every message of errors themselves: of what, in English, in German.
 *
 * @type {[string, object | null, string, string][]}
 */
const ERRORS = [
  ["invalid_json", { line: 1, column: 2, expected: "a value" }, "The body is not valid JSON: expected a value at line 1, column 2", "Das ist kein gültiges JSON (Zeile 1, Spalte 2)"],
  ["unauthorized", null, "Sign in first", "Bitte zuerst anmelden"],
  ["forbidden", null, "You are not allowed to do this", "Das ist nicht erlaubt"],
  ["not_found", null, "This does not exist", "Das gibt es nicht"],
  ["conflict", null, "This conflicts with what is there already", "Das verträgt sich nicht mit dem, was schon da ist"],
  ["payload_too_large", null, "The body is too large", "Die Anfrage ist zu groß"],
  ["payload_too_large", { limit: 1000 }, "The body is larger than 1000 bytes", "Die Anfrage ist größer als 1000 Byte"],
  ["unsupported_media_type", null, "The content type must be application/json", "Der Inhaltstyp muss application/json sein"],
  ["validation_failed", { issues: [] }, "The input has 0 issues", "Die Eingabe hat 0 Fehler"],
  ["validation_failed", { issues: [{ path: [], code: "required", message: "", params: {} }] }, "The input has 1 issue", "Die Eingabe hat 1 Fehler"],
  ["validation_failed", { issues: [], truncated: true }, "The input has more than 0 issues", "Die Eingabe hat mehr als 0 Fehler"],
  ["rate_limited", null, "Too many requests: wait a moment, then try again", "Zu viele Anfragen: bitte gleich noch einmal versuchen"],
  ["internal", null, "Something went wrong on our side", "Bei uns ist etwas schiefgegangen"],
  ["unavailable", null, "The body could not be read to its end", "Der Dienst ist nicht erreichbar: bitte später noch einmal versuchen"],
  ["unavailable", null, "The service cannot be reached: try again later", "Der Dienst ist nicht erreichbar: bitte später noch einmal versuchen"],
];

/** @param {Issue[]} issues @returns {ErrorShape} */
const failed = (issues) => ({ code: "validation_failed", message: "", details: { issues } });

/** @param {Issue} issue @param {Messages} messages */
const messageOf = (issue, messages) => localize(failed([issue]), messages).details?.issues?.[0].message;

/** @param {string} code @param {object} params @param {string} [message] */
const issueOf = (code, params, message = "") => /** @type {Issue} */ ({ path: [], code, message, params });

for (const [code, params, english, german] of ISSUES) {
  test(`${code}: ${english}`, () => {
    assert.equal(messageOf(issueOf(code, params), en), english);
    assert.equal(messageOf(issueOf(code, params, english), de), german);
  });
}

for (const [code, details, english, german] of ERRORS) {
  test(`${code}, of the error itself: ${english}`, () => {
    const error = /** @type {ErrorShape} */ ({ code, message: english, details });
    assert.equal(localize(error, en).message, english);
    assert.equal(localize(error, de).message, german);
  });
}

/** The ways to each message of a table. @param {object} table @returns {string[]} */
const ways = (table) =>
  Object.entries(table).flatMap(([key, entry]) =>
    typeof entry === "object" ? ways(entry).map((way) => `${key}.${way}`) : [key],
  );

test("every message of every language is looked at above", () => {
  /** @param {string} code @param {any} params */
  const way = (code, { expected, format, origin }) => [code, code !== "invalid_key" && (expected ?? format ?? origin)];
  const seen = new Set(ISSUES.map(([code, params]) => way(code, params).filter(Boolean).join(".")));
  for (const { issues, errors } of [en, de]) {
    assert.deepEqual(ways(issues).sort(), [...seen].sort());
    assert.deepEqual(ways(errors).sort(), [...new Set(ERRORS.map(([code]) => code))].sort());
  }
});

/** @param {string} path */
const source = (path) => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");

test("the names of formats are those of Rust, with their messages", () => {
  const files = readdirSync(new URL("../../src/formats", import.meta.url)).map((name) => source(`formats/${name}`));
  const formats = files.join("\n").matchAll(/\bFormat \{\s*name: "(\w+)",\s*message: "([^"]*)"/g);
  const rust = new Map(Array.from(formats, ([, name, message]) => [name, message]));
  assert(rust.size > 30);
  for (const [name, message] of rust) assert.equal(messageOf(issueOf("invalid_format", { format: name }), en), message);
  const rules = source("issue.rs").matchAll(/\/\/\/ `(\w+)`\.\n\s+format: /g);
  const names = [...rust.keys(), ...Array.from(rules, ([, name]) => name)];
  assert.deepEqual(Object.keys(en.issues.invalid_format).sort(), names.sort());
});

test("errors without details are told as in Rust", () => {
  assert(source("error.rs").includes(`"${INTERNAL}"`));
  for (const words of [BROKEN_OFF, NOT_JSON_TYPE]) assert(source("axum.rs").includes(`"${words}"`), words);
});

test("types are named as in Rust", () => {
  const rust = Array.from(source("issue/message.rs").matchAll(/^\s+"(\w+)" => "([^"]+)",$/gm), ([, ...pair]) => pair);
  assert(rust.length >= 6);
  for (const [expected, text] of rust) assert.equal(messageOf(issueOf("invalid_type", { expected }), en), `Must be ${text}`);
});

test("what the application says in words of its own stays", () => {
  const missing = new PayloadError({ code: "not_found", message: "Diesen Kontakt gibt es nicht" });
  assert.equal(localize(missing, de).message, missing.message);
  const taken = new PayloadError({ code: "conflict", message: "Vergeben", details: { field: "email", limit: 1 } });
  assert.deepEqual(localize(taken, de).toJSON(), taken.toJSON());
  const refused = new PayloadError({ code: "validation_failed", message: "Bitte prüfen" });
  assert.equal(localize(refused, de).message, "Bitte prüfen");
  assert.equal(messageOf(issueOf("custom", {}, "Die Rechnung ist schon bezahlt"), de), "Die Rechnung ist schon bezahlt");
});

test("an application replaces messages, also of its own codes and rules", () => {
  const RULES = /** @type {Record<string, string>} */ ({ "Must be even": "Muss gerade sein" });
  /** @type {Messages} */
  const messages = {
    errors: { ...de.errors, .../** @type {object} */ ({ email_taken: "Diese Adresse ist vergeben" }) },
    issues: {
      ...de.issues,
      required: (_, { path }) => `Bitte ${path.join(".")} angeben`,
      invalid_format: { ...de.issues.invalid_format, email: "Bitte eine E-Mail-Adresse angeben" },
      custom: (_, { message }) => RULES[message] ?? message,
    },
  };
  assert.equal(messageOf({ ...issueOf("required", {}), path: ["name"] }, messages), "Bitte name angeben");
  assert.equal(messageOf(issueOf("invalid_format", { format: "email" }), messages), "Bitte eine E-Mail-Adresse angeben");
  assert.equal(messageOf(issueOf("invalid_format", { format: "uuid" }), messages), "Muss eine UUID sein");
  assert.equal(messageOf(issueOf("custom", {}, "Must be even"), messages), "Muss gerade sein");
  const taken = /** @type {any} */ ({ code: "email_taken", message: "Taken", details: null });
  assert.equal(localize(taken, messages).message, "Diese Adresse ist vergeben");
  assert.equal(localize(taken, de).message, "Taken");
});

test("only messages change, those of issues in issues too", () => {
  const inner = issueOf("required", {}, "This field is required");
  const issues = [
    { ...issueOf("invalid_union", { errors: [[inner], [inner, inner]] }, "Must have one of the allowed forms"), path: ["a", 1] },
    issueOf("invalid_key", { origin: "record", issues: [inner] }, "Key: This field is required"),
  ];
  const error = new PayloadError({ code: "validation_failed", message: "The input has more than 2 issues", details: { issues, truncated: true } });
  const json = JSON.stringify(error);
  const german = localize(error, de);
  assert.equal(german.cause, error);
  assert.equal(JSON.stringify(error), json);
  assert.equal(JSON.stringify(localize(german, en)), json);
  assert.equal(
    JSON.stringify(german),
    json
      .replace("The input has more than 2 issues", "Die Eingabe hat mehr als 2 Fehler")
      .replace("Must have one of the allowed forms", "Muss eine der erlaubten Formen haben")
      .replace("Key:", "Schlüssel:")
      .replaceAll("This field is required", "Dieses Feld ist erforderlich"),
  );
});

test("what the table does not know stays as the server said it", () => {
  for (const [code, params] of /** @type {[string, object][]} */ ([
    ["too_late", {}],
    ["toString", {}],
    ["invalid_format", { format: "stamp" }],
    ["invalid_format", { format: "constructor" }],
    ["too_small", {}],
    ["invalid_value", {}],
    ["invalid_key", {}],
    ["unrecognized_keys", {}],
    ["not_multiple_of", null],
  ])) {
    assert.equal(messageOf(issueOf(code, params, "As the server says"), de), "As the server says");
  }
});

test("a payload as a Standard Schema in other words", () => {
  const issue = { ...issueOf("required", {}, "This field is required"), path: ["name"] };
  const refusal = { success: false, error: new PayloadError({ code: "validation_failed", message: "", details: { issues: [issue] } }) };
  const payload = { safeParse: (/** @type {unknown} */ value) => (value ? { success: true, data: value } : refusal) };
  const { version, vendor, validate } = localizeSchema(/** @type {any} */ (payload), de)["~standard"];
  assert.deepEqual([version, vendor], [1, "portcullis"]);
  assert.deepEqual(validate(1), { value: 1 });
  assert.deepEqual(validate(0), { issues: [{ ...issue, message: "Dieses Feld ist erforderlich" }] });
});
