import type { PayloadError } from "@portcullis/contracts";
import type { Language } from "./language.ts";

export const english: Language = {
  code: "en",
  locale: "en-GB",
  localize: (error: PayloadError) => error,
  attention: (count) => (count === 1 ? "One field needs your attention" : `${count} fields need your attention`),
  kept: "What you typed is still here.",
};
