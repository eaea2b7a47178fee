/** openapi-typescript: what it makes of the JSON Schemas is what the package's own types are. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import * as payloads from "@portcullis/contracts/json-schema";
import openapiTS, { astToString } from "openapi-typescript";

type Target = NonNullable<NonNullable<Parameters<typeof payloads.Contact.jsonSchema>[0]>["target"]>;
type Side = "input" | "output";

const names = Object.keys(payloads) as (keyof typeof payloads)[];

/** The schemas of all payloads; what each brings along stands beside them. */
function document(openapi: string, target: Target, side: Side): string {
  const schemas: Record<string, unknown> = {};
  for (const name of names) {
    const { $schema: _, $defs, definitions, ...schema } = payloads[name].jsonSchema({ side, target });
    Object.assign(schemas, $defs, definitions, { [name]: schema });
  }
  return JSON.stringify({ openapi, info: { title: "CRM", version: "1" }, paths: {}, components: { schemas } })
    .replaceAll(/"#\/(\$defs|definitions)\//g, '"#/components/schemas/');
}

/** Says that the generated types and those of the package can stand for each other. */
const AGREEMENT = `
import type * as contracts from "@portcullis/contracts";
import type { components as input } from "./input.js";
import type { components as output } from "./output.js";

type Takes = input["schemas"];
type Gives = output["schemas"];
type Same<A, B> = [A, B] extends [B, A] ? true : false;
declare function holds<_Condition extends true>(): void;
${names
  .map(
    (name) => `
holds<Same<Takes["${name}"], contracts.Input<typeof contracts.${name}>>>();
holds<Same<Gives["${name}"], contracts.${name}>>();`,
  )
  .join("")}

// @ts-expect-error a field more
holds<Same<Takes["CreateContact"] & { nickname: string }, contracts.Input<typeof contracts.CreateContact>>>();
// @ts-expect-error what may be missing is there in the value
holds<Same<Takes["CreateContact"], contracts.CreateContact>>();
`;

for (const [openapi, target] of [
  ["3.0.3", "openapi-3.0"],
  ["3.1.0", "draft-2020-12"],
] as const) {
  test(`types generated from OpenAPI ${openapi} are those of the package`, async () => {
    const folder = new URL(`openapi-${openapi}/`, import.meta.url);
    mkdirSync(folder);
    for (const side of ["input", "output"] as const) {
      // Unless told otherwise, it takes for granted what has a default, in inputs too.
      const types = await openapiTS(document(openapi, target, side), { silent: true, defaultNonNullable: false });
      writeFileSync(new URL(`${side}.ts`, folder), astToString(types));
    }
    writeFileSync(new URL("agreement.ts", folder), AGREEMENT);
    assert.equal(await compile(fileURLToPath(new URL("agreement.ts", folder))), "");
  });
}

/** What the compiler has to say against a file. */
function compile(file: string): Promise<string> {
  const tsc = process.env.TSC ?? assert.fail("TSC is not set");
  const options = ["--ignoreConfig", "--strict", "--noEmit", "--module", "nodenext", file];
  return new Promise((resolve) => execFile(tsc, options, (error, stdout) => resolve(error ? stdout || error.message : "")));
}
