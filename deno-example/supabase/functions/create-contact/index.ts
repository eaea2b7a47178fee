import { projectDatabase } from "../_shared/postgres.ts";
import { createContact } from "./handler.ts";

Deno.serve(createContact(projectDatabase()));
