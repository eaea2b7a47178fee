/**
 * A service worker in Chromium, which answers for a server that cannot be reached.
 */
import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "../lib/chromium.mjs";
import { Project } from "../lib/project.mjs";
import { serveFolder } from "../lib/site.mjs";

const WORKER = `
import { CreateContact, errorResponse } from "./contracts/index.js";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.method === "POST") event.respondWith(answer(event.request));
});

async function answer(request) {
  const { success, data, error } = await CreateContact.fromRequest(request);
  return success ? Response.json(data, { status: 201 }) : errorResponse(error);
}
`;

const CONTACT = '{"first_name":" Ada ","last_name":"Lovelace","email":"ADA@example.com"}';

test("a service worker judges bodies while nothing can be reached", async (test) => {
  const project = new Project(test);
  project.place("contracts");
  project.write("index.html", "<!doctype html><title>offline</title>");
  project.write("worker.mjs", WORKER);
  const page = await openPage(test);
  await page.goto(await serveFolder(test, project.root));
  await page.evaluate(async () => {
    const controlled = new Promise((change) => navigator.serviceWorker.addEventListener("controllerchange", change));
    await navigator.serviceWorker.register("/worker.mjs", { type: "module" });
    await controlled;
  });
  await page.context().setOffline(true);

  const ask = (/** @type {string} */ body, type = "application/json") =>
    page.evaluate(
      async ([body, type]) => {
        const response = await fetch("/contacts", { method: "POST", body, headers: { "content-type": type } });
        return { status: response.status, body: await response.json() };
      },
      [body, type],
    );

  const added = await ask(CONTACT);
  assert.equal(added.status, 201);
  assert.deepEqual([added.body.first_name, added.body.email], ["Ada", "ada@example.com"]);

  const refused = await ask('{"first_name":"","email":"nobody"}');
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.body.details.issues.map((/** @type {any} */ { path, code }) => `${path.join(".")} ${code}`),
    ["first_name too_small", "email invalid_format", "last_name required"],
  );

  assert.equal((await ask(CONTACT.slice(0, 30))).status, 400);
  assert.equal((await ask("first_name=Ada", "text/plain")).status, 415);
  assert.equal((await ask(" ".repeat(1_048_577))).status, 413);
  await assert.rejects(page.evaluate(() => fetch("/worker.mjs", { cache: "no-store" })), /Failed to fetch/);
});
