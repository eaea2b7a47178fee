import { useEffect, useState } from "react";
import { english } from "../languages/english.ts";
import type { Language } from "../languages/language.ts";

/** German is loaded when somebody asks for it. */
const LOADERS = {
  en: async () => english,
  de: async () => (await import("../languages/german.ts")).german,
};

const NAMES = [["en", "English"], ["de", "Deutsch"]] as const;

/** Asks for the language of messages, and says so once it is there. */
export function LanguageSwitch({ onLoad }: { onLoad: (language: Language) => void }) {
  const [chosen, setChosen] = useState<Language["code"]>("en");
  useEffect(() => {
    let isStillChosen = true;
    void LOADERS[chosen]().then((language) => isStillChosen && onLoad(language));
    return () => void (isStillChosen = false);
  }, [chosen, onLoad]);

  return (
    <fieldset className="switch">
      <legend>Messages in</legend>
      {NAMES.map(([code, name]) => (
        <label key={code} lang={code}>
          <input type="radio" name="language" checked={chosen === code} onChange={() => setChosen(code)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
