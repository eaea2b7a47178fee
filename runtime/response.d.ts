/**
 * An HTTP answer that carries an error as JSON, with the status that belongs to its code.
 *
 * Whatever else was caught answers as `internal`, so that nothing internal leaves.
 *
 * @param {unknown} error
 * @param {ResponseInit} [init] Headers to add (CORS, for one), or another status.
 * @returns {Response}
 */
export declare function errorResponse(error: unknown, init?: ResponseInit): Response;
