/** One field: its label, help, input and messages, all by the payload's description of it. */

import { useId } from "react";
import { type FieldPath, type FieldValues, useFormState } from "react-hook-form";
import type { PayloadForm } from "../forms/usePayloadForm.ts";
import { fieldAt, takesWords } from "../forms/typed.ts";
import { Input, type Option } from "./Input.tsx";
import { Message } from "./Message.tsx";
import { messagesOf } from "./messagesOf.ts";

interface Props<V extends FieldValues> {
  readonly of: PayloadForm<V>;
  readonly name: FieldPath<V>;
  /** What can be chosen, where the description does not know it. */
  readonly options?: readonly Option[] | undefined;
  /** Whether the help is only told to those who cannot see how the fields are laid out. */
  readonly isTerse?: boolean;
  /** What stands for it if it is left empty. */
  readonly placeholder?: string | undefined;
  /** Told what is chosen or typed. */
  readonly onChange?: (value: string) => void;
}

export function Field<V extends FieldValues>({ of, name, options, isTerse, placeholder, onChange }: Props<V>) {
  const { form, fields } = of;
  const id = useId();
  const field = fieldAt(fields, name);
  const { errors } = useFormState({ control: form.control, name });
  const messages = messagesOf(errors, name, form.getValues(name));
  const describedBy = [field.help && `${id}-help`, messages.length > 0 && `${id}-message`].filter(Boolean).join(" ");
  const isOptional = !field.required && (field.default === undefined || takesWords(field)) && field.type !== "checkbox";
  const column = name.slice(name.lastIndexOf(".") + 1);

  return (
    <div className={`field field-${column} ${field.type}`}>
      <label htmlFor={id}>
        {field.label}
        {isOptional && <span className="optional"> optional</span>}
      </label>
      {field.help && (
        <p id={`${id}-help`} className={isTerse ? "visually-hidden" : "help"}>
          {field.help}
          {takesWords(field) && " With commas between them."}
        </p>
      )}
      <Input
        field={field}
        options={options ?? field.choices}
        {...form.register(name, { onChange: ({ target }) => onChange?.(target.value) })}
        id={id}
        aria-required={field.required}
        aria-invalid={messages.length > 0}
        aria-describedby={describedBy || undefined}
        placeholder={placeholder}
      />
      <Message id={`${id}-message`} label={field.label} messages={messages} />
    </div>
  );
}
