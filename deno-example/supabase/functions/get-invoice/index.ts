import { projectDatabase } from "../_shared/postgres.ts";
import { getInvoice } from "./handler.ts";

Deno.serve(getInvoice(projectDatabase()));
