/** The button that sends a form. While that takes, it keeps the focus and does nothing. */
export function Submit({ isSending, children }: { isSending: boolean; children: string }) {
  return (
    <div className="actions">
      <button type="submit" className="primary" aria-disabled={isSending}>
        {isSending ? "Sending …" : children}
      </button>
      <p role="status" className="visually-hidden">
        {isSending ? "Sending" : ""}
      </p>
    </div>
  );
}
