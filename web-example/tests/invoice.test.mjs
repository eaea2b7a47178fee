/** Somebody writes invoices, and makes mistakes. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertMessage, eventually } from "./lib/fields.mjs";
import { open } from "./lib/site.mjs";

/** @import { Locator } from "playwright-core" */

const REQUIRED = "This field is required";

test("invoices", async (test) => {
  const { visit, functions } = await open(test);

  await test.test("a mistake is told at its field, mended, and the invoice is in the database", async () => {
    const { page, form } = await visit("invoice");
    const quantity = form.getByLabel("Quantity");
    await fill(form, { number: "2026-0001" });

    await quantity.fill("0");
    await assertMessage(quantity);
    await quantity.blur();
    await assertMessage(quantity, "Must be more than 0.000");
    await quantity.fill("0.");
    await assertMessage(quantity, "Must be a decimal number with at most 6 digits before the point and 3 digits after it");
    await quantity.fill("0.5");
    await assertMessage(quantity);

    await form.getByRole("button", { name: "Add invoice" }).click();
    await page.getByRole("heading", { name: "Invoice 2026-0001 is stored" }).waitFor();
    assert.deepEqual(
      await functions.sql(
        "select number, currency, quantity::text, unit_price::text, total::text from invoices join invoice_lines on invoice_id = id",
      ),
      [{ number: "2026-0001", currency: "EUR", quantity: "0.500", unit_price: "349.00", total: "174.50" }],
    );
    assert.equal(await form.getByLabel("Invoice number").inputValue(), "", "the form is ready for the next one");
  });

  await test.test("nothing is said before somebody has had a chance", async () => {
    const { page, form } = await visit("invoice");
    await form.getByLabel("Invoice number").focus();
    await page.keyboard.press("Tab");
    await assertMessage(form.getByLabel("Invoice number"), REQUIRED);
    for (const label of ["Organization", "Due on", "Quantity", "Unit price"]) await assertMessage(form.getByLabel(label));
    assert.equal(await form.getByRole("alert").count(), 0);
  });

  await test.test("what is typed in one field can put another wrong, and right", async () => {
    const { page, form } = await visit("invoice");
    const due = form.getByLabel("Due on");
    await form.getByLabel("Issued on").fill("2999-01-01");
    await assertMessage(due, "Must not be before the day of issue");
    await page.getByLabel("Deutsch").check();
    await assertMessage(due, "Darf nicht vor dem Tag der Ausstellung liegen");
    await form.getByLabel("Issued on").fill("2026-01-01");
    await assertMessage(due);
  });

  await test.test("each line has its own messages, which stay with it", async () => {
    const { page, form } = await visit("invoice");
    await fill(form, { number: "2026-0002" });
    await form.getByRole("button", { name: "Add a line" }).click();
    await form.getByRole("button", { name: "Add a line" }).click();
    const second = line(form, 2);
    await second.getByLabel("Quantity").fill("1,000");
    await second.getByLabel("Unit price").fill("-5");
    await second.getByLabel("Discount").fill("100.01");
    await line(form, 3).getByLabel("Description").fill("Travel");
    await line(form, 3).getByLabel("Quantity").fill("1,5");
    await line(form, 3).getByLabel("Unit price").fill("0,99");
    await form.getByRole("button", { name: "Add invoice" }).click();

    const expectMistakesIn = async (/** @type {Locator} */ line) => {
      await assertMessage(line.getByLabel("Description"), "Must be given where there is no product");
      await assertMessage(
        line.getByLabel("Quantity"),
        "Must be a decimal number with at most 6 digits before the point and 3 digits after it",
      );
      await assertMessage(line.getByLabel("Unit price"), "Must be at least 0.00");
      await assertMessage(line.getByLabel("Discount"), "Must be at most 100.00");
    };
    const expectNoneIn = async (/** @type {Locator} */ line) => {
      for (const label of ["Product", "Description", "Quantity", "Unit price", "Discount"]) {
        await assertMessage(line.getByLabel(label));
      }
    };
    await expectMistakesIn(second);
    await expectNoneIn(line(form, 1));
    await expectNoneIn(line(form, 3));

    await form.getByRole("button", { name: "Remove line 1" }).click();
    await expectMistakesIn(line(form, 1));
    await expectNoneIn(line(form, 2));

    await form.getByRole("button", { name: "Remove line 1" }).click();
    await form.getByRole("button", { name: "Add invoice" }).click();
    await page.getByRole("heading", { name: "Invoice 2026-0002 is stored" }).waitFor();
    assert.deepEqual(await linesOf("2026-0002"), [{ description: "Travel", quantity: "1.500", total: "1.49" }]);
  });

  await test.test("what only the server knows is told at its line, and nothing typed is lost", async () => {
    const { page, form } = await visit("invoice");
    await fill(form, { number: "2026-0003" });
    await form.getByRole("button", { name: "Add a line" }).click();
    await line(form, 2).getByLabel("Product").selectOption("Calibration");
    await line(form, 2).getByLabel("Quantity").fill("2");
    await functions.sql("update products set deleted_at = now() where name = 'Calibration'");
    await form.getByRole("button", { name: "Add invoice" }).click();

    const product = line(form, 2).getByLabel("Product");
    await assertMessage(product, "There is no such product");
    await form.getByRole("alert").getByText("Line 2, product: There is no such product").waitFor();
    assert.equal(await line(form, 2).getByLabel("Quantity").inputValue(), "2");

    await line(form, 2).getByLabel("Quantity").fill("3");
    await line(form, 2).getByLabel("Quantity").blur();
    await assertMessage(product, "There is no such product");
    await page.getByLabel("Deutsch").check();
    await assertMessage(product, "Dieses Produkt gibt es nicht");
    await product.selectOption("Objective 40x");
    await assertMessage(product);
    await form.getByRole("button", { name: "Add invoice" }).click();
    await page.getByRole("heading", { name: "Invoice 2026-0003 is stored" }).waitFor();
  });

  await test.test("what the server refused goes with its line", async () => {
    await functions.sql("update products set deleted_at = null");
    const { page, form } = await visit("invoice");
    await fill(form, { number: "2026-0006" });
    await form.getByRole("button", { name: "Add a line" }).click();
    await line(form, 2).getByLabel("Product").selectOption("Calibration");
    await line(form, 2).getByLabel("Quantity").fill("1");
    await functions.sql("update products set deleted_at = now() where name = 'Calibration'");
    await form.getByRole("button", { name: "Add invoice" }).click();
    await assertMessage(line(form, 2).getByLabel("Product"), "There is no such product");

    await form.getByRole("button", { name: "Remove line 1" }).click();
    await assertMessage(line(form, 1).getByLabel("Product"), "There is no such product");
    await page.getByLabel("Deutsch").check();
    await assertMessage(line(form, 1).getByLabel("Product"), "Dieses Produkt gibt es nicht");
    await form.getByRole("button", { name: "Add a line" }).click();
    await form.getByRole("button", { name: "Remove line 1" }).click();
    await eventually(async () => assert.equal(await form.getByRole("alert").count(), 0));
    await functions.sql("update products set deleted_at = null");
  });

  await test.test("a number that is taken is told at its field", async () => {
    const { form } = await visit("invoice");
    await fill(form, { number: "2026-0001" });
    await form.getByRole("button", { name: "Add invoice" }).click();
    await assertMessage(form.getByLabel("Invoice number"), "There is an invoice with this number already");
  });

  await test.test("a product's price is offered, and what was typed is left alone", async () => {
    const { form } = await visit("invoice");
    const price = form.getByLabel("Unit price");
    for (const [product, offer] of [["Objective 40x", "349.00"], ["Calibration", "120.00"]]) {
      await form.getByLabel("Product").selectOption(String(product));
      assert.equal(await price.inputValue(), offer);
    }
    await price.fill("99");
    await form.getByLabel("Product").selectOption("Objective 40x");
    assert.equal(await price.inputValue(), "99");
  });

  await test.test("the page adds up as PostgreSQL does", async () => {
    const { page, form } = await visit("invoice");
    await fill(form, { number: "2026-0004" });
    const lines = [
      ["0.5", "0.01", "0"],
      ["3", "349.00", "12.5"],
      ["999999.999", "9999999999.99", "0.01"],
      ["1.001", "9.99", "33.33"],
    ];
    for (const [index, [quantity = "", price = "", discount = ""]] of lines.entries()) {
      if (index > 0) await form.getByRole("button", { name: "Add a line" }).click();
      await line(form, index + 1).getByLabel("Product").selectOption("Objective 40x");
      await line(form, index + 1).getByLabel("Quantity").fill(quantity);
      await line(form, index + 1).getByLabel("Unit price").fill(price);
      await line(form, index + 1).getByLabel("Discount").fill(discount);
    }
    const total = await form.getByRole("status", { name: "Total before taxes" }).innerText();
    await form.getByRole("button", { name: "Add invoice" }).click();
    await page.getByRole("heading", { name: "Invoice 2026-0004 is stored" }).waitFor();
    assert.equal(await page.getByRole("row", { name: "Total before taxes" }).locator("td").last().innerText(), total);
    const [{ sum } = {}] = await functions.sql("select sum(total)::text from invoice_lines group by invoice_id order by sum(total) desc limit 1");
    assert.equal(total.replaceAll(/[^\d.]/g, ""), sum);
  });

  await test.test("who is impatient sends it once", async () => {
    const { page, form } = await visit("invoice");
    let requests = 0;
    let go = () => {};
    const clicked = new Promise((resolve) => (go = () => resolve(undefined)));
    await page.route("**/create-invoice", async (route) => {
      requests += 1;
      await clicked;
      await route.continue();
    });
    await fill(form, { number: "2026-0005" });
    await form.getByRole("button", { name: "Add invoice" }).dblclick();
    await form.getByRole("button", { name: "Sending" }).click({ force: true });
    go();
    await page.getByRole("heading", { name: "Invoice 2026-0005 is stored" }).waitFor();
    await eventually(async () => assert.ok(await form.getByRole("button", { name: "Add invoice" }).isVisible()));
    assert.equal(requests, 1);
  });

  /** @param {string} number */
  function linesOf(number) {
    return functions.sql(
      `select description, quantity::text, total::text from invoice_lines join invoices on id = invoice_id where number = '${number}' order by position`,
    );
  }
});

/**
 * Fills in an invoice of one line that nothing is wrong with.
 *
 * @param {Locator} form
 * @param {{ number: string }} values
 */
async function fill(form, { number }) {
  await form.getByLabel("Invoice number").fill(number);
  await form.getByLabel("Organization").selectOption("Northwind Instruments");
  await line(form, 1).getByLabel("Product").selectOption("Objective 40x");
  await line(form, 1).getByLabel("Quantity").fill("1");
}

/**
 * @param {Locator} form
 * @param {number} number from 1
 */
function line(form, number) {
  return form.getByRole("group", { name: `Line ${number}` });
}
