import { type ReactNode, useEffect, useRef } from "react";

/** The frame of what has just been stored. Its heading gets the focus, so that it is read out. */
export function Stored({ title, children }: { title: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sheet stored" aria-labelledby="stored-title">
      <h2 id="stored-title" tabIndex={-1} ref={heading}>
        <span aria-hidden="true">✓ </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
