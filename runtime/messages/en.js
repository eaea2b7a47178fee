// @ts-self-types="./en.d.ts"
import { PLAIN } from "../errors/plain.js";

/** @import { Messages } from "../types.d.ts" */

/**
 * The messages in English. They are what errors say anyway: for applications that replace some.
 *
 * @type {Messages}
 */
export const en = {
  errors: {
    ...PLAIN,
    // What was expected there is known to the parser alone.
    invalid_json: (_, { message }) => message,
    payload_too_large: ({ limit }) =>
      limit === undefined ? PLAIN.payload_too_large : `The body is larger than ${limit} bytes`,
    // There are several of them.
    unavailable: (_, { message }) => message,
    validation_failed: ({ issues = [], truncated }) =>
      `The input has ${truncated ? "more than " : ""}${count(issues.length, "issue")}`,
  },
  issues: {
    required: "This field is required",
    invalid_type: {
      string: "Must be text",
      number: "Must be a number",
      int: "Must be a whole number",
      boolean: "Must be true or false",
      array: "Must be a list",
      object: "Must be an object",
      null: "Must be null",
      json: "Must be a value that JSON can express",
      "string or bytes": "Must be JSON as text or bytes",
    },
    invalid_value: ({ values }) => `Must be ${values.length === 1 ? "" : "one of: "}${values.join(", ")}`,
    invalid_format: {
      alphanumeric: "Must have only letters and digits",
      ascii: "Must have no accents, emoji or other characters beyond ASCII",
      base64: "Must be base64",
      base64url: "Must be base64url",
      char: "Must be one character",
      cidr: "Must be a block of IP addresses like 192.0.2.0/24",
      cidrv4: "Must be a block of IPv4 addresses like 192.0.2.0/24",
      cidrv6: "Must be a block of IPv6 addresses like 2001:db8::/32",
      country: "Must be the code of a country like DE",
      credit_card: "Must be the number of a payment card",
      currency: "Must be the code of a currency like EUR",
      date: "Must be a date like 2026-01-31",
      datetime: "Must be a date and time like 2026-01-31T23:59:00Z",
      decimal: ({ precision = 0, scale = 0 }) =>
        scale === 0
          ? `Must be a whole number of at most ${count(precision, "digit")}`
          : `Must be a decimal number with at most ${count(precision - scale, "digit")} before the point ` +
            `and ${count(scale, "digit")} after it`,
      duration: "Must be a duration like PT1H30M",
      e164: "Must be a phone number like +441632960123",
      email: "Must be an email address",
      ends_with: ({ suffix }) => `Must end with "${suffix}"`,
      hex: "Must be pairs of hexadecimal digits",
      hostname: "Must be a host name",
      http_url: "Must be a web address like https://example.com",
      iban: "Must be an IBAN",
      includes: ({ includes }) => `Must contain "${includes}"`,
      ip: "Must be an IP address",
      ipv4: "Must be an IPv4 address",
      ipv6: "Must be an IPv6 address",
      jwt: "Must be a JSON Web Token",
      language_tag: "Must be a language tag like pt-BR",
      mac: "Must be a MAC address like 00:1b:63:84:45:e6",
      regex: "Must match the requested format",
      semver: "Must be a version like 1.4.0",
      slug: "Must be small letters and digits, with single hyphens between them",
      starts_with: ({ prefix }) => `Must start with "${prefix}"`,
      time: "Must be a time like 23:59:00",
      time_zone: "Must be a time zone like Europe/Berlin",
      ulid: "Must be a ULID",
      url: "Must be a URL",
      uuid: "Must be a UUID",
      uuidv4: "Must be a UUID of version 4",
      uuidv7: "Must be a UUID of version 7",
    },
    too_small: {
      string: (limit) => `Must have ${atLeast(limit)} ${noun(limit.minimum, limit.unit === "bytes" ? "byte" : "character")}`,
      number: (limit) => `Must be ${atLeast(limit)}`,
      array: (limit) => `Must have ${atLeast(limit)} ${noun(limit.minimum, "item")}`,
      map: (limit) => `Must have ${atLeast(limit)} ${noun(limit.minimum, "entry", "entries")}`,
      object: "Give at least one field",
    },
    too_big: {
      string: (limit) => `Must have ${atMost(limit)} ${noun(limit.maximum, limit.unit === "bytes" ? "byte" : "character")}`,
      number: (limit) => `Must be ${atMost(limit)}`,
      array: (limit) => `Must have ${atMost(limit)} ${noun(limit.maximum, "item")}`,
      map: (limit) => `Must have ${atMost(limit)} ${noun(limit.maximum, "entry", "entries")}`,
    },
    not_multiple_of: ({ divisor }) => `Must be a multiple of ${divisor}`,
    not_unique: ({ first }) => `Must not repeat item ${first + 1}`,
    invalid_union: "Must have one of the allowed forms",
    unrecognized_keys: ({ keys }) => `Unknown ${noun(keys.length, "field")}: ${keys.join(", ")}`,
    invalid_key: ({ issues }) => `Key: ${issues[0]?.message ?? ""}`,
    duplicate_key: "This field appears more than once",
    custom: ({ matches }, { message }) => (matches === undefined ? message : `Must be the same as ${matches}`),
  },
};

/** @param {{minimum: number | string, inclusive: boolean, exact?: true}} limit */
function atLeast({ minimum, inclusive, exact }) {
  return `${exact ? "exactly" : inclusive ? "at least" : "more than"} ${minimum}`;
}

/** @param {{maximum: number | string, inclusive: boolean, exact?: true}} limit */
function atMost({ maximum, inclusive, exact }) {
  return `${exact ? "exactly" : inclusive ? "at most" : "less than"} ${maximum}`;
}

/**
 * @param {number | string} count
 * @param {string} singular
 * @param {string} [plural]
 */
function noun(count, singular, plural = `${singular}s`) {
  return count === 1 ? singular : plural;
}

/**
 * @param {number} count
 * @param {string} singular
 */
function count(count, singular) {
  return `${count} ${noun(count, singular)}`;
}
