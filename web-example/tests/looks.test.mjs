/** What the page looks like, on a phone and on a desk, by day and by night: no accessibility fault in any of it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { DESK, open, PHONE, shoot } from "./lib/site.mjs";

/** @import { Page } from "playwright-core" */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

test("the forms have no accessibility faults", async (test) => {
  const site = await open(test);
  let number = 0;
  for (const [device, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      const settings = { viewport, colorScheme };
      await test.test(`invoice, ${device}, ${colorScheme}`, async () => {
        const { page, form } = await site.visit("invoice", settings);
        const see = inspector(page, `invoice-${device}-${colorScheme}`);
        await see("empty");

        await form.getByRole("button", { name: "Add a line" }).click();
        await form.getByLabel("Due on").fill("2026-01-01");
        await form.getByRole("group", { name: "Line 1" }).getByLabel("Quantity").fill("0");
        await form.getByRole("group", { name: "Line 2" }).getByLabel("Unit price").fill("1.234,50");
        await form.getByRole("button", { name: "Add invoice" }).click();
        await form.getByRole("alert").waitFor();
        await see("mistakes");

        await form.getByRole("button", { name: "Remove line 2" }).click();
        await form.getByLabel("Organization").selectOption("Northwind Instruments");
        await form.getByLabel("Invoice number").fill(`2026-${(number += 1)}`);
        await form.getByLabel("Due on").fill("2030-01-01");
        const line = form.getByRole("group", { name: "Line 1" });
        await line.getByLabel("Product").selectOption("Objective 40x");
        await line.getByLabel("Quantity").fill("12,5");
        await line.getByLabel("Discount").fill("10");
        await form.getByRole("button", { name: "Add a line" }).click();
        const second = form.getByRole("group", { name: "Line 2" });
        await second.getByLabel("Description").fill("Calibration of the microscope on the third floor, with a certificate");
        await second.getByLabel("Quantity").fill("1.75");
        await second.getByLabel("Unit price").fill("120");
        await see("filled");
        await form.getByRole("button", { name: "Add invoice" }).click();
        await page.getByRole("heading", { name: "is stored" }).waitFor();
        await see("stored");
        await page.context().close();
      });

      await test.test(`contact, ${device}, ${colorScheme}`, async () => {
        const { page, form } = await site.visit("contact", settings);
        const see = inspector(page, `contact-${device}-${colorScheme}`);
        await see("empty");
        await form.getByLabel("Email").fill("nobody");
        await form.getByLabel("Tags").fill(`vip, ${"much too long ".repeat(4)}`);
        await form.getByRole("button", { name: "Add contact" }).click();
        await form.getByRole("alert").waitFor();
        await see("mistakes");
        await form.getByLabel("First name").fill("Ada");
        await form.getByLabel("Last name").fill("Lovelace");
        await form.getByLabel("Email").fill(`ada-${(number += 1)}@example.com`);
        await form.getByLabel("Tags").fill("vip, first programmer");
        await form.getByRole("button", { name: "Add contact" }).click();
        await page.getByRole("heading", { name: "Ada Lovelace is stored" }).waitFor();
        await see("stored");
        await page.context().close();
      });
    }
  }
});

/**
 * What looks at a page, keeps a picture of it and asks axe.
 *
 * @param {Page} page
 * @param {string} name
 */
function inspector(page, name) {
  return async (/** @type {string} */ state) => {
    await shoot(page, `${name}-${state}`);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      // @ts-expect-error axe is the page's
      const { violations } = await globalThis.axe.run();
      return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ { html }) => html)}`);
    });
    assert.deepEqual(violations, [], `${name}, ${state}`);
    const surplus = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(surplus <= 0, `the page is wider than the screen, by ${surplus} pixels`);
  };
}
