/** The refusals that only the application can make; they look like those of the payloads. */

import { errorResponse, PayloadError } from "./contracts/index.js";

/** Refuses with the status that belongs to the code. */
export function refuse(code: PayloadError["code"], message: string): Response {
  return errorResponse(new PayloadError({ code, message }));
}

/** Refuses the input at `path`, as its payload would have done. */
export function refuseInput(path: string[], message: string): Response {
  return errorResponse(
    new PayloadError({
      code: "validation_failed",
      message: "The input has 1 issue",
      details: { issues: [{ path, code: "custom", message, params: {} }] },
    }),
  );
}
