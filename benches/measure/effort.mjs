/** How much is measured: everything, or with `--quick` just enough to see that it runs. */

import { argv } from "node:process";

export const quick = argv.includes("--quick");

export const ROUNDS = quick ? { rounds: 5, milliseconds: 1 } : { rounds: 101, milliseconds: 2 };
