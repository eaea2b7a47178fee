import type { ErrorShape, ErrorTree, FlattenedError, Issue, PayloadErrorOf } from "../types.d.ts";
/** @import { ErrorShape, ErrorTree, FlattenedError, Issue, PayloadErrorOf } from "../types.d.ts" */
/**
 * The issues of an error by the field that they are in, for forms whose fields are all at the top;
 * those of the whole input are in `formErrors`. The same as Zod 4's function of this name.
 *
 * An error without issues, such as `unauthorized`, counts as one issue of the whole input, so that
 * a form shows it too.
 *
 * @template [T=any] the value that was refused; known where the error is that of `safeParse`
 * @template [M=string]
 * @param {PayloadErrorOf<T> | ErrorShape} error
 * @param {(issue: Issue) => M} [mapper] What is kept of an issue: its message, unless told otherwise.
 * @returns {FlattenedError<T, M>}
 */
export declare function flattenError<T = any, M = string>(error: PayloadErrorOf<T> | ErrorShape, mapper?: (issue: Issue) => M): FlattenedError<T, M>;
/**
 * The issues of an error in a tree that is built as the input is: `properties` of objects, `items`
 * of lists. The same as Zod 4's function of this name.
 *
 * What is wrong with the nearest alternative of a union, or with a key of a map, is in the place of
 * the issue that says so. An error without issues is one of the whole input, as in `flattenError`.
 *
 * @template [T=any] the value that was refused; known where the error is that of `safeParse`
 * @template [M=string]
 * @param {PayloadErrorOf<T> | ErrorShape} error
 * @param {(issue: Issue) => M} [mapper] What is kept of an issue: its message, unless told otherwise.
 * @returns {ErrorTree<T, M>}
 */
export declare function treeifyError<T = any, M = string>(error: PayloadErrorOf<T> | ErrorShape, mapper?: (issue: Issue) => M): ErrorTree<T, M>;
/**
 * The issues of an error as text, for a terminal or a log. The same as Zod 4's function of this name.
 *
 * @param {ErrorShape} error
 * @returns {string}
 */
export declare function prettifyError(error: ErrorShape): string;
