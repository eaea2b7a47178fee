/**
 * The package as Standard Schema and Standard JSON Schema, by their own types, and as forms see it.
 */
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";

import { CreateContact } from "@portcullis/contracts";
import type { FormControl, Input } from "@portcullis/contracts";
import { CreateContact as fields } from "@portcullis/contracts/form-fields";
import { CreateContact as Described } from "@portcullis/contracts/json-schema";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function holds<_Condition extends true>(): void;

type Taken = Input<typeof CreateContact>;

CreateContact satisfies StandardSchemaV1<Taken, CreateContact>;
holds<Equal<StandardSchemaV1.InferInput<typeof CreateContact>, Taken>>();
holds<Equal<StandardSchemaV1.InferOutput<typeof CreateContact>, CreateContact>>();

Described satisfies StandardSchemaV1<Taken, CreateContact> & StandardJSONSchemaV1<Taken, CreateContact>;
holds<Equal<StandardJSONSchemaV1.InferInput<typeof Described>, Taken>>();
holds<Equal<Described, CreateContact>>();
Described.parse({}) satisfies CreateContact;
Described.jsonSchema({ side: "output", target: "draft-07" }) satisfies Record<string, unknown>;
// @ts-expect-error no such dialect
Described.jsonSchema({ target: "draft-04" });

// The answer is there at once.
const result = CreateContact["~standard"].validate({});
if (result.issues) result.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
else result.value.email satisfies string;

holds<Equal<(typeof fields)[number]["name"], keyof Taken & string>>();
fields.map(({ label, type, maxLength }) => ({ label, type, maxLength })) satisfies Partial<FormControl>[];
holds<Equal<(typeof fields)[number]["required"], boolean>>();
// @ts-expect-error no such type of field
fields.filter(({ type }) => type === "textarea");
// @ts-expect-error no such field
fields.filter(({ name }) => name === "nickname");
// @ts-expect-error the fields are there to be read
fields[0].label = "";
