// @ts-self-types="./index.d.ts"
/**
 * What code that receives errors does with them: `…/errors` of a package, loaded only where it is imported.
 */
export { flattenError, prettifyError, treeifyError } from "./formatting.js";
export { localize, localizeSchema } from "./localize.js";
export { parseError } from "./parse.js";
