import { projectDatabase } from "../_shared/postgres.ts";
import { createInvoice } from "./handler.ts";

Deno.serve(createInvoice(projectDatabase()));
