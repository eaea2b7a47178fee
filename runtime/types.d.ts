/**
 * The public types of every built package.
 */

export type * from "./types/error.d.ts";
export type * from "./types/form-fields.d.ts";
export type * from "./types/formatting.d.ts";
export type * from "./types/issue.d.ts";
export type * from "./types/messages.d.ts";
export type * from "./types/payload.d.ts";
export type * from "./types/standard.d.ts";
