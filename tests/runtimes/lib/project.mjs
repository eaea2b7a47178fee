/**
 * A project that uses the package under test, in a temporary folder.
 */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { folder } from "./package.mjs";

/** Programs may be slow on a busy machine, but not that slow. */
const TIMEOUT = 300_000;

/**
 * A folder in which npm has installed the package: the same for all tests of a file, for it takes a while.
 *
 * @type {string | undefined}
 */
let installation;

/** Packs the package and installs that; the archive stays beside it. */
function pack() {
  const cwd = mkdtempSync(join(tmpdir(), "portcullis-packed-"));
  process.on("exit", () => rmSync(cwd, { recursive: true, force: true }));
  const npm = (/** @type {string[]} */ ...command) =>
    execFileSync("npm", command, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  writeFileSync(join(cwd, "package.json"), '{ "private": true, "type": "module" }');
  const [{ filename }] = JSON.parse(npm("pack", folder, "--json", "--ignore-scripts"));
  npm("install", `./${filename}`, "--offline", "--no-audit", "--no-fund");
  return cwd;
}

export class Project {
  /**
   * @param {Pick<import("node:test").TestContext, "after">} test the folder goes when it ends
   * @param {string} [where] the folder that it lies in
   */
  constructor(test, where = tmpdir()) {
    this.root = mkdtempSync(join(where, "portcullis-runtimes-"));
    test.after(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  write(path, text) {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /**
   * Copies a module of this folder, to beside what imports it.
   *
   * @param {string} name
   * @param {string} [path]
   * @param {(text: string) => string} [change]
   */
  copy(name, path = name, change = (text) => text) {
    this.write(path, change(readFileSync(new URL(name, import.meta.url), "utf8")));
  }

  /**
   * Puts the package into a folder, to be imported by relative path.
   *
   * @param {string} path
   */
  place(path) {
    cpSync(folder, join(this.root, path), { recursive: true });
  }

  /**
   * Copies a folder's files into this one.
   *
   * @param {string} from
   */
  fill(from) {
    cpSync(from, this.root, { recursive: true });
  }

  /** Installs the package as npm packs it, to be imported by name. */
  install() {
    this.fill((installation ??= pack()));
  }

  /**
   * Takes over a package that is installed here.
   *
   * @param {string} name
   */
  take(name) {
    const path = `node_modules/${name}`;
    cpSync(new URL(`../${path}`, import.meta.url), join(this.root, path), { recursive: true });
  }

  /** What a program needs to leave nothing outside of the folder. */
  get environment() {
    return {
      ...process.env,
      NO_COLOR: "1",
      DENO_DIR: join(this.root, ".deno"),
      DENO_NO_UPDATE_CHECK: "1",
      DO_NOT_TRACK: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      WRANGLER_SEND_METRICS: "false",
      XDG_CONFIG_HOME: join(this.root, ".config"),
    };
  }

  /**
   * Runs a program and gives what it printed.
   *
   * @param {string} program
   * @param {string[]} options
   */
  async run(program, ...options) {
    const settings = { cwd: this.root, env: this.environment, timeout: TIMEOUT };
    try {
      return (await promisify(execFile)(program, options, settings)).stdout;
    } catch (/** @type {any} */ error) {
      throw new Error(`${error.message}\n${error.stdout}`);
    }
  }
}
