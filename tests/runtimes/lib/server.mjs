/**
 * Programs that serve HTTP, while a test asks them.
 */
import { spawn } from "node:child_process";

const START = 60_000;

/**
 * Starts a server and gives its address, as soon as it prints one.
 *
 * @param {import("node:test").TestContext} test the server is stopped when it ends
 * @param {import("./project.mjs").Project} project
 * @param {RegExp} port finds its port in what it prints
 * @param {string} program
 * @param {string[]} options
 * @returns {Promise<string>}
 */
export function serve(test, project, port, program, ...options) {
  const server = spawn(program, options, {
    cwd: project.root,
    env: project.environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  test.after(() => server.kill("SIGKILL"));
  return new Promise((resolve, reject) => {
    let printed = "";
    const fail = (/** @type {unknown} */ why) => reject(new Error(`${program} does not serve: ${why}\n${printed}`));
    const timer = setTimeout(fail, START, "nothing happens");
    const listen = (/** @type {Buffer} */ chunk) => {
      printed += chunk;
      const found = port.exec(printed);
      if (found === null) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${found[1]}`);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("error", fail);
    server.on("exit", fail);
  });
}
