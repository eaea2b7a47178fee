// Holds the types of the built package against what they should be; it is compiled and never run.
import { errorResponse, Order, PayloadError, Status } from "./package/index.js";
import type { Delivery, ErrorCode, ErrorShape, Line, Order as SameOrder, Payment, ShopError, Step } from "./package/index.js";

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

// The name of a variant tells what is beside it, inside of what it holds or around it.
export function pay(payment: Payment): string {
  switch (payment.kind) {
    case "cash":
      // @ts-expect-error: there is nothing else.
      return payment.last_digits;
    case "card":
      return payment.last_digits + (payment.holder ?? "");
    case "invoice":
      return payment.email;
    default:
      return payment satisfies never;
  }
}

export function follow(step: Step): string | number | null {
  switch (step.name) {
    case "packed":
      return 0;
    case "weighed":
      return step.data * 2;
    case "moved":
      return step.data.to;
    default:
      return step satisfies never;
  }
}

export function deliver(delivery: Delivery): string {
  if (delivery === "pickup") return delivery;
  if ("slot" in delivery) return delivery.slot.toFixed();
  return delivery.ship.to;
}

export const shape = (error: ErrorShape): string => error.code;

export const taken: ShopError[] = ["sold_out", "payment_required"];
export const codes: ErrorCode[] = [...taken, "not_found", new PayloadError({ code: "sold_out", message: "" }).code];
// @ts-expect-error: there is no such code.
export const none: ErrorCode = "sold";
