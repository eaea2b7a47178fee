import { projectDatabase } from "../_shared/postgres.ts";
import { createOrganization } from "./handler.ts";

Deno.serve(createOrganization(projectDatabase()));
