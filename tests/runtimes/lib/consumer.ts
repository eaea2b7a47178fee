/**
 * How an application sees the package: only its types matter here.
 */
import {
  Contact,
  CreateContact,
  CreateInvoice,
  CreateOrganization,
  PayloadError,
  UpdateContact,
  contract,
  errorResponse,
} from "@portcullis/contracts";
import type {
  ContactStatus,
  CreateInvoiceLine,
  ErrorCode,
  ErrorShape,
  Input,
  Issue,
  IssueCode,
  IssueOf,
  Json,
  Messages,
  Output,
  Payload,
  PayloadErrorOf,
  RequestOptions,
  SafeResult,
  Verdict,
} from "@portcullis/contracts";
import { flattenError, localize, localizeSchema, parseError, prettifyError, treeifyError } from "@portcullis/contracts/errors";
import { de } from "@portcullis/contracts/messages/de";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function holds<_Condition extends true>(): void;

// A payload is a value and a type of one name.
CreateContact satisfies Payload<CreateContact>;
holds<Equal<typeof CreateContact, Payload<CreateContact, Input<typeof CreateContact>>>>();
holds<Equal<Output<typeof CreateContact>, CreateContact>>();
holds<Equal<CreateContact["status"], ContactStatus>>();
holds<Equal<ContactStatus, "lead" | "qualified" | "customer" | "former_customer" | "do_not_contact">>();
holds<Equal<CreateContact["phone"], string | null>>();
holds<Equal<Contact["deleted_at"], string | null>>();
// @ts-expect-error no such field
holds<Equal<CreateContact["nickname"], string>>();

holds<Equal<ReturnType<typeof CreateContact.parse>, CreateContact>>();
holds<Equal<ReturnType<typeof CreateContact.parseJson>, CreateContact>>();
holds<Equal<ReturnType<typeof CreateContact.safeParse>, SafeResult<CreateContact>>>();
holds<Equal<ReturnType<typeof CreateContact.safeParseJson>, SafeResult<CreateContact>>>();
holds<Equal<ReturnType<typeof CreateContact.checkJson>, Verdict<CreateContact>>>();
holds<Equal<ReturnType<typeof CreateContact.fromRequest>, Promise<SafeResult<CreateContact>>>>();
holds<Equal<ReturnType<typeof errorResponse>, Response>>();
holds<Equal<Json, string | Uint8Array | ArrayBuffer>>();
holds<Equal<RequestOptions, { limit?: number }>>();

// What is sent may lack what has a default or may be null.
const input: Input<typeof CreateContact> = { first_name: "Ada", last_name: "Lovelace", email: "ada@example.com" };
holds<Equal<Input<typeof CreateContact>["tags"], string[] | undefined>>();
holds<Equal<Input<typeof CreateContact>["phone"], string | null | undefined>>();
CreateContact.parse({ ...input, notes: undefined } satisfies Input<typeof CreateContact>);
// @ts-expect-error the email address is missing
({ first_name: "Ada", last_name: "Lovelace" }) satisfies Input<typeof CreateContact>;
// @ts-expect-error no such field
({ ...input, nickname: "Countess" }) satisfies Input<typeof CreateContact>;
// @ts-expect-error no such status
({ ...input, status: "friend" }) satisfies Input<typeof CreateContact>;
// @ts-expect-error what has a default may be missing, but not null
({ ...input, status: null }) satisfies Input<typeof CreateContact>;
// @ts-expect-error what may be missing in the input is there in the value
({ ...input }) satisfies CreateContact;

// That goes for what is inside, too.
type Line = Input<typeof CreateInvoice>["lines"][number];
holds<Equal<Line["discount_percent"], string | undefined>>();
holds<Equal<CreateInvoice["lines"], CreateInvoiceLine[]>>();
holds<Equal<CreateInvoiceLine["discount_percent"], string>>();
({ quantity: "1", unit_price: "80.00" }) satisfies Line;
// @ts-expect-error amounts are text
({ quantity: 1, unit_price: "80.00" }) satisfies Line;

// In a patch everything may be missing, in the value as well; only some may be null.
({}) satisfies UpdateContact satisfies Input<typeof UpdateContact>;
holds<Equal<UpdateContact["notes"], string | null | undefined>>();
// @ts-expect-error there must be a name
({ first_name: null }) satisfies Input<typeof UpdateContact>;

