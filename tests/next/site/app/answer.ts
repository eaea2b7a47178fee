import { CreateContact, errorResponse } from "@portcullis/contracts";

import { installed } from "../installed.mjs";

const headers = { "access-control-allow-origin": "*" };

/** What both routes answer: the one runs in Node.js, the other in the edge runtime. */
export async function POST(request: Request): Promise<Response> {
  const { success, data, error } = await CreateContact.fromRequest(request);
  return success ? Response.json(data, { status: 201, headers }) : errorResponse(error, { headers });
}

/** What the package does here. */
export async function GET(): Promise<Response> {
  return Response.json(await installed());
}
