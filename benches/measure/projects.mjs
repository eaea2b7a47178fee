/** Projects in TypeScript that use a hundred payloads, of this library or of Zod, all in the same way. */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { TARGET } from "./bundle.mjs";

/** Where they are. */
export const PROJECTS = join(TARGET, "types");
const PACKAGE = join(TARGET, "package");
const BENCHES = fileURLToPath(new URL("..", import.meta.url));

/** What an application does with each payload, given the types of what it takes and gives. */
const USES = {
  Contact: `
export const draft: Taken = { first_name: "Ada", last_name: "Lovelace", email: "ada@example.com", tags: ["vip"] };

const describe = ({ first_name, email, status, tags }: Given) => [first_name, email, status, ...tags].join();

export function show(value: unknown): string {
  const result = Contact.safeParse(value);
  return result.success ? describe(result.data) : result.error.message;
}
`,
  Invoice: `
const work = { description: "Work", quantity: 1, unit_price: 80, product_id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301" };
export const draft: Taken = { number: "1", organization_id: work.product_id, currency: "EUR", lines: [work] };

const total = ({ lines }: Given) => lines.reduce((sum, { quantity, unit_price }) => sum + quantity * unit_price, 0);

export function show(value: unknown): string {
  const result = Invoice.safeParse(value);
  return result.success ? String(total(result.data)) : result.error.message;
}
`,
};
const NAMES = Object.keys(USES);

/** Where payload and types come from: a package, or a schema beside its use. */
const HEADS = {
  portcullis: (name) => `
import { ${name}, type Input } from "../contracts/index.js";

type Taken = Input<typeof ${name}>;
type Given = ${name};
`,
  zod: (name) => `
${readFileSync(join(BENCHES, `peers/zod/schemas/${name}.mjs`), "utf8")}

type Taken = z.input<typeof ${name}>;
type Given = z.output<typeof ${name}>;
`,
};

/** How often each payload is there, with a number behind its name. */
const COPIES = Array.from({ length: 50 }, (_, copy) => copy);

/** How many payloads that makes. */
export const COUNT = NAMES.length * COPIES.length;

const SETTINGS = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
  },
  include: ["src"],
};

/** Writes all projects, and one that is empty; gives their names. */
export function writeProjects() {
  rmSync(PROJECTS, { recursive: true, force: true });
  write("empty/src/empty.ts", "export {};");
  for (const [contender, head] of Object.entries(HEADS)) {
    for (const name of NAMES) {
      for (const copy of COPIES) write(`${contender}/src/${name}${copy}.ts`, rename(head(name) + USES[name], [name], copy));
    }
  }
  writePackage("portcullis/contracts");
  symlinkSync(join(BENCHES, "node_modules"), join(PROJECTS, "node_modules"), "dir");
  const projects = ["empty", ...Object.keys(HEADS)];
  for (const project of projects) write(`${project}/tsconfig.json`, JSON.stringify(SETTINGS));
  return projects;
}

/** The declarations of a package, as they are printed of so many payloads. */
function writePackage(folder) {
  const read = (path) => readFileSync(join(PACKAGE, path), "utf8");
  const types = readdirSync(join(PACKAGE, "types")).map((file) => file.replace(".d.ts", ""));
  const index = read("index.d.ts").split("\n");
  const files = [...NAMES.map((name) => `payloads/${name}`), ...types.map((name) => `types/${name}`)];
  const exports = index.filter((line) => files.some((file) => line.includes(`"./${file}.`)));
  const others = index.filter((line) => !/"\.\/(payloads|types)\//.test(line));

  for (const copy of COPIES) {
    for (const file of files) write(`${folder}/${file}${copy}.d.ts`, rename(read(`${file}.d.ts`), types, copy));
  }
  const copies = (text) => COPIES.map((copy) => rename(text, types, copy)).join("\n");
  write(`${folder}/inputs.d.ts`, copies(read("inputs.d.ts")));
  write(`${folder}/index.d.ts`, [copies(exports.join("\n")), ...others].join("\n"));
  cpSync(join(PACKAGE, "runtime"), join(PROJECTS, folder, "runtime"), { recursive: true });
}

/** Puts a number behind names. */
function rename(text, names, copy) {
  return text.replaceAll(new RegExp(`\\b(${names.join("|")})\\b`, "g"), `$1${copy}`);
}

function write(path, text) {
  const file = join(PROJECTS, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
