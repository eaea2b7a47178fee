/** What the functions answer when it is not the input's fault. */

import assert from "node:assert/strict";
import type { Row } from "../supabase/functions/_shared/database.ts";
import { route } from "../app.ts";
import { contact, refused } from "./support.ts";

/** Posts a contact to the application over a database that answers every query like this. */
async function postOver(query: () => Promise<Row[]>): Promise<{ response: Response; log: string }> {
  const never = () => Promise.reject(new Error("not a part of this test"));
  const handler = route({ query, run: never, transaction: never, close: never });
  const write = console.error;
  const log: string[] = [];
  console.error = (...parts) => log.push(parts.map((part) => Deno.inspect(part)).join(" "));
  try {
    const response = await handler(
      new Request("http://localhost/functions/v1/create-contact", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(contact()),
      }),
    );
    return { response, log: log.join("\n") };
  } finally {
    console.error = write;
  }
}

Deno.test("a failing database answers internal, and only the log knows why", async () => {
  const { response, log } = await postOver(() => Promise.reject(new Error('relation "contacts" does not exist')));
  const { message, details } = await refused(response, "internal");
  assert.equal(message, "Something went wrong on our side");
  assert.equal(details, null);
  assert.match(log, /relation "contacts" does not exist/);
});

Deno.test("a row that breaks its contract is never answered", async () => {
  const { response, log } = await postOver(() => Promise.resolve([{ id: 42, email: "nobody" }]));
  const { details } = await refused(response, "internal");
  assert.equal(details, null);
  assert.match(log, /first_name/);
});
