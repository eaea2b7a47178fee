/** What keeps a form from being stored, in one place at its top, which gets the focus. */

import { useEffect, useRef } from "react";
import { type FieldPath, type FieldValues, useFormState } from "react-hook-form";
import { fieldAt, paths } from "../forms/typed.ts";
import type { PayloadForm } from "../forms/usePayloadForm.ts";
import { useLanguage } from "../languages/context.ts";
import { messagesOf } from "./messagesOf.ts";

export function Summary<V extends FieldValues>({ of: { form, fields, failures, attempts } }: { of: PayloadForm<V> }) {
  const language = useLanguage();
  const element = useRef<HTMLElement>(null);
  const { errors } = useFormState({ control: form.control });
  useEffect(() => {
    if (attempts > 0) element.current?.focus();
  }, [attempts]);

  const lists = fields.filter(({ type }) => type === "list").map(({ name }) => `${name}.root`);
  const places = [...paths(form.getValues()), ...lists];
  const wrong = places.flatMap((path) => {
    const messages = messagesOf(errors, path, form.getValues(path as FieldPath<V>));
    return messages.map((message) => ({ path, message }));
  });
  const [first, ...others] = [...failures, ...messagesOf(errors, "root")];
  if (attempts === 0 || (wrong.length === 0 && first === undefined)) return null;
  return (
    <section className="summary" role="alert" tabIndex={-1} ref={element} lang={language.code}>
      <h3>{first ?? language.attention(wrong.length)}</h3>
      {others.map((failure) => <p key={failure}>{failure}</p>)}
      {first && <p>{language.kept}</p>}
      <ul>
        {wrong.map(({ path, message }) => (
          <li key={path + message}>
            <a
              href="#"
              onClick={(event) => {
                event.preventDefault();
                form.setFocus(path as FieldPath<V>);
              }}
            >
              <span lang="en">{placeName(path)}</span>: {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

  /** The field's label; of what stands in a list, also where. */
  function placeName(path: string): string {
    const { label } = fieldAt(fields, path);
    const [, index] = /\.(\d+)\./.exec(path) ?? [];
    return index === undefined ? label : `Line ${Number(index) + 1}, ${label.toLowerCase()}`;
  }
}
