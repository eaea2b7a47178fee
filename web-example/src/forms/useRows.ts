import type { Organization, Product } from "@portcullis/contracts";
import { useCallback, useEffect, useState } from "react";

/** Rows of the server to choose from; `isMissing` if they could not be read, and `reload` to try again. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly isMissing: boolean;
  reload(): void;
}

/** What forms refer to. */
export interface Choices {
  readonly organizations: Rows<Organization>;
  readonly products: Rows<Product>;
}

export function useRows<T>(read: () => Promise<T[]>): Rows<T> {
  const [rows, setRows] = useState<readonly T[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const reload = useCallback(() => {
    read().then(
      (rows) => {
        setRows(rows);
        setIsMissing(false);
      },
      () => setIsMissing(true),
    );
  }, [read]);
  useEffect(reload, [reload]);
  return { rows, isMissing, reload };
}