contract.identity satisfies string;
// @ts-expect-error it is what it is
contract.identity = "";
// @ts-expect-error a name is no payload
type _None = Input<"CreateContact">;

// One look at `success`, or at `error`, tells which of the two it is.
export function narrows(json: string): CreateContact {
  const result = CreateContact.safeParseJson(json);
  // @ts-expect-error there may be none
  result.data.email;
  if (!result.success) {
    holds<Equal<typeof result.error, PayloadErrorOf<CreateContact>>>();
    throw result.error;
  }
  holds<Equal<typeof result.data, CreateContact>>();
  holds<Equal<typeof result.error, undefined>>();
  return result.data;
}

export function narrowsByError(form: FormData, cells: Record<string, string | null>): string {
  const { data, error } = CreateContact.fromForm(form);
  if (error) {
    holds<Equal<typeof data, undefined>>();
    return error.message;
  }
  holds<Equal<typeof data, CreateContact>>();
  holds<Equal<ReturnType<typeof CreateContact.fromQuery>, SafeResult<CreateContact>>>();
  holds<Equal<ReturnType<typeof CreateContact.fromCells>, SafeResult<CreateContact>>>();
  CreateContact.fromQuery("first_name=Ada");
  CreateContact.fromQuery(new URLSearchParams());
  CreateContact.fromCells({ ...cells, tags: undefined });
  CreateContact.fromCells({ ...cells, has_newsletter: true });
  // @ts-expect-error a cell is no list
  CreateContact.fromCells({ tags: ["vip"] });
  // @ts-expect-error a form is no query
  CreateContact.fromQuery(form);
  return data.email;
}

// A verdict has no value.
export function judges(json: Uint8Array): PayloadErrorOf<CreateContact> | undefined {
  const { success, data, error } = CreateContact.checkJson(json);
  holds<Equal<typeof data, undefined>>();
  holds<Equal<typeof success, boolean>>();
  return error;
}

export async function handle(request: Request): Promise<Response> {
  const { data, error } = await CreateContact.fromRequest(request, { limit: 10_000 });
  if (error) return errorResponse(error, { headers: { "access-control-allow-origin": "*" } });
  return Response.json({ email: data.email }, { status: 201 });
}

// A code tells the type of the params.
export function describe(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      holds<Equal<typeof issue, IssueOf<"too_small">>>();
      return `${issue.params.minimum} or more`;
    case "invalid_value":
      return issue.params.values.join(" or ");
    case "required":
      // @ts-expect-error there are none
      return issue.params.minimum;
    // @ts-expect-error no such code
    case "invalid_string":
      return "";
    default:
      return issue.message;
  }
}

