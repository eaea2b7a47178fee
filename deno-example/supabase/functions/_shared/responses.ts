/** The refusals that only the application can make; they look like those of the payloads. */

import { errorResponse, PayloadError } from "./contracts/index.js";

/** Refuses with the status that belongs to the code. */
export function refuse(code: PayloadError["code"], message: string): Response {
  return errorResponse(new PayloadError({ code, message }));
}

/** What is wrong with one place of the input. */
export interface Issue {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Refuses the input as its payload would have done, with these issues. */
export function refuseInput(issues: Issue[]): Response {
  return errorResponse(
    new PayloadError({
      code: "validation_failed",
      message: `The input has ${issues.length} ${issues.length === 1 ? "issue" : "issues"}`,
      details: { issues: issues.map(({ path, message }) => ({ path, code: "custom", message, params: {} })) },
    }),
  );
}
