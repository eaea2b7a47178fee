import { projectDatabase } from "../_shared/postgres.ts";
import { listOrganizations } from "./handler.ts";

Deno.serve(listOrganizations(projectDatabase()));
