/** The table of contacts. */

import { Contact, CreateContact, UpdateContact } from "./contracts/index.js";
import type { Database } from "./database.ts";

/** Adds a contact; `null` if one in use has the same email address. */
export async function addContact(
  database: Database,
  contact: CreateContact,
): Promise<Contact | null> {
  const rows = await database.query(
    `insert into contacts
       (first_name, last_name, email, phone, title, organization_id, status, tags, has_newsletter, notes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (lower(email)) where deleted_at is null do nothing
     returning *`,
    [
      contact.first_name,
      contact.last_name,
      contact.email,
      contact.phone,
      contact.title,
      contact.organization_id,
      contact.status,
      contact.tags,
      contact.has_newsletter,
      contact.notes,
    ],
  );
  return rows.length === 0 ? null : Contact.parse(rows[0]);
}

/** The contact with this id, unless there is none in use. */
export async function findContact(database: Database, id: string): Promise<Contact | null> {
  const rows = await database.query(
    "select * from contacts where id = $1 and deleted_at is null",
    [id],
  );
  return rows.length === 0 ? null : Contact.parse(rows[0]);
}

/**
 * Changes a contact, unless there is none in use with this id. Fails if the email address is to be one
 * that another contact in use has: see {@link isDuplicate}.
 */
export async function changeContact(
  database: Database,
  id: string,
  changes: UpdateContact,
): Promise<Contact | null> {
  const rows = await database.query(
    // Of a key that is absent, jsonb_populate_record takes the value from the row that it is given.
    `update contacts as stored
     set (first_name, last_name, email, phone, title, organization_id, status, tags, has_newsletter, notes) = (
       select first_name, last_name, email, phone, title, organization_id, status, tags, has_newsletter, notes
       from jsonb_populate_record(stored, $2::text::jsonb)
     )
     where id = $1 and deleted_at is null
     returning *`,
    [id, JSON.stringify(changes)],
  );
  return rows.length === 0 ? null : Contact.parse(rows[0]);
}
