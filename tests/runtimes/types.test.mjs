import { test } from "node:test";

import { name } from "./lib/package.mjs";
import { deno, deno214, tsc } from "./lib/programs.mjs";
import { Project } from "./lib/project.mjs";

/** @type {[string, object][]} */
const SETTINGS = [
  ["as Node.js resolves", { module: "nodenext" }],
  ["as bundlers resolve", { module: "esnext", moduleResolution: "bundler" }],
  ["with exact optional properties", { module: "nodenext", exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }],
];

for (const [how, settings] of SETTINGS) {
  test(`TypeScript, strictly, ${how}`, async (test) => {
    const project = new Project(test);
    project.install();
    project.copy("consumer.ts");
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      ...settings,
    };
    project.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    await project.run(tsc(), "--project", ".");
  });
}

test("Standard Schema's own types, and those of the other modules", async (test) => {
  const project = new Project(test);
  project.install();
  project.take("@standard-schema/spec");
  project.copy("standard.ts");
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", module: "nodenext", types: [] };
  project.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["standard.ts"] }));
  await project.run(tsc(), "--project", ".");
});

for (const [runtime, program] of /** @type {[string, () => string][]} */ ([
  ["Deno", deno],
  ["Deno 2.1.4", deno214],
])) {
  test(`${runtime} finds the types, by name`, async (test) => {
    const project = new Project(test);
    project.install();
    project.copy("consumer.ts");
    await project.run(program(), "check", "--node-modules-dir=manual", "consumer.ts");
  });

  test(`${runtime} finds the types, by path`, async (test) => {
    const project = new Project(test);
    project.place("_shared/contracts");
    const path = "../_shared/contracts";
    project.copy("consumer.ts", "function/index.ts", (text) =>
      text
        .replaceAll(`"${name}"`, `"${path}/index.js"`)
        .replaceAll(`"${name}/errors"`, `"${path}/runtime/errors/index.js"`)
        .replaceAll(`"${name}/messages/de"`, `"${path}/runtime/messages/de.js"`),
    );
    await project.run(program(), "check", "function/index.ts");
  });
}
