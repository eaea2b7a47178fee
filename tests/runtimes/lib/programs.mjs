/**
 * The runtimes, as npm has installed them.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const suffix = process.platform === "win32" ? ".exe" : "";

export const deno = () => find("deno", [join("deno", `deno${suffix}`), ...platforms("@deno", `deno${suffix}`)]);

/** What Supabase's Edge Runtime is built from. */
export const deno214 = () =>
  find("deno214", [
    join("deno214", `deno${suffix}`),
    ...platforms(join("deno214", "node_modules", "@deno"), `deno${suffix}`),
  ]);

/** Major versions of Node.js, besides the one that runs the tests: npm has their programs for Linux on x86-64 only. */
export const NODES = [20, 22, 24, 26];

const isLinux = process.platform === "linux" && process.arch === "x64";

/** The options of a test that runs one of them. */
export const withNodes = { skip: !isLinux && "npm has their programs for another machine" };

/** @param {number} major one of them */
export const node = (major) => find(`node${major}`, [join(`node${major}`, "bin", "node")]);

export const bun = () => find("bun", [join("bun", "bin", "bun.exe"), ...platforms("@oven", join("bin", `bun${suffix}`))]);

export const workerd = () =>
  find("workerd", [join("workerd", "bin", "workerd"), ...platforms("@cloudflare", join("bin", `workerd${suffix}`))]);

export const tsc = () => find("typescript", platforms("@typescript", join("lib", `tsc${suffix}`)));

/**
 * Where the packages of single platforms hold a program; npm installs the one that suits.
 *
 * @param {string} scope
 * @param {string} program
 */
function platforms(scope, program) {
  const folder = join(modules, scope);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(scope, name, program)) : [];
}

/**
 * A package's install script may or may not have run: where a small script stands in for the
 * program, the program itself is still in the package of its platform.
 *
 * @param {string} name
 * @param {string[]} candidates
 */
function find(name, candidates) {
  const paths = candidates.map((candidate) => join(modules, candidate));
  const found = paths.find((path) => existsSync(path) && statSync(path).size > 1_000_000);
  if (found === undefined) throw new Error(`${name} is not installed: run npm ci in tests/runtimes`);
  return found;
}
