import { dirname } from "node:path";

import type { NextConfig } from "next";

// The test puts this application into a folder of its own, and Next.js is installed in the one above.
const root = dirname(import.meta.dirname);

export default { turbopack: { root }, outputFileTracingRoot: root } satisfies NextConfig;
