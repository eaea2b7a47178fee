/**
 * A form whose rules are those of a payload: while somebody types, and in what the server says of it
 * later, for both are issues at paths.
 */

import type { ErrorCode, FormFields, Payload, PayloadError } from "@portcullis/contracts";
import { localize, parseError } from "@portcullis/contracts/errors";
import { type FocusEvent, type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldError,
  type FieldPath,
  type FieldValues,
  useForm,
  type UseFormReturn,
} from "react-hook-form";
import { useLanguage } from "../languages/context.ts";
import { resolverOf } from "./resolver.ts";
import { paths, type Typed } from "./typed.ts";

/**
 * How the `type` of an error begins that only the server knows of, before its issue's index. It stays until
 * the field is changed, and goes with its line where another one is removed.
 */
const FROM_SERVER = "server ";

function isFromServer(error: Partial<FieldError> | undefined): boolean {
  return error?.type?.startsWith(FROM_SERVER) ?? false;
}

interface Options<T, I extends FieldValues, Stored> {
  readonly payload: Payload<T, I>;
  readonly fields: FormFields<I>;
  /** The values of a form that nobody has typed into. */
  readonly start: () => Typed<I>;
  /** Sends the value to the server, and gives what is stored; throws what `parseError` understands. */
  readonly send: (value: T) => Promise<Stored>;
  /** The fields that the application's own codes are about. */
  readonly fieldOf: { readonly [Code in ErrorCode]?: keyof I & string };
}

/** What the server said, and which of its issues are no field's. */
interface Refusal {
  readonly error: PayloadError;
  readonly loose: readonly number[];
}

/** What is shown of a form. */
export interface PayloadForm<V extends FieldValues> {
  readonly form: UseFormReturn<V, unknown, any>;
  readonly fields: FormFields<any>;
  /** What the server refused, or did not answer, that is no field's. */
  readonly failures: readonly string[];
  /** How often in a row it could not be sent, or was refused. */
  readonly attempts: number;
  /** Whether it is on its way. */
  readonly isSending: boolean;
}

/** The form, and what has become of it. */
export function usePayloadForm<T, I extends FieldValues, Stored>(options: Options<T, I, Stored>) {
  const { payload, fields, start, send, fieldOf } = options;
  type Values = Typed<I>;
  type Name = FieldPath<Values>;
  const language = useLanguage();
  const { messages } = language;
  const [stored, setStored] = useState<Stored>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [attempts, setAttempts] = useState(0);
  const isSending = useRef(false);

  const resolver = useMemo(() => resolverOf(payload, fields, language), [payload, fields, language]);
  const form = useForm<Values, unknown, T>({
    defaultValues: start() as DefaultValues<Values>,
    resolver,
    // When messages come is decided below, in `judge`; where focus goes, by the summary.
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });
  const names = () => paths(form.getValues()) as Name[];
  const errorAt = (name: Name) => form.getFieldState(name).error as Partial<FieldError> | undefined;

  /**
   * Shows and takes away messages: at fields that the person has left, that have a message already, or
   * that came filled in. All of these at once, for what is typed here may put right, or wrong, what
   * stands there. What only the server knows is asked again when its own field is changed.
   */
  function judge(here: string, isChange: boolean): void {
    const ready = names().filter((path) => {
      const error = errorAt(path);
      if (isFromServer(error)) return isChange && path === here;
      const isFilled = path !== here && form.getValues(path) !== "";
      return error !== undefined || isFilled || form.getFieldState(path).isTouched;
    });
    void form.trigger(ready);
  }

  /** What the server refused, in the language: a code of the application's is about one of its fields. */
  function issuesOf(refusal: PayloadError): { path: (string | number)[]; message: string }[] {
    const { code, message, details } = messages ? localize(refusal, messages) : refusal;
    const field = fieldOf[code];
    return field ? [{ path: [field], message }] : (details?.issues ?? [{ path: [], message }]);
  }

  /** The input that a path leads to, or into. */
  function inputAt(path: (string | number)[]): Name | undefined {
    const place = `${path.join(".")}.`;
    return names().find((name) => place.startsWith(`${name}.`));
  }

  /** Nothing is stored, for what the server says or for what stands at the fields. */
  function fail(error?: PayloadError): void {
    const loose: number[] = [];
    for (const [index, { path, message }] of (error ? issuesOf(error) : []).entries()) {
      const name = inputAt(path);
      if (name === undefined) loose.push(index);
      else if (!isFromServer(errorAt(name))) form.setError(name, { type: `${FROM_SERVER}${index}`, message });
    }
    setStored(undefined);
    setRefusal(error && { error, loose });
    setAttempts((attempts) => attempts + 1);
  }

  // The messages that are there when the language is changed are said again.
  useEffect(() => {
    const wrong = names().filter((name) => errorAt(name));
    void form.trigger(wrong.filter((name) => !isFromServer(errorAt(name))));
    const issues = refusal ? issuesOf(refusal.error) : [];
    for (const name of wrong) {
      const type = errorAt(name)?.type ?? "";
      const issue = issues.find((_, index) => type === `${FROM_SERVER}${index}`);
      if (issue) form.setError(name, { type, message: issue.message });
    }
  }, [language]);

  const submit = form.handleSubmit(
    async (value) => {
      try {
        setStored(await send(value));
        setRefusal(undefined);
        setAttempts(0);
        form.reset(start() as DefaultValues<Values>);
      } catch (failure) {
        fail(await parseError(failure));
      }
    },
    () => fail(),
  );

  const failures = refusal ? issuesOf(refusal.error).filter((_, index) => refusal.loose.includes(index)) : [];
  return {
    form,
    fields,
    failures: failures.map(({ message }) => message),
    attempts,
    isSending: form.formState.isSubmitting,
    /** What the server stored last. */
    stored,
    /** For the form element. */
    handlers: {
      noValidate: true,
      // What browsers remember is about the person in front of them, whom these forms are not about.
      autoComplete: "off",
      onChange: ({ target }: FormEvent) => judge((target as HTMLInputElement).name, true),
      onBlur: ({ target, relatedTarget }: FocusEvent) => {
        // A message that comes now would push the button away from under the pointer.
        if (!(relatedTarget instanceof HTMLButtonElement)) judge((target as HTMLInputElement).name, false);
      },
      onSubmit: async (event: FormEvent) => {
        event.preventDefault();
        // The state would say so too late for a double click.
        if (isSending.current) return;
        isSending.current = true;
        await submit(event).finally(() => (isSending.current = false));
      },
    },
  };
}
