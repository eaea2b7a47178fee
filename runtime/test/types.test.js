import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { PUBLIC, writeTypes } from "../scripts/types.mjs";

test("the declarations are those of the modules (if not: npm run types)", () => {
  const folder = mkdtempSync(join(tmpdir(), "portcullis-types-"));
  try {
    writeTypes(folder);
    for (const name of PUBLIC) {
      const fresh = readFileSync(join(folder, `${name}.d.ts`), "utf8");
      assert.equal(readFileSync(new URL(`../${name}.d.ts`, import.meta.url), "utf8"), fresh);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
