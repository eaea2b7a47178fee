/**
 * The messages of a language.
 */

import type { ApplicationCode } from "../codes.d.ts";
import type { BuiltInCode, ErrorDetails, ErrorShape } from "./error.d.ts";
import type { Expected, FormatName, IssueCode, IssueOf, IssueParams } from "./issue.d.ts";

/** What errors say to people in a language: a message for everything that the library says. */
export interface Messages {
  /**
   * Of errors, by code. They take the place of the library's words, not of an application's; for a
   * code that the application has added, of whatever the error says.
   */
  errors: Record<BuiltInCode, ErrorMessage> & Partial<Record<ApplicationCode, ErrorMessage>>;
  /** Of issues, by code; where a code has several, by type, format or origin. */
  issues: { [Code in Exclude<IssueCode, keyof VariedMessages>]: IssueMessage<Code> } & VariedMessages;
}

/** The messages of the codes that have several. */
export interface VariedMessages {
  invalid_type: Record<Expected, IssueMessage<"invalid_type">>;
  invalid_format: Record<FormatName, IssueMessage<"invalid_format">>;
  too_small: Record<IssueParams["too_small"]["origin"], IssueMessage<"too_small">>;
  too_big: Record<IssueParams["too_big"]["origin"], IssueMessage<"too_big">>;
}

/** A message, or what makes it of the error's details, which are empty where there are none. */
export type ErrorMessage = string | ((details: ErrorDetails, error: ErrorShape) => string);

/** A message, or what makes it of the issue's params. */
export type IssueMessage<Code extends IssueCode> =
  | string
  | ((params: IssueParams[Code], issue: IssueOf<Code>) => string);
