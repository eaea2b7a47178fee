import type { PayloadErrorOf } from "../types.d.ts";
/** @import { ErrorCode, PayloadErrorOf } from "../types.d.ts" */
/** @import { PlainCode } from "./plain.js" */
/** @import { Shape } from "./shape.js" */
/**
 * The error that a client got, whatever it looks like, as a `PayloadError`:
 *
 * - a `Response`: the error that it carries; its body is read for that
 * - what supabase-js has as `error` of `functions.invoke`: the error that the function answered
 * - what it has as `error` of a query (`PostgrestError`): what its code tells
 * - an error as JSON (`ErrorShape`), and a `PayloadError`, which is given back itself
 * - what `fetch` throws where no answer came: `unavailable`
 * - anything else: `internal`
 *
 * The message is the one that was answered in our shape, else one made from the code: no words of a
 * proxy or a database are shown to people. Whatever was given is the error's `cause`. The code is
 * always one that this application has: one that it does not know becomes that of the HTTP status,
 * or `internal`.
 *
 * @template [T=any] the value that was sent, whose fields `flattenError` then knows
 * @param {unknown} failure
 * @returns {Promise<PayloadErrorOf<T>>}
 */
export declare function parseError<T = any>(failure: unknown): Promise<PayloadErrorOf<T>>;
