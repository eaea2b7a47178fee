/** Somebody adds contacts, and makes mistakes. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertMessage, eventually, focused } from "./lib/fields.mjs";
import { open, shoot } from "./lib/site.mjs";

/** @import { Locator } from "playwright-core" */

const TAKEN = "There is a contact with this email address already";

test("contacts", async (test) => {
  const { visit, functions } = await open(test);

  await test.test("mistakes are told while somebody types, once they have left the field", async () => {
    const { form } = await visit("contact");
    const email = form.getByLabel("Email");
    await email.pressSequentially("ada@");
    await assertMessage(email);
    await email.blur();
    await assertMessage(email, "Must be an email address");
    await email.fill("ada@example");
    await assertMessage(email);

    const phone = form.getByLabel("Phone");
    await phone.fill("12");
    await phone.blur();
    await assertMessage(phone, "Must match the requested format");
    await phone.fill("");
    await assertMessage(phone);

    const tags = form.getByLabel("Tags");
    await tags.fill(`vip, ${"x".repeat(41)}`);
    await tags.blur();
    await assertMessage(tags, `“${"x".repeat(20)}…”: Must have at most 40 characters`);
    await tags.fill("vip, , engineer,");
    await assertMessage(tags);
  });

  await test.test("an address that is taken is told at the field, and what was typed is kept", async () => {
    const { page, form } = await visit("contact");
    await fill(form, "ada@example.com");
    await form.getByLabel("Tags").fill("vip, engineer");
    await form.getByLabel("Organization").selectOption("Northwind Instruments");
    await form.getByLabel("Newsletter").check();
    await form.getByRole("button", { name: "Add contact" }).click();
    await page.getByRole("heading", { name: "Ada Lovelace is stored" }).waitFor();
    assert.equal(await focused(page), "h2: ✓ Ada Lovelace is stored");
    assert.equal(await page.getByRole("definition").last().innerText(), "Yes");

    await fill(form, "Ada@Example.com");
    await form.getByRole("button", { name: "Add contact" }).click();
    await assertMessage(form.getByLabel("Email"), TAKEN);
    assert.equal(await focused(page), "alert: One field needs your attention");
    assert.equal(await form.getByLabel("First name").inputValue(), "Ada");
    assert.equal(await page.getByRole("heading", { name: "is stored" }).count(), 0);
    await shoot(page, "contact-taken");

    await form.getByLabel("Email").fill("ada.lovelace@example.com");
    await assertMessage(form.getByLabel("Email"));
    assert.equal(await form.getByRole("alert").count(), 0);
    await form.getByRole("button", { name: "Add contact" }).click();
    await page.getByText("ada.lovelace@example.com").waitFor();
    assert.deepEqual(
      await functions.sql("select email, tags, has_newsletter, organization_id is null as is_alone from contacts order by email desc"),
      [
        { email: "ada@example.com", tags: ["vip", "engineer"], has_newsletter: true, is_alone: false },
        { email: "ada.lovelace@example.com", tags: [], has_newsletter: false, is_alone: true },
      ],
    );
  });

  await test.test("what is told, the server's refusals among it, can be told in German", async () => {
    const { page, form } = await visit("contact");
    await form.getByLabel("Phone").fill("12");
    await form.getByLabel("Phone").blur();
    await page.getByLabel("Deutsch").check();
    await assertMessage(form.getByLabel("Phone"), "Muss dem verlangten Format entsprechen");
    await form.getByLabel("Phone").fill("");

    await fill(form, "ada@example.com");
    await form.getByRole("button", { name: "Add contact" }).click();
    await assertMessage(form.getByLabel("Email"), "Einen Kontakt mit dieser E-Mail-Adresse gibt es schon");
    await form.getByRole("alert").getByRole("heading", { name: "Ein Feld ist noch zu berichtigen" }).waitFor();
    assert.equal(await form.getByRole("alert").getAttribute("lang"), "de");
    await page.getByLabel("English").check();
    await assertMessage(form.getByLabel("Email"), TAKEN);
  });

  await test.test("German is loaded by those who ask for it", async () => {
    const { page } = await visit("contact");
    /** @type {string[]} */
    const scripts = [];
    page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
    await page.getByLabel("Deutsch").check();
    await eventually(async () => assert.match(scripts.join(), /german/));
  });

  await test.test("a look at the other form loses nothing", async () => {
    const { page, form } = await visit("contact");
    await form.getByLabel("First name").fill("Grace");
    await page.getByRole("link", { name: "Invoice" }).click();
    await page.getByRole("form", { name: "New invoice" }).waitFor();
    await page.goBack();
    assert.equal(await form.getByLabel("First name").inputValue(), "Grace");
  });
});

/**
 * @param {Locator} form
 * @param {string} email
 */
async function fill(form, email) {
  await form.getByLabel("First name").fill("Ada");
  await form.getByLabel("Last name").fill("Lovelace");
  await form.getByLabel("Email").fill(email);
}
