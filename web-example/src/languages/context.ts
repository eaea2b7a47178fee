import { createContext, useContext } from "react";
import { english } from "./english.ts";
import type { Language } from "./language.ts";

export const LanguageContext = createContext<Language>(english);

/** The language in which mistakes and failures are told. */
export const useLanguage = () => useContext(LanguageContext);
