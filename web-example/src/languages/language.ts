import type { Messages } from "@portcullis/contracts";

/** What a person is told of mistakes and failures, in one language. */
export interface Language {
  /** As in the attribute `lang`. */
  readonly code: "en" | "de";
  /** How amounts and days are spelled. */
  readonly locale: string;
  /** Those of errors and issues; in English there are some already. */
  readonly messages?: Messages;
  /** The heading over so many wrong fields. */
  attention(count: number): string;
  /** What to say below a failure, whatever it was. */
  readonly kept: string;
}
