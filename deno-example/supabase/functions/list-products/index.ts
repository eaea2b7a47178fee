import { projectDatabase } from "../_shared/postgres.ts";
import { listProducts } from "./handler.ts";

Deno.serve(listProducts(projectDatabase()));
