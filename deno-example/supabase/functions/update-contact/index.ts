import { projectDatabase } from "../_shared/postgres.ts";
import { updateContact } from "./handler.ts";

Deno.serve(updateContact(projectDatabase()));
