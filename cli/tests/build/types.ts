// Holds the types of the built package against what they should be; it is compiled and never run.
import { errorResponse, Order, PayloadError, Status } from "./package/index.js";
import type { ErrorCode, ErrorShape, Line, Order as SameOrder, ShopError } from "./package/index.js";

export async function handle(request: Request): Promise<Response> {
  const result = await Order.fromRequest(request, { limit: 1000 });
  if (!result.success) return errorResponse(result.error);
  const order: Order = result.data;
  const same: SameOrder = order;
  const lines: Line[] = same.lines;
  const weight: number | null = order.weight;
  const status: "open" | "on_its_way" = Status.parse(order.status);
  // @ts-expect-error: there is no such status.
  const wrong: "closed" = order.status;
  // @ts-expect-error: there is no such field.
  order.price;
  return Response.json({ lines, weight, status, wrong });
}

export const shape = (error: ErrorShape): string => error.code;

export const taken: ShopError[] = ["sold_out", "payment_required"];
export const codes: ErrorCode[] = [...taken, "not_found", new PayloadError({ code: "sold_out", message: "" }).code];
// @ts-expect-error: there is no such code.
export const none: ErrorCode = "sold";
