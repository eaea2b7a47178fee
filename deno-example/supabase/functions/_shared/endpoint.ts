/** What all functions have in common: preflight, other methods, failures, and CORS on all of it. */

import { isUnstorableText } from "./database.ts";
import { refuse, refuseInput } from "./responses.ts";

export type Handler = (request: Request) => Promise<Response>;

/**
 * A function that answers one method. Whatever comes of it, a page of any origin may read it.
 */
export function endpoint(method: "GET" | "PATCH" | "POST", answer: Handler): Handler {
  async function respond(request: Request): Promise<Response> {
    if (request.method === "OPTIONS") return new Response(null, { status: 204 });
    if (request.method !== method) return methodNotAllowed(method);
    try {
      return await answer(request);
    } catch (error) {
      if (isUnstorableText(error)) {
        return refuseInput([{ path: [], message: "Text must not contain the character U+0000" }]);
      }
      // The reason is for the log: the caller can do nothing with it, or too much.
      console.error(`${request.method} ${new URL(request.url).pathname}:`, error);
      return refuse("internal", "Something went wrong on our side");
    }
  }

  return async (request) => withCors(await respond(request), method);
}

/** A code of this application's own, in the shape of all others. */
function methodNotAllowed(method: string): Response {
  const message = `This function answers ${method} only`;
  return Response.json(
    { code: "method_not_allowed", message, details: null },
    { status: 405, headers: { allow: `${method}, OPTIONS` } },
  );
}

function withCors(response: Response, method: string): Response {
  const { headers } = response;
  headers.set("access-control-allow-origin", "*");
  headers.set("access-control-allow-methods", `${method}, OPTIONS`);
  headers.set("access-control-allow-headers", "authorization, x-client-info, apikey, content-type");
  headers.set("access-control-max-age", "86400");
  return response;
}
