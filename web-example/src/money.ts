/** Amounts, exactly: whole numbers of the last digit, never binary fractions. */

/** What a line comes to in hundredths, or null where one of its numbers is none. */
export function lineTotal(quantity: string, unitPrice: string, discountPercent: string): bigint | null {
  const [count, price, discount] = [quantity, unitPrice, discountPercent].map(parse);
  if (!count || !price || !discount) return null;
  const share = 100n * 10n ** discount.scale - discount.units;
  // Percent adds two digits to those of the factors, and the total keeps two.
  const surplus = count.scale + price.scale + discount.scale;
  return divideRounding(count.units * price.units * share, 10n ** surplus);
}

/** The text of an amount in hundredths, as contracts spell it. */
export function spell(hundredths: bigint): string {
  const digits = String(hundredths).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

interface Exact {
  readonly units: bigint;
  /** How many of the digits stand behind the point. */
  readonly scale: bigint;
}

function parse(text: string): Exact | null {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return whole === undefined ? null : { units: BigInt(whole + fraction), scale: BigInt(fraction.length) };
}

/** Half away from zero, as PostgreSQL rounds; nothing here is below zero. */
function divideRounding(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

/** An amount for people. `Intl` takes the text itself, digit by digit. */
export function show(amount: string, currency: string, locale: string): string {
  const exact = amount as Intl.StringNumericLiteral;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  if (!/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(locale, digits).format(exact);
  return new Intl.NumberFormat(locale, { ...digits, style: "currency", currency }).format(exact);
}

/** A number for people, without zeros at its end. */
export function showNumber(text: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(text as Intl.StringNumericLiteral);
}
