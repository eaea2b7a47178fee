/** The tables of invoices and their lines. */

import { CreateInvoice, Invoice } from "./contracts/index.js";
import type { Session } from "./database.ts";

/** Adds an invoice with its lines; `null` if one in use has the same number. */
export async function addInvoice(session: Session, invoice: CreateInvoice): Promise<Invoice | null> {
  const [added] = await session.query(
    `insert into invoices (number, organization_id, currency, issued_on, due_on, notes)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (number) where deleted_at is null do nothing
     returning id`,
    [
      invoice.number,
      invoice.organization_id,
      invoice.currency,
      invoice.issued_on,
      invoice.due_on,
      invoice.notes,
    ],
  );
  if (added === undefined) return null;

  await session.query(
    `insert into invoice_lines
       (invoice_id, position, product_id, description, quantity, unit_price, discount_percent)
     select $1::uuid, position, product_id, coalesce(description, products.name),
       quantity, line.unit_price, discount_percent
     from rows from (
       jsonb_to_recordset($2::text::jsonb) as (
         product_id uuid, description text, quantity numeric, unit_price numeric, discount_percent numeric
       )
     ) with ordinality as line (product_id, description, quantity, unit_price, discount_percent, position)
     left join products on products.id = product_id`,
    [added.id, JSON.stringify(invoice.lines)],
  );
  return await findInvoice(session, String(added.id));
}

/** The invoice with this id, unless there is none in use. */
export async function findInvoice(session: Session, id: string): Promise<Invoice | null> {
  const rows = await session.query(
    // Days as text: drivers make moments of them. Amounts too: JSON's numbers are binary ones.
    `select invoices.*, issued_on::text, due_on::text, lines, total
     from invoices, lateral (
       select sum(total) as total, jsonb_agg(
         to_jsonb(invoice_lines) || jsonb_build_object(
           'quantity', quantity::text,
           'unit_price', unit_price::text,
           'discount_percent', discount_percent::text,
           'total', total::text
         ) order by position
       ) as lines
       from invoice_lines where invoice_id = invoices.id
     ) as sums
     where id = $1 and deleted_at is null`,
    [id],
  );
  return rows.length === 0 ? null : Invoice.parse(rows[0]);
}
