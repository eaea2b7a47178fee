-- Organizations and contacts.
--
-- The functions refuse bad input with words for the person who sent it; the constraints here hold
-- whatever comes another way: an import, a script, somebody at a console.

create table organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  industry text check (char_length(industry) between 1 and 80),
  website text check (char_length(website) between 1 and 2048),
  phone text check (char_length(phone) between 3 and 40),
  address_street text check (char_length(address_street) between 1 and 200),
  address_city text check (char_length(address_city) between 1 and 100),
  address_postal_code text check (char_length(address_postal_code) between 1 and 16),
  address_country text check (address_country ~ '^[A-Z]{2}$'),
  notes text check (char_length(notes) <= 10000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint organizations_address_whole check (
    num_nonnulls(address_street, address_city, address_country) in (0, 3)
    and (address_postal_code is null or address_street is not null)
  )
);

create index organizations_name on organizations (lower(name)) where deleted_at is null;

create table contacts (
  id uuid primary key default gen_random_uuid(),
  first_name text not null check (char_length(first_name) between 1 and 100),
  last_name text not null check (char_length(last_name) between 1 and 100),
  email text not null check (octet_length(email) between 3 and 254),
  phone text check (char_length(phone) between 3 and 40),
  title text check (char_length(title) between 1 and 120),
  organization_id uuid references organizations (id) on delete restrict,
  status text not null default 'lead' check (
    status in ('lead', 'qualified', 'customer', 'former_customer', 'do_not_contact')
  ),
  tags text[] not null default '{}' check (
    cardinality(tags) <= 20 and array_position(tags, null) is null
  ),
  has_newsletter boolean not null default false,
  notes text check (char_length(notes) <= 10000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

-- A deleted contact gives its address free. A contact in use holds it in any spelling.
create unique index contacts_email_in_use on contacts (lower(email)) where deleted_at is null;
create index contacts_organization on contacts (organization_id) where deleted_at is null;
create index contacts_name on contacts (lower(last_name), lower(first_name)) where deleted_at is null;
create index contacts_tags on contacts using gin (tags);

create function touch_updated_at() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

create trigger organizations_touch before update on organizations
  for each row execute function touch_updated_at();
create trigger contacts_touch before update on contacts
  for each row execute function touch_updated_at();

-- No policies: only the functions, which connect as the tables' owner, reach these rows.
alter table organizations enable row level security;
alter table contacts enable row level security;
