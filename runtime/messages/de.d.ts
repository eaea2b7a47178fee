import type { Messages } from "../types.d.ts";
/** @import { Messages } from "../types.d.ts" */
/**
 * The messages in German.
 *
 * @type {Messages}
 */
export declare const de: Messages;
