import type { ErrorShape, Messages, Payload, PayloadErrorOf, StandardSchema } from "../types.d.ts";
/** @import { ErrorShape, Issue, Messages, Payload, PayloadErrorOf, StandardSchema, VariedMessages } from "../types.d.ts" */
/**
 * The same error in other words: the messages of its issues come from the table, and its own does
 * where the library wrote it. What the application said in words of its own stays, in errors and in
 * issues (`custom`), and so does what the table does not know because the server is newer.
 *
 * The error that was given is the new one's `cause`.
 *
 * @template [T=any] the value that was refused
 * @param {PayloadErrorOf<T> | ErrorShape} error
 * @param {Messages} messages those of a language, such as `…/messages/de`, or of the application
 * @returns {PayloadErrorOf<T>}
 */
export declare function localize<T = any>(error: PayloadErrorOf<T> | ErrorShape, messages: Messages): PayloadErrorOf<T>;
/**
 * A payload as a Standard Schema in other words: for libraries that show the messages of issues as they come.
 *
 * @template T
 * @template I
 * @param {Payload<T, I>} payload
 * @param {Messages} messages
 * @returns {{ readonly "~standard": StandardSchema<T, I> }}
 */
export declare function localizeSchema<T, I>(payload: Payload<T, I>, messages: Messages): {
    readonly "~standard": StandardSchema<T, I>;
};