export function byField(error: PayloadError): Map<string, string> {
  return new Map((error.details?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

// An error is that of any payload, but not of another one.
declare const ofContact: PayloadErrorOf<CreateContact>;
ofContact satisfies PayloadError;
// @ts-expect-error a contact has no lines
ofContact satisfies PayloadErrorOf<CreateInvoice>;

// The error of a payload knows its fields; one of which nothing is known may have any.
export function showInForm(json: string, caught: PayloadError, received: ErrorShape): unknown {
  const { error } = CreateContact.safeParseJson(json);
  if (!error) return;
  const { fieldErrors, formErrors } = flattenError(error);
  holds<Equal<typeof formErrors, string[]>>();
  holds<Equal<typeof fieldErrors.email, string[] | undefined>>();
  // @ts-expect-error no such field
  fieldErrors.nickname;
  const counts = flattenError(error, ({ path }) => path.length).fieldErrors.tags;
  holds<Equal<typeof counts, number[] | undefined>>();
  const other = [flattenError(caught), flattenError(received)].map(({ fieldErrors }) => fieldErrors["whatever"]);
  holds<Equal<typeof other, (string[] | undefined)[]>>();
  const told = flattenError<CreateContact>(received).fieldErrors;
  // @ts-expect-error no such field
  told.nickname;
  return [prettifyError(error), prettifyError(received)];
}

export function showInTree(value: unknown): (string[] | undefined)[] {
  const { error } = CreateInvoice.safeParse(value);
  if (!error) return [];
  const { lines } = treeifyError(error).properties ?? {};
  // @ts-expect-error a list has no fields
  lines?.properties?.quantity;
  // @ts-expect-error the lines have no such field
  lines?.items?.[0]?.properties?.nickname;
  const organization = CreateOrganization.safeParse(value);
  if (organization.success) return [];
  // An address may be null; its fields are known nonetheless.
  const { address } = treeifyError(organization.error).properties ?? {};
  const codes = treeifyError(error, ({ code }) => code).errors;
  holds<Equal<typeof codes, IssueCode[]>>();
  return [lines?.items?.[0]?.properties?.quantity?.errors, address?.properties?.city?.errors];
}

// What a client got has the codes of this application, and the fields of what it sent.
export async function submit(contact: CreateContact): Promise<string> {
  const response = await fetch("/contacts", { method: "POST", body: JSON.stringify(contact) });
  if (response.ok) return "";
  const error = await parseError<CreateContact>(response);
  holds<Equal<typeof error, PayloadErrorOf<CreateContact>>>();
  const { fieldErrors } = flattenError(error);
  // @ts-expect-error no such field
  fieldErrors.nickname;
  switch (error.code) {
    case "email_taken":
      return "Somebody has it";
    // @ts-expect-error no such code
    case "teapot":
      return "";
    default:
      return fieldErrors.email?.[0] ?? error.message;
  }
}

// An application's own messages, in its own codes too. None can be missing, and none is for nothing.
export const messages: Messages = {
  errors: { ...de.errors, email_taken: "Diese E-Mail-Adresse ist vergeben" },
  issues: {
    ...de.issues,
    required: (_, { path }) => `Bitte ${path.at(-1)} angeben`,
    too_small: { ...de.issues.too_small, array: ({ minimum, exact }) => `Es fehlt etwas: ${exact ?? false} ${minimum}` },
  },
};
const { required: _required, ...lacking } = de.issues;
// @ts-expect-error a code has no message
({ ...de, issues: lacking }) satisfies Messages;
const { email: _email, ...lackingFormat } = de.issues.invalid_format;
// @ts-expect-error a format has no message
({ ...de, issues: { ...de.issues, invalid_format: lackingFormat } }) satisfies Messages;
// @ts-expect-error there is no such code
({ errors: { ...de.errors, teapot: "Ich bin eine Teekanne" }, issues: de.issues }) satisfies Messages;
// @ts-expect-error there is no such param
({ ...de.issues, required: ({ minimum }) => `${minimum}` }) satisfies Messages["issues"];

export function inGerman(json: string): string[] {
  const { error } = CreateContact.safeParseJson(json);
  if (!error) return [];
  const german = localize(error, de);
  holds<Equal<typeof german, PayloadErrorOf<CreateContact>>>();
  return flattenError(german).fieldErrors.email ?? [];
}

// A payload that speaks another language takes and gives the same.
const { validate, types } = localizeSchema(CreateContact, de)["~standard"];
holds<Equal<typeof types, { readonly input: Input<typeof CreateContact>; readonly output: CreateContact } | undefined>>();
holds<Equal<Extract<ReturnType<typeof validate>, { value: unknown }>["value"], CreateContact>>();
// @ts-expect-error a table of half the messages
localizeSchema(CreateContact, { errors: de.errors });

const conflict = new PayloadError({ code: "conflict", message: "Taken", details: { field: "email" } });
holds<Equal<typeof conflict.code, ErrorCode>>();
holds<Equal<ReturnType<typeof conflict.toJSON>, ErrorShape>>();
conflict satisfies Error & ErrorShape;
conflict.status satisfies number;
// @ts-expect-error no such code
new PayloadError({ code: "teapot", message: "" });
// @ts-expect-error an error says something
new PayloadError({ code: "conflict" });
new PayloadError({ code: "email_taken", message: "Taken" }, { cause: conflict });
holds<Equal<ReturnType<typeof PayloadError.statusOf>, number | undefined>>();
// @ts-expect-error neither text nor bytes
CreateContact.parseJson({ first_name: "Ada" });

// Methods need no `this`.
export const parsed: CreateContact[] = [{}, {}].map(CreateContact.parse);
