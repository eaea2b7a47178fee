import type { Messages } from "@portcullis/contracts";
import { de } from "@portcullis/contracts/messages/de";
import type { Language } from "./language.ts";

/** What the contracts' own rules and the example's functions say in words of their own. */
const OWN_WORDS: Record<string, string> = {
  "Must not be before the day of issue": "Darf nicht vor dem Tag der Ausstellung liegen",
  "Must be given where there is no product": "Ist anzugeben, wo kein Produkt steht",
  "There is no such organization": "Diese Organisation gibt es nicht",
  "There is no such product": "Dieses Produkt gibt es nicht",
};

/** The package's German, and what only this application says. */
const messages: Messages = {
  errors: {
    ...de.errors,
    email_taken: "Einen Kontakt mit dieser E-Mail-Adresse gibt es schon",
    invoice_number_taken: "Eine Rechnung mit dieser Nummer gibt es schon",
  },
  issues: { ...de.issues, custom: (_, { message }) => OWN_WORDS[message] ?? message },
};

export const german: Language = {
  code: "de",
  locale: "de-DE",
  messages,
  attention: (count) => (count === 1 ? "Ein Feld ist noch zu berichtigen" : `${count} Felder sind noch zu berichtigen`),
  kept: "Was Sie eingegeben haben, ist noch da.",
};
