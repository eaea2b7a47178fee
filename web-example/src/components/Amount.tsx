import { useLanguage } from "../languages/context.ts";
import { show, spell } from "../money.ts";

/** An amount with its currency; a dash where there is none yet. */
export function Amount({ hundredths, currency }: { hundredths: bigint | null; currency: string }) {
  const { locale } = useLanguage();
  return <span className="amount">{hundredths === null ? "–" : show(spell(hundredths), currency, locale)}</span>;
}
