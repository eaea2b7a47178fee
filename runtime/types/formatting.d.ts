/**
 * Refusals as forms want them.
 */

/** What `flattenError` gives: messages, or what else is kept of each issue, by field. */
export interface FlattenedError<T = any, M = string> {
  /** Those of the whole input. */
  formErrors: M[];
  /** Those in each field, however deep. */
  fieldErrors: { [Field in FieldOf<T> | IndexOf<T>]?: M[] };
}

/** What `treeifyError` gives: messages, or what else is kept of each issue, in the places where they belong. */
export interface ErrorTree<T = any, M = string> {
  /** Those of the value here. */
  errors: M[];
  /** Those in an object, by field, or in a map, by key. */
  properties?: { [Field in FieldOf<T>]?: ErrorTree<ValueOf<T, Field>, M> };
  /** Those in a list, by index: items with no issues are missing. */
  items?: (ErrorTree<ItemOf<T>, M> | undefined)[];
}

/** The fields of an object, of each alternative of a union. */
type FieldOf<T> = T extends readonly unknown[] ? never : T extends object ? Extract<keyof T, string | number> : never;

/** What a field of an object holds. */
type ValueOf<T, Field> = T extends object ? (Field extends keyof T ? T[Field] : never) : never;

/** The indices of a list. */
type IndexOf<T> = T extends readonly unknown[] ? number : never;

/** What a list holds. */
type ItemOf<T> = T extends readonly unknown[] ? T[number] : never;
