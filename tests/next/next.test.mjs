/**
 * An application of Next.js, as `next build` makes it and `next start` serves it.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { openPage } from "../runtimes/lib/chromium.mjs";
import { engines } from "../runtimes/lib/package.mjs";
import { assertConforms } from "../runtimes/lib/program.mjs";
import { Project } from "../runtimes/lib/project.mjs";
import { assertAnswersSmall } from "../runtimes/lib/requests.mjs";
import { serve } from "../runtimes/lib/server.mjs";

const NEXT = fileURLToPath(new URL("node_modules/next/dist/bin/next", import.meta.url));

test("Next.js", async (test) => {
  const project = new Project(test, import.meta.dirname);
  project.fill(fileURLToPath(new URL("site", import.meta.url)));
  project.install();
  project.copy("conformance.mjs");
  project.copy("installed.mjs");
  await project.run(process.execPath, NEXT, "build");
  // A minifier must not write the engine twice.
  assert.deepEqual([...new Set(enginesIn(join(project.root, ".next")))], [1]);
  const address = await serve(test, project, /http:\/\/[^:]+:(\d+)/, process.execPath, NEXT, "start", "-H", "127.0.0.1", "-p", "0");

  for (const [what, path] of [["the edge runtime", "edge"], ["Node.js", "node"]]) {
    await test.test(`a route in ${what}`, async () => {
      const response = await fetch(`${address}/${path}`);
      assertConforms(await response.text());
      await assertAnswersSmall(`${address}/${path}`);
    });
  }

  await test.test("a client component judges what is typed", async (test) => {
    const page = await openPage(test);
    await page.goto(`${address}/typing`);
    await page.fill("input", "ada@");
    await page.getByText("Must be an email address").waitFor();
    await page.fill("input", "ADA@example.com");
    await page.getByText("ada@example.com").waitFor();
  });

  for (const javaScriptEnabled of [true, false]) {
    await test.test(`a server action, ${javaScriptEnabled ? "with" : "without"} JavaScript in the page`, async (test) => {
      const page = await openPage(test, { javaScriptEnabled });
      await page.goto(`${address}/form`);
      await addContact(page);
    });
  }
});

/**
 * How many engines each file of a build has that has any.
 *
 * @param {string} folder
 */
function enginesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
  const counts = files.map((path) => engines(readFileSync(join(folder, path), "utf8")));
  return counts.filter((count) => count > 0);
}

/**
 * Fills the form in, wrongly at first.
 *
 * @param {import("playwright-core").Page} page
 */
async function addContact(page) {
  const field = (/** @type {string} */ name) => page.locator(`[name=${name}]`);
  const messages = (/** @type {string} */ name) => page.locator(`#${name}-messages`);

  await field("first_name").fill("Ada");
  await field("email").fill("nobody");
  await field("tags").fill("vip");
  await field("status").selectOption("customer");
  await field("has_newsletter").check();
  await page.click("button");

  await messages("last_name").getByText("This field is required").waitFor();
  assert.equal(await messages("email").textContent(), "Must be an email address");
  assert.equal(await messages("first_name").textContent(), "");
  assert.deepEqual(await page.locator("form").getByRole("alert").allTextContents(), []);
  assert.equal(await field("first_name").inputValue(), "Ada");
  assert.equal(await field("email").inputValue(), "nobody");
  assert.equal(await field("tags").inputValue(), "vip");
  assert.equal(await field("status").inputValue(), "customer");
  assert.equal(await field("has_newsletter").isChecked(), true);

  await field("last_name").fill("Lovelace");
  await field("email").fill("ADA@example.com");
  await page.click("button");

  await page.getByText("Ada Lovelace <ada@example.com>, customer, vip").waitFor();
  assert.equal(await messages("email").textContent(), "");
}
