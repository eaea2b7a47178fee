/** Invoices of several lengths. */

const PRODUCTS = [
  ["Consulting, senior, per day", 1240],
  ["Licence, annual, per seat", 89.9],
  ["Cable, 2 m", 4.35],
  ["Workstation", 2199.99],
];

const PRODUCTS_WITH_ACCENTS = [
  ["Beratung für Geschäftsführer, täglich", 1240],
  ["Licence annuelle, par siège", 89.9],
  ["Câble, 2 m ½\"", 4.35],
  ["Gerät für Röntgen 🩻", 2199.99],
];

const line = ([description, unit_price], index) => ({
  description,
  quantity: 1 + (index * 7) % 40,
  unit_price,
  product_id: `8f14e45f-ceea-467a-9a36-${(0xd41d8cd98f00 + index).toString(16)}`,
});

export const invoice = (lines, products = PRODUCTS) => ({
  number: "INV-2026-00417",
  organization_id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  currency: "EUR",
  lines: Array.from({ length: lines }, (_, index) => line(products[index % products.length], index)),
});

export const invoices = [3, 100, 500].flatMap((lines) => [
  { name: `invoice, ${lines} lines`, script: "ascii", json: JSON.stringify(invoice(lines)) },
  { name: `invoice, ${lines} lines, accents`, script: "accents", json: JSON.stringify(invoice(lines, PRODUCTS_WITH_ACCENTS)) },
]).map((body) => ({ ...body, payload: "invoice" }));
