import type { Language } from "./language.ts";

export const english: Language = {
  code: "en",
  locale: "en-GB",
  attention: (count) => (count === 1 ? "One field needs your attention" : `${count} fields need your attention`),
  kept: "What you typed is still here.",
};
