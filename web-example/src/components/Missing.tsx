import type { Rows } from "../forms/useRows.ts";

/** Says that there is nothing to choose from, for the time being. */
export function Missing({ rows: { isMissing, reload }, name }: { rows: Rows<unknown>; name: string }) {
  return (
    <div role="status">
      {isMissing && (
        <p className="missing">
          {name} could not be loaded.
          <button type="button" onClick={reload}>
            Load {name.toLowerCase()} again
          </button>
        </p>
      )}
    </div>
  );
}
