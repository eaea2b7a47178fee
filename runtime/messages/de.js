// @ts-self-types="./de.d.ts"

/** @import { Messages } from "../types.d.ts" */

/**
 * The messages in German.
 *
 * @type {Messages}
 */
export const de = {
  errors: {
    invalid_json: ({ line, column }) => `Das ist kein gültiges JSON (Zeile ${line}, Spalte ${column})`,
    unauthorized: "Bitte zuerst anmelden",
    forbidden: "Das ist nicht erlaubt",
    not_found: "Das gibt es nicht",
    conflict: "Das verträgt sich nicht mit dem, was schon da ist",
    payload_too_large: ({ limit }) =>
      limit === undefined ? "Die Anfrage ist zu groß" : `Die Anfrage ist größer als ${limit} Byte`,
    unsupported_media_type: "Der Inhaltstyp muss application/json sein",
    validation_failed: ({ issues = [], truncated }) =>
      `Die Eingabe hat ${truncated ? "mehr als " : ""}${issues.length} Fehler`,
    rate_limited: "Zu viele Anfragen: bitte gleich noch einmal versuchen",
    internal: "Bei uns ist etwas schiefgegangen",
    unavailable: "Der Dienst ist nicht erreichbar: bitte später noch einmal versuchen",
  },
  issues: {
    required: "Dieses Feld ist erforderlich",
    invalid_type: {
      string: "Muss Text sein",
      number: "Muss eine Zahl sein",
      int: "Muss eine ganze Zahl sein",
      boolean: "Muss wahr oder falsch sein",
      array: "Muss eine Liste sein",
      object: "Muss ein Objekt sein",
      null: "Muss null sein",
      json: "Muss ein Wert sein, den JSON ausdrücken kann",
      "string or bytes": "Muss JSON als Text oder Bytes sein",
    },
    invalid_value: ({ values }) =>
      values.length === 1 ? `Muss ${values[0]} sein` : `Muss einer dieser Werte sein: ${values.join(", ")}`,
    invalid_format: {
      alphanumeric: "Darf nur aus Buchstaben und Ziffern bestehen",
      ascii: "Darf keine Umlaute, Akzente, Emojis oder anderen Zeichen außerhalb von ASCII enthalten",
      base64: "Muss Base64 sein",
      base64url: "Muss Base64url sein",
      char: "Muss ein einzelnes Zeichen sein",
      cidr: "Muss ein Block von IP-Adressen wie 192.0.2.0/24 sein",
      cidrv4: "Muss ein Block von IPv4-Adressen wie 192.0.2.0/24 sein",
      cidrv6: "Muss ein Block von IPv6-Adressen wie 2001:db8::/32 sein",
      country: "Muss ein Ländercode wie DE sein",
      credit_card: "Muss die Nummer einer Zahlungskarte sein",
      currency: "Muss ein Währungscode wie EUR sein",
      date: "Muss ein Datum wie 2026-01-31 sein",
      datetime: "Muss ein Zeitpunkt wie 2026-01-31T23:59:00Z sein",
      decimal: ({ precision = 0, scale = 0 }) =>
        scale === 0
          ? `Muss eine ganze Zahl mit höchstens ${count(precision, "Stelle", "Stellen")} sein`
          : `Muss eine Dezimalzahl mit höchstens ${count(precision - scale, "Stelle", "Stellen")} vor ` +
            `und ${count(scale, "Stelle", "Stellen")} nach dem Punkt sein`,
      duration: "Muss eine Dauer wie PT1H30M sein",
      e164: "Muss eine Telefonnummer wie +441632960123 sein",
      email: "Muss eine E-Mail-Adresse sein",
      ends_with: ({ suffix }) => `Muss mit „${suffix}“ enden`,
      hex: "Muss aus Paaren hexadezimaler Ziffern bestehen",
      hostname: "Muss ein Hostname sein",
      http_url: "Muss eine Webadresse wie https://example.com sein",
      iban: "Muss eine IBAN sein",
      includes: ({ includes }) => `Muss „${includes}“ enthalten`,
      ip: "Muss eine IP-Adresse sein",
      ipv4: "Muss eine IPv4-Adresse sein",
      ipv6: "Muss eine IPv6-Adresse sein",
      jwt: "Muss ein JSON Web Token sein",
      language_tag: "Muss ein Sprachcode wie pt-BR sein",
      mac: "Muss eine MAC-Adresse wie 00:1b:63:84:45:e6 sein",
      regex: "Muss dem verlangten Format entsprechen",
      semver: "Muss eine Version wie 1.4.0 sein",
      slug: "Darf nur aus Kleinbuchstaben und Ziffern bestehen, mit einzelnen Bindestrichen dazwischen",
      starts_with: ({ prefix }) => `Muss mit „${prefix}“ beginnen`,
      time: "Muss eine Uhrzeit wie 23:59:00 sein",
      time_zone: "Muss eine Zeitzone wie Europe/Berlin sein",
      ulid: "Muss eine ULID sein",
      url: "Muss eine URL sein",
      uuid: "Muss eine UUID sein",
      uuidv4: "Muss eine UUID der Version 4 sein",
      uuidv7: "Muss eine UUID der Version 7 sein",
    },
    too_small: {
      string: ({ minimum, exact, unit }) => atLeast(exact, count(minimum, unit === "bytes" ? "Byte" : "Zeichen")),
      number: ({ minimum, inclusive }) =>
        inclusive ? `Muss mindestens ${number(minimum)} sein` : `Muss größer als ${number(minimum)} sein`,
      array: ({ minimum, exact }) => atLeast(exact, count(minimum, "Element", "Elemente")),
      map: ({ minimum, exact }) => atLeast(exact, count(minimum, "Eintrag", "Einträge")),
      object: "Mindestens ein Feld angeben",
    },
    too_big: {
      string: ({ maximum, exact, unit }) => atMost(exact, count(maximum, unit === "bytes" ? "Byte" : "Zeichen")),
      number: ({ maximum, inclusive }) =>
        inclusive ? `Darf höchstens ${number(maximum)} sein` : `Muss kleiner als ${number(maximum)} sein`,
      array: ({ maximum, exact }) => atMost(exact, count(maximum, "Element", "Elemente")),
      map: ({ maximum, exact }) => atMost(exact, count(maximum, "Eintrag", "Einträge")),
    },
    not_multiple_of: ({ divisor }) => `Muss ein Vielfaches von ${number(divisor)} sein`,
    not_unique: ({ first }) => `Darf Element ${first + 1} nicht wiederholen`,
    invalid_union: "Muss eine der erlaubten Formen haben",
    unrecognized_keys: ({ keys }) => `${keys.length === 1 ? "Unbekanntes Feld" : "Unbekannte Felder"}: ${keys.join(", ")}`,
    invalid_key: ({ issues }) => `Schlüssel: ${issues[0]?.message ?? ""}`,
    duplicate_key: "Dieses Feld kommt mehrmals vor",
    custom: ({ matches }, { message }) => (matches === undefined ? message : `Muss mit ${matches} übereinstimmen`),
  },
};

/**
 * @param {true | undefined} exact
 * @param {string} things
 */
function atLeast(exact, things) {
  return `Muss ${exact ? "genau" : "mindestens"} ${things} haben`;
}

/**
 * @param {true | undefined} exact
 * @param {string} things
 */
function atMost(exact, things) {
  return exact ? `Muss genau ${things} haben` : `Darf höchstens ${things} haben`;
}

/**
 * @param {number | string} count
 * @param {string} singular
 * @param {string} [plural]
 */
function count(count, singular, plural = singular) {
  return `${count} ${count === 1 ? singular : plural}`;
}

/**
 * A number with its comma. Those that are text have a point on the wire too.
 *
 * @param {number | string} number
 */
function number(number) {
  return typeof number === "number" ? `${number}`.replace(".", ",") : number;
}
