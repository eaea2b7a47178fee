/** Both forms by the keyboard alone: where the focus goes. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertMessage, eventually, focused } from "./lib/fields.mjs";
import { open } from "./lib/site.mjs";

/** @import { Page } from "playwright-core" */

test("by the keyboard alone", async (test) => {
  const { visit, functions } = await open(test);

  await test.test("a contact is filled in, refused, mended and stored", async () => {
    const { page, form } = await visit("contact");
    const { tabTo, type, press } = keyboard(page);
    await tabTo("input: First name");
    await type("Grace");
    await tabTo("input: Email");
    await type("grace@");
    await press("Enter");
    await expectFocus(page, "alert: 2 fields need your attention");
    await press("Tab");
    await expectFocus(page, "a: Last name: This field is required");
    await press("Enter");
    await expectFocus(page, "input: Last name");
    await type("Hopper");
    await tabTo("input: Email");
    await press("End");
    await type("example.com");
    await assertMessage(form.getByLabel("Email"));
    await tabTo("button: Add contact");
    await press("Enter");
    await expectFocus(page, "h2: ✓ Grace Hopper is stored");
    assert.deepEqual(await functions.sql("select first_name, email from contacts"), [
      { first_name: "Grace", email: "grace@example.com" },
    ]);
    await tabTo("input: First name");
  });

  await test.test("lines are added, filled in and removed", async () => {
    const { page } = await visit("invoice");
    const { tabTo, type, press } = keyboard(page);
    await tabTo("input: Invoice number");
    await type("2026-0001");
    await tabTo("select: Organization");
    await type("Northwind");
    await tabTo("button: Add a line");
    await press("Enter");
    await expectFocus(page, "select: Product optional");
    await page.getByRole("status").getByText("Line 2 added").waitFor();
    await type("Objective");
    await tabTo("input: Quantity");
    await type("2");

    await tabTo("button: Add a line");
    await press("Enter");
    await expectFocus(page, "select: Product optional");
    await tabTo("button: ×");
    await press("Enter");
    await expectFocus(page, "button: ×");
    await page.getByRole("status").getByText("Line 3 removed").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "×Remove line 2");

    for (const _ of "123456") await press("Shift+Tab");
    await expectFocus(page, "button: ×");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "×Remove line 1");
    await press("Space");
    await expectFocus(page, "select: Product optional");

    await tabTo("button: Add invoice");
    await press("Space");
    await expectFocus(page, "h2: ✓ Invoice 2026-0001 is stored");
    assert.deepEqual(await functions.sql("select description, quantity::text, total::text from invoice_lines"), [
      { description: "Objective 40x", quantity: "2.000", total: "698.00" },
    ]);
  });

  await test.test("the focus can be seen", async () => {
    const { page } = await visit("invoice");
    for (const _ of "123456") {
      await page.keyboard.press("Tab");
      const style = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.activeElement)).outline);
      assert.match(style, /solid 3px/);
    }
  });
});

/** @param {Page} page */
function keyboard(page) {
  return {
    type: (/** @type {string} */ text) => page.keyboard.type(text),
    press: (/** @type {string} */ key) => page.keyboard.press(key),
    /** Goes forward to what is called this. */
    tabTo: async (/** @type {string} */ name) => {
      for (let steps = 0; steps < 60; steps += 1) {
        await page.keyboard.press("Tab");
        if ((await focused(page)) === name) return;
      }
      assert.fail(`no way leads to ${name}`);
    },
  };
}

/**
 * @param {Page} page
 * @param {string} name
 */
function expectFocus(page, name) {
  return eventually(async () => assert.equal(await focused(page), name));
}
