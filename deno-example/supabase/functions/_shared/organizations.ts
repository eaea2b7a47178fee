/** The table of organizations. */

import { CreateOrganization, Organization } from "./contracts/index.js";
import type { Database, Session } from "./database.ts";

/** Adds an organization. */
export async function addOrganization(
  database: Database,
  organization: CreateOrganization,
): Promise<Organization> {
  const { address } = organization;
  const rows = await database.query(
    `insert into organizations
       (name, industry, website, phone, address_street, address_city, address_postal_code, address_country, notes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     returning *, case when address_street is not null then jsonb_build_object(
       'street', address_street,
       'city', address_city,
       'postal_code', address_postal_code,
       'country', address_country
     ) end as address`,
    [
      organization.name,
      organization.industry,
      organization.website,
      organization.phone,
      address?.street ?? null,
      address?.city ?? null,
      address?.postal_code ?? null,
      address?.country ?? null,
      organization.notes,
    ],
  );
  return Organization.parse(rows[0]);
}

/** Whether an organization with this id is in use. */
export async function organizationExists(session: Session, id: string): Promise<boolean> {
  const rows = await session.query(
    "select 1 from organizations where id = $1 and deleted_at is null",
    [id],
  );
  return rows.length > 0;
}
