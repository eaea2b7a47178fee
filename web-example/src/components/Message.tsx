import { useLanguage } from "../languages/context.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly messages: readonly string[];
}

/** What is wrong with a field. The element is there before the messages are, so that they are read out. */
export function Message({ id, label, messages }: Props) {
  const language = useLanguage();
  return (
    <div id={id} className="message" aria-live="polite" lang={language.code}>
      {messages.map((message) => (
        <p key={message}>
          <span className="message-label" lang="en">
            {label}:{" "}
          </span>
          {message}
        </p>
      ))}
    </div>
  );
}
