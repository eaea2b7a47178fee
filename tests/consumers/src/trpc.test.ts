/** tRPC, from its client through HTTP to its server. */

import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";

import { CreateContact, type ErrorShape, type Input, PayloadError } from "@portcullis/contracts";
import { flattenError } from "@portcullis/contracts/errors";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import { type inferRouterInputs, type inferRouterOutputs, initTRPC } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";

import { ada, adaOut, wrong, wrongIssues } from "./lib/contacts.js";
import { type Equal, holds } from "./lib/types.js";

const t = initTRPC.create({
  // Of a refusal, tRPC's own answer has but the message. The stack is there in development only.
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, stack: undefined, refusal: error.cause instanceof PayloadError ? error.cause.toJSON() : null },
  }),
});

const router = t.router({
  createContact: t.procedure.input(CreateContact).mutation(({ input }) => {
    holds<Equal<typeof input, CreateContact>>();
    return input;
  }),
  brokenContact: t.procedure.output(CreateContact).query(() => wrong as unknown as CreateContact),
});

holds<Equal<inferRouterInputs<typeof router>["createContact"], Input<typeof CreateContact>>>();
holds<Equal<inferRouterOutputs<typeof router>["createContact"], CreateContact>>();

const server = createHTTPServer({ router });
let client: ReturnType<typeof createTRPCClient<typeof router>>;

before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  client = createTRPCClient<typeof router>({ links: [httpLink({ url: `http://127.0.0.1:${port}` })] });
});
after(() => server.close());

async function refusal(call: Promise<unknown>): Promise<TRPCClientError<typeof router>> {
  const error = await call.then(() => assert.fail("nothing was refused"), (error: unknown) => error);
  assert.ok(error instanceof TRPCClientError);
  return error;
}

test("an input is judged, and the procedure has the value", async () => {
  const contact = await client.createContact.mutate(ada);
  holds<Equal<typeof contact, CreateContact>>();
  assert.deepEqual(contact, adaOut);
});

test("a refusal is BAD_REQUEST, and its cause the error of the payload", async () => {
  const error = await refusal(client.createContact.mutate(wrong));
  assert.equal(error.message, "The input has 3 issues");
  const { refusal: shape, ...rest } = error.data ?? assert.fail();
  assert.deepEqual(rest, { code: "BAD_REQUEST", httpStatus: 400, path: "createContact" });
  assert.ok(shape);
  shape satisfies ErrorShape;
  assert.deepEqual([shape.code, shape.details?.issues], ["validation_failed", wrongIssues]);
  assert.deepEqual(flattenError<CreateContact>(shape).fieldErrors.email, ["Must be an email address"]);
});

test("an output that is refused is not the client's fault", async () => {
  const error = await refusal(client.brokenContact.query());
  assert.deepEqual([error.message, error.data?.code], ["Output validation failed", "INTERNAL_SERVER_ERROR"]);
});

test("the client knows what the procedure takes", async () => {
  // @ts-expect-error the email address is missing
  await refusal(client.createContact.mutate({ first_name: "Ada", last_name: "Lovelace" }));
});
