/**
 * The functions of deno-example, in Deno, on a database that a test can ask.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { DENO, EXAMPLE } from "../../deno.mjs";

const SERVER = fileURLToPath(new URL("../database.ts", import.meta.url));
const PERMISSIONS = ["--allow-net=127.0.0.1", "--allow-read", "--allow-env"];

export class Functions {
  /** @type {import("node:child_process").ChildProcess} */ #server;
  /** @type {AsyncIterator<string>} */ #lines;
  /** Where they listen. */
  url = "";

  /** @param {number} port */
  constructor(port) {
    const options = ["run", "--no-prompt", "--quiet", `--config=${EXAMPLE}/deno.json`, ...PERMISSIONS, SERVER, `${port}`];
    this.#server = spawn(DENO, options, { cwd: EXAMPLE, stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: /** @type {any} */ (this.#server.stdout) })[Symbol.asyncIterator]();
  }

  /** @param {number} [port] one that is free, unless it is said */
  static async start(port = 0) {
    const functions = new Functions(port);
    functions.url = await functions.#line();
    return functions;
  }

  /**
   * Asks the database.
   *
   * @param {string} sql on one line
   * @returns {Promise<Record<string, unknown>[]>}
   */
  async sql(sql) {
    this.#server.stdin?.write(`${sql}\n`);
    return JSON.parse(await this.#line());
  }

  /** Ends the server, if it still runs. */
  async stop() {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
    const exit = new Promise((resolve) => this.#server.once("exit", resolve));
    this.#server.kill("SIGKILL");
    await exit;
  }

  async #line() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the functions have ended");
    return value;
  }
}
