/** What is not the input's fault: it is told, and nothing that was typed is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { focused } from "./lib/fields.mjs";
import { Functions } from "./lib/functions.mjs";
import { open, shoot } from "./lib/site.mjs";

/** @import { Locator } from "playwright-core" */

const UNAVAILABLE = "The service cannot be reached: try again later";
const KEPT = "What you typed is still here.";

test("failures", async (test) => {
  const { visit, functions } = await open(test);

  await test.test("the network is down, and comes back", async () => {
    const { page, form } = await visit("contact");
    await fill(form);
    await page.context().setOffline(true);
    await form.getByRole("button", { name: "Add contact" }).click();
    await expectFailure(form, UNAVAILABLE);
    assert.equal(await focused(page), `alert: ${UNAVAILABLE}`);
    await shoot(page, "contact-unavailable");

    await page.context().setOffline(false);
    await form.getByRole("button", { name: "Add contact" }).click();
    await page.getByRole("heading", { name: "Ada Lovelace is stored" }).waitFor();
    assert.equal(await form.getByRole("alert").count(), 0);
  });

  await test.test("the server fails", async () => {
    const { form } = await visit("contact");
    await fill(form);
    await functions.sql("alter table contacts rename to contacts_elsewhere");
    await form.getByRole("button", { name: "Add contact" }).click();
    await expectFailure(form, "Something went wrong on our side");
    await functions.sql("alter table contacts_elsewhere rename to contacts");
  });

  await test.test("it is stored, but cannot be read back", async () => {
    const { page, form } = await visit("contact");
    await fill(form, "ada.read@example.com");
    await page.route("**/get-contact*", (route) => route.abort());
    await form.getByRole("button", { name: "Add contact" }).click();
    await page.getByRole("heading", { name: "Ada Lovelace is stored" }).waitFor();
    await page.getByText("ada.read@example.com").waitFor();
  });

  await test.test("the server is down, and comes back", async (test) => {
    const { page, form } = await visit("invoice");
    await form.getByLabel("Invoice number").fill("2026-0001");
    await form.getByLabel("Organization").selectOption("Northwind Instruments");
    await form.getByLabel("Product").selectOption("Calibration");
    await form.getByLabel("Quantity").fill("1,5");
    await functions.stop();
    await form.getByRole("button", { name: "Add invoice" }).click();
    await expectFailure(form, UNAVAILABLE);
    assert.equal(await form.getByLabel("Quantity").inputValue(), "1,5");

    const other = await page.context().newPage();
    await other.goto(page.url());
    const missing = other.getByRole("button", { name: "Load products again" });
    await missing.waitFor();
    await shoot(other, "invoice-nothing-to-choose");

    const { port } = new URL(functions.url);
    const again = await Functions.start(Number(port));
    test.after(() => again.stop());
    await form.getByRole("button", { name: "Add invoice" }).click();
    await page.getByRole("heading", { name: "Invoice 2026-0001 is stored" }).waitFor();
    await missing.click();
    await other.getByRole("option", { name: "Calibration" }).waitFor({ state: "attached" });
    assert.equal(await missing.count(), 0);
  });
});

/**
 * @param {Locator} form
 * @param {string} [email]
 */
async function fill(form, email = "ada@example.com") {
  await form.getByLabel("First name").fill("Ada");
  await form.getByLabel("Last name").fill("Lovelace");
  await form.getByLabel("Email").fill(email);
}

/**
 * @param {Locator} form
 * @param {string} message
 */
async function expectFailure(form, message) {
  const alert = form.getByRole("alert");
  await alert.getByRole("heading", { name: message }).waitFor();
  await alert.getByText(KEPT).waitFor();
}
