export { GET, POST } from "../answer";

export const runtime = "edge";
