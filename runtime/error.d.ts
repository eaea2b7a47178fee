import type { ErrorCode, ErrorDetails, ErrorShape } from "./types.d.ts";
/**
 * A refusal: what `safeParse` and its siblings return, and `parse` and its siblings throw.
 *
 * An application makes its own for the other codes:
 * `new PayloadError({ code: "not_found", message: "There is no such contact" })`.
 *
 * @implements {ErrorShape}
 */
export declare class PayloadError extends Error implements ErrorShape {
    /**
     * What went wrong, for programs.
     *
     * @type {ErrorCode}
     */
    code: ErrorCode;
    /**
     * More, where there is more to say.
     *
     * @type {ErrorDetails | null}
     */
    details: ErrorDetails | null;
    /**
     * @param {{code: ErrorCode, message: string, details?: ErrorDetails | null}} shape
     * @param {{cause?: unknown}} [options] A `cause` stays here: it never leaves as JSON.
     */
    constructor(shape: {
        code: ErrorCode;
        message: string;
        details?: ErrorDetails | null;
    }, options?: {
        cause?: unknown;
    });
    /**
     * The HTTP status that belongs to the code.
     *
     * @returns {number}
     */
    get status(): number;
    /**
     * The HTTP status that belongs to a code; undefined for what is no code of this application's.
     *
     * @param {string} code
     * @returns {number | undefined}
     */
    static statusOf(code: string): number | undefined;
    /**
     * The error as it crosses a boundary; what `JSON.stringify` takes.
     *
     * @returns {ErrorShape}
     */
    toJSON(): ErrorShape;
}
