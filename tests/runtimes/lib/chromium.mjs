/**
 * Chromium, from $CHROMIUM or from the path: npm has no package that holds it.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "playwright-core";

/** A page may be slow on a busy machine, but not that slow. */
const TIMEOUT = 120_000;

/**
 * Starts a browser, and gives an empty page of it.
 *
 * @param {import("node:test").TestContext} test the browser is closed when it ends
 * @param {import("playwright-core").BrowserContextOptions & {flags?: string[]}} [options] flags are the program's
 */
export async function openPage(test, { flags = [], ...options } = {}) {
  const browser = await chromium.launch({
    executablePath: executable(),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update", "--disable-sync", ...flags],
    timeout: TIMEOUT,
  });
  test.after(() => browser.close());
  const page = await browser.newPage(options);
  page.setDefaultTimeout(TIMEOUT);
  return page;
}

/**
 * Goes to a page whose program puts its result, and nothing else, into the body.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} address
 * @returns {Promise<string>}
 */
export async function resultOf(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => document.body?.textContent?.trim());
  return (await page.textContent("body")) ?? "";
}

function executable() {
  const folders = process.env.PATH?.split(delimiter) ?? [];
  const found = process.env.CHROMIUM ?? folders.map((folder) => join(folder, "chromium")).find(existsSync);
  if (found === undefined) throw new Error("there is no Chromium: set $CHROMIUM to where it is");
  return found;
}
