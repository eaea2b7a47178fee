/** The input that suits a field. */

import type { FormField } from "@portcullis/contracts";
import type { ComponentProps, Ref } from "react";

export interface Option {
  readonly value: string | number;
  readonly label: string;
}

interface Props extends Omit<ComponentProps<"input">, "ref"> {
  readonly field: FormField;
  readonly options: readonly Option[] | undefined;
  readonly ref: Ref<any>;
}

/** From how many characters on a text is written over several lines. */
const LONG = 1000;

/*
 * There is no `maxLength` and no `min`: the browser would cut off what is pasted without a word, and
 * say the rest in words of its own. The rules are in the payload, and speak through `Message`.
 */
export function Input({ field, options, ...rest }: Props) {
  if (options) {
    return (
      <select {...(rest as ComponentProps<"select">)}>
        {field.default === undefined && <option value="">{field.required ? "Please choose" : "None"}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  switch (field.type) {
    case "checkbox":
    case "date":
    case "email":
    case "url":
      return <input type={field.type} {...rest} />;
    case "decimal":
      return <input type="text" inputMode="decimal" {...rest} />;
    default:
      if ((field.maxLength ?? 0) >= LONG) return <textarea rows={3} {...(rest as ComponentProps<"textarea">)} />;
      return <input type="text" {...rest} />;
  }
}
