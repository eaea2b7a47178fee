/** The table of organizations. */

import { CreateOrganization, Organization } from "./contracts/index.js";
import type { Database, Session } from "./database.ts";

/** A row as its payload wants it, the address in one piece. */
const COLUMNS = `*, case when address_street is not null then jsonb_build_object(
  'street', address_street,
  'city', address_city,
  'postal_code', address_postal_code,
  'country', address_country
) end as address`;

/** How many rows a list has at the most. */
const LIMIT = 500;

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
     returning ${COLUMNS}`,
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

/** The organizations in use, by their names; the first of them, where there are too many for a list. */
export async function findOrganizations(session: Session): Promise<Organization[]> {
  const rows = await session.query(
    `select ${COLUMNS} from organizations where deleted_at is null order by lower(name), id limit ${LIMIT}`,
  );
  return rows.map((row) => Organization.parse(row));
}

/** Whether an organization with this id is in use. */
export async function organizationExists(session: Session, id: string): Promise<boolean> {
  const rows = await session.query(
    "select 1 from organizations where id = $1 and deleted_at is null",
    [id],
  );
  return rows.length > 0;
}
