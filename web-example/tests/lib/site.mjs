/**
 * The page as it is built and served, in Chromium, over the functions.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";
import { build, preview } from "vite";

import { Functions } from "./functions.mjs";

/** @import { TestContext } from "node:test" */
/** @import { BrowserContextOptions, Page } from "playwright-core" */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where screenshots go; git does not look there. */
const SHOTS = join(ROOT, "screenshots");

/** Nothing takes that long, even on a busy machine. In milliseconds. */
const TIMEOUT = 60_000;

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** From $CHROMIUM or from the path: npm has no package that holds it. */
const CHROMIUM = process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();

const BROWSER = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Builds the page, and serves and shows it until the test ends.
 *
 * @param {TestContext} test
 */
export async function open(test) {
  const outDir = mkdtempSync(join(tmpdir(), "portcullis-web-"));
  test.after(() => rmSync(outDir, { recursive: true, force: true }));
  const functions = await Functions.start();
  test.after(() => functions.stop());

  process.env.FUNCTIONS_URL = functions.url;
  const options = { root: ROOT, logLevel: /** @type {const} */ ("error"), build: { outDir, emptyOutDir: true } };
  await build(options);
  const server = await preview({ ...options, preview: { host: "127.0.0.1", port: 0 } });
  test.after(() => server.close());
  const url = server.resolvedUrls?.local[0] ?? assert.fail("the page is not served");

  const browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER });
  test.after(() => browser.close());

  return {
    functions,

    /**
     * Shows the page to somebody who has not seen it before. What goes wrong on it unseen fails the test.
     *
     * @param {"invoice" | "contact"} name of the form
     * @param {BrowserContextOptions} [options]
     */
    async visit(name, options = {}) {
      const context = await browser.newContext({ viewport: DESK, locale: "en-GB", reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(TIMEOUT);
      page.on("pageerror", (error) => assert.fail(error));
      await page.goto(`${url}#${name}`);
      const form = page.getByRole("form", { name: `New ${name}` });
      await form.getByText("Northwind Instruments").waitFor({ state: "attached" });
      return { page, form };
    },
  };
}

/**
 * Keeps a picture of the whole page, to be looked at.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function shoot(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
