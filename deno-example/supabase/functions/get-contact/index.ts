import { projectDatabase } from "../_shared/postgres.ts";
import { getContact } from "./handler.ts";

Deno.serve(getContact(projectDatabase()));
