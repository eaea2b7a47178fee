export { GET, POST } from "../answer";

export const dynamic = "force-dynamic";
