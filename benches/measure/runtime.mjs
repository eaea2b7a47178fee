/** The runtime that this is running on. */

import { versions } from "node:process";

export const runtime = globalThis.Deno ? `Deno ${Deno.version.deno}` : `Node.js ${versions.node}`;
