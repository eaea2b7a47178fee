// Uses the built package, in whatever runtime there is, and throws where it is wrong.
import { errorResponse, Order, PayloadError, Status } from "./package/index.js";
import { engine } from "./package/engine/inline.js";
import { Order as OrderAlone } from "./package/payloads/Order.js";

function same(actual, expected) {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${left}\nis not\n${right}`);
}

const json = `{
  "id": "0190163d-8694-739b-aea5-966c26f8ad90",
  "customer": {"email": "  Ada@Example.com "},
  "lines": [{"article": "Teapot", "count": 2}, {"article": "Größe \\u00e9 🫖", "count": 1}],
  "status": "on_its_way",
  "is_gift": true,
  "weight": 1.5,
  "tags": ["new", null],
  "grid": [[1, -2], [], [3]],
  "extras": [null, {"article": "Cup", "count": 6}],
  "__proto__": false
}`;
const expected = JSON.parse(json);
expected.customer.email = "ada@example.com";
Object.assign(expected, { payment: null, steps: [], delivery: null });

same(Order.parseJson(json), expected);
same(Order.parseJson(new TextEncoder().encode(json)), expected);
same(Order.parse(JSON.parse(json)), expected);
same(Object.getPrototypeOf(Order.parseJson(json)) === Object.prototype, true);
same(OrderAlone === Order, true);

const { weight, tags, ["__proto__"]: _, ...required } = JSON.parse(json);
const filled = Order.parse(required);
same([filled.weight, filled.tags, Object.hasOwn(filled, "__proto__")], [null, [], true]);

const shipped = {
  payment: { kind: "card", last_digits: "4242", holder: "Ada" },
  steps: [{ name: "packed" }, { name: "weighed", data: 1.5 }, { name: "moved", data: { from: "é", to: null } }],
  delivery: { ship: { to: "Rome" } },
};
same(Order.parse({ ...required, ...shipped }).payment, shipped.payment);
same(Order.parse({ ...required, ...shipped }).steps, shipped.steps);
same(Order.parse({ ...required, ...shipped }).delivery, shipped.delivery);
for (const other of [{ kind: "cash" }, { kind: "card", last_digits: "4242" }, { kind: "invoice", email: "a@b.c" }]) {
  const reversed = Object.fromEntries(Object.entries(other).reverse());
  same(Order.parse({ ...required, payment: reversed }).payment, other);
}
for (const delivery of ["pickup", { slot: 9 }]) same(Order.parse({ ...required, delivery }).delivery, delivery);

same(Status.parseJson('"open"'), "open");
same(Status.checkJson('"closed"').error.code, "validation_failed");

const refused = Order.safeParse({ ...required, customer: { email: "nobody" }, lines: [{ article: "", count: 0 }] });
same(refused.success, false);
same(refused.error instanceof PayloadError, true);
same(refused.error.details.issues.map((issue) => issue.path.join(".")), [
  "customer.email",
  "lines.0.article",
  "lines.0.count",
]);
// A code of the application.
const soldOut = errorResponse(new PayloadError({ code: "sold_out", message: "There is none left" }));
same(soldOut.status, 409);
same(await soldOut.json(), { code: "sold_out", message: "There is none left", details: null });

// A tape that needs more room than there is, and the next that needs little.
for (const size of [1, 500, 1]) {
  const grid = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => row * column));
  same(Order.parse({ ...required, grid }).grid, grid);
}

// Digits that JavaScript is asked about, before and after an instance traps: the second time they
// are in the memory of another.
const weigh = (digits) => Order.parseJson(JSON.stringify({ ...required, weight: 0 }).replace(/0}$/, `${digits}}`)).weight;
same(weigh("1797693134862315807289.71405301e-2"), 1797693134862315807289.71405301e-2);
same(engine.check(1000, "{}").error.code, "internal");
same(weigh("123456789012345678901234567890.5e-3"), 123456789012345678901234567890.5e-3);

console.log("used");
