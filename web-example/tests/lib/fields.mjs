/**
 * What a screen reader is told of a field.
 */
import assert from "node:assert/strict";

/** @import { Locator, Page } from "playwright-core" */

/** React shows what is typed a moment later. In milliseconds. */
const PATIENCE = 10_000;

/**
 * The field must come to have this message, and be marked as invalid; without a message, as valid.
 *
 * @param {Locator} field
 * @param {string} [message]
 */
export async function assertMessage(field, message) {
  await eventually(async () => {
    const told = await field.evaluate((input) => ({
      isInvalid: input.getAttribute("aria-invalid"),
      message: (input.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .filter((id) => id.endsWith("-message"))
        .map((id) => /** @type {HTMLElement} */ (document.getElementById(id)).innerText)
        // On a desk messages of lines begin with the label, for they stand below the whole line.
        .map((text) => text.replace(/^[\w (%)]+: /, ""))
        .join(),
    }));
    assert.deepEqual(told, { isInvalid: String(message !== undefined), message: message ?? "" });
  });
}

/**
 * The name of what has the focus, as it is read out, with its role or element.
 *
 * @param {Page} page
 */
export function focused(page) {
  return page.evaluate(() => {
    const element = /** @type {HTMLInputElement} */ (document.activeElement);
    const label = element.labels?.[0]?.innerText ?? element.innerText;
    return `${element.getAttribute("role") ?? element.localName}: ${label.split("\n")[0]}`;
  });
}

/**
 * Tries until it holds.
 *
 * @param {() => Promise<void>} check
 */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
