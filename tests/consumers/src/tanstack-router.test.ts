/** TanStack Router, which wants an answer at once: search params are judged before a route loads. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { GetContact } from "@portcullis/contracts";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, SearchParamError } from "@tanstack/react-router";

import { type Equal, holds } from "./lib/types.js";

const id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

function createContactRouter(address: string) {
  const root = createRootRoute();
  const contact = createRoute({
    getParentRoute: () => root,
    path: "/contact",
    validateSearch: GetContact,
    loaderDeps: ({ search }) => {
      holds<Equal<typeof search, GetContact>>();
      return search;
    },
    loader: ({ deps }) => deps,
  });
  const history = createMemoryHistory({ initialEntries: [address] });
  return createRouter({ routeTree: root.addChildren([contact]), history });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createContactRouter>;
  }
}

/** Loads the route of an address. */
async function open(address: string) {
  const router = createContactRouter(address);
  await router.load();
  const match = router.state.matches.find(({ routeId }) => routeId === "/contact");
  return match ?? assert.fail();
}

test("search params are judged, and the loader has the value", async () => {
  const { search, loaderData } = await open(`/contact?id=${id}`);
  assert.deepEqual([search, loaderData], [{ id }, { id }]);
});

test("a refusal is the route's error: its message has the issues as JSON, whole", async () => {
  const { searchError, loaderData } = await open("/contact?id=x");
  assert.ok(searchError instanceof SearchParamError);
  assert.deepEqual(JSON.parse(searchError.message), [
    { path: ["id"], code: "invalid_format", message: "Must be a UUID", params: { format: "uuid" } },
  ]);
  assert.equal(loaderData, undefined);
});

test("the router reads what looks like a number as one, before it is judged", async () => {
  const { searchError } = await open("/contact?id=7");
  assert.ok(searchError instanceof SearchParamError);
  const [{ code, params }] = JSON.parse(searchError.message);
  assert.deepEqual([code, params], ["invalid_type", { expected: "string", received: "number" }]);
});

test("a link must have what the payload takes", () => {
  const router = createContactRouter("/");
  assert.equal(router.buildLocation({ to: "/contact", search: { id } }).href, `/contact?id=${id}`);
  // @ts-expect-error there is no such field
  router.buildLocation({ to: "/contact", search: { name: "Ada" } });
});
