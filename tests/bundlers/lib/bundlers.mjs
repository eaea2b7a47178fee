/**
 * The bundlers, each with the settings of a small application.
 */
import * as bun from "./bun.mjs";
import * as esbuild from "./esbuild.mjs";
import * as rollup from "./rollup.mjs";
import * as vite from "./vite.mjs";
import * as webpack from "./webpack.mjs";

/**
 * Makes one ES module of an application, as for production.
 *
 * @callback Bundle
 * @param {object} application
 * @param {string} application.root its folder
 * @param {string} application.entry its first module
 * @param {string} application.output where the bundle goes; both are relative to the folder
 * @param {"browser" | "node"} application.platform where it is to run
 * @returns {Promise<void>}
 */

/** @type {Record<string, Bundle>} by their names */
export const bundlers = {
  esbuild: esbuild.bundle,
  Bun: bun.bundle,
  Rollup: rollup.bundle,
  Vite: vite.bundle,
  "Vite with terser": vite.bundleByTerser,
  webpack: webpack.bundle,
};
