/**
 * What a person types is text. Forms hold it as it was typed, so that nothing of it is lost, and
 * `asInput` makes of it what the payload takes, by the payload's own description of its fields.
 */

import type { FormControl, FormField, FormFields } from "@portcullis/contracts";

/** The values of a form for an input of type `I`. */
export type Typed<I> = { [Name in keyof I]-?: TypedValue<NonNullable<I[Name]>> };

type TypedValue<V> = [V] extends [boolean]
  ? boolean
  : V extends readonly (infer Item)[]
    ? Item extends object ? Typed<Item>[] : string
    : V extends object ? Typed<V> : string;

/** The form nobody has typed into: defaults, and as many groups as a list must have. */
export function blank<I>(fields: FormFields<I>): Typed<I> {
  return Object.fromEntries(fields.map((field) => [field.name, blankValue(field)])) as Typed<I>;
}

function blankValue({ type, item, minItems, default: initial }: FormField): unknown {
  if (item?.fields) return Array.from({ length: minItems ?? 0 }, () => blank(item.fields!));
  if (item) return ((initial ?? []) as string[]).join(", ");
  return initial ?? (type === "checkbox" ? false : "");
}

/** What the payload takes. An input left empty is absent, as in the package's own `fromForm`. */
export function asInput<I>(fields: FormFields<I>, typed: Typed<I>): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, inputValue(field, typed[field.name as keyof I])]));
}

function inputValue(control: FormControl, typed: unknown): unknown {
  if (control.fields) return asInput(control.fields, typed as Typed<Record<string, unknown>>);
  if (control.item) {
    const items = takesWords(control) ? words(String(typed)) : (typed as unknown[]);
    return items.map((item) => inputValue(control.item!, item));
  }
  if (typed === "") return undefined;
  return control.type === "decimal" ? decimal(String(typed)) : typed;
}

/** Whether it is a list that is typed into one input, with commas. */
export function takesWords({ item }: FormControl): boolean {
  return item !== undefined && item.fields === undefined;
}

/** The words in such an input. */
export function words(text: string): string[] {
  return text.split(",").map((word) => word.trim()).filter((word) => word !== "");
}

/**
 * A decimal as the contract spells it, of one as people do: around it may be blanks, and `12,50` is
 * `12.50`. Nothing is guessed: `1,000` may be a thousand or one, and `1.234,50` may be a slip, so
 * they stay as they are, and the contract refuses them.
 */
function decimal(text: string): string {
  return text.trim().replace(/^(-?\d+),(\d{1,2})$/, "$1.$2");
}

/** The paths of all values in a form: `email`, `lines.0.quantity`. */
export function paths(typed: object, prefix = ""): string[] {
  return Object.entries(typed).flatMap(([key, value]) => {
    return typeof value === "object" && value !== null ? paths(value, `${prefix}${key}.`) : [prefix + key];
  });
}

/** The description of the field at a path, such as `lines.0.quantity`. */
export function fieldAt(fields: FormFields, path: string): FormFields[number] {
  const [name, _index, ...rest] = path.split(".");
  const field = fields.find((field) => field.name === name);
  if (field === undefined) throw new Error(`There is no field ${path}`);
  return rest.length === 0 ? field : fieldAt(field.item?.fields ?? [], rest.join("."));
}
