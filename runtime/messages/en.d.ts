import type { Messages } from "../types.d.ts";
/** @import { Messages } from "../types.d.ts" */
/**
 * The messages in English. They are what errors say anyway: for applications that replace some.
 *
 * @type {Messages}
 */
export declare const en: Messages;
