-- Products, and invoices with their lines.

create table products (
  id uuid primary key default gen_random_uuid(),
  sku text not null check (char_length(sku) between 1 and 64),
  name text not null check (char_length(name) between 1 and 200),
  unit_price numeric(12, 2) not null check (unit_price >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit text not null check (char_length(unit) between 1 and 20),
  is_active boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

create unique index products_sku_in_use on products (sku) where deleted_at is null;

create table invoices (
  id uuid primary key default gen_random_uuid(),
  number text not null check (char_length(number) between 1 and 40),
  organization_id uuid not null references organizations (id) on delete restrict,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  issued_on date not null,
  due_on date not null,
  notes text check (char_length(notes) <= 10000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint invoices_due_after_issue check (due_on >= issued_on)
);

create unique index invoices_number_in_use on invoices (number) where deleted_at is null;
create index invoices_organization on invoices (organization_id) where deleted_at is null;

create table invoice_lines (
  invoice_id uuid not null references invoices (id) on delete cascade,
  position integer not null check (position between 1 and 500),
  product_id uuid references products (id) on delete restrict,
  description text not null check (char_length(description) between 1 and 200),
  quantity numeric(9, 3) not null check (quantity > 0),
  unit_price numeric(12, 2) not null check (unit_price >= 0),
  discount_percent numeric(5, 2) not null default 0 check (discount_percent between 0 and 100),
  total numeric(18, 2) not null generated always as (
    round(quantity * unit_price * (100 - discount_percent) / 100, 2)
  ) stored,
  primary key (invoice_id, position)
);

create index invoice_lines_product on invoice_lines (product_id);

create trigger products_touch before update on products
  for each row execute function touch_updated_at();
create trigger invoices_touch before update on invoices
  for each row execute function touch_updated_at();

alter table products enable row level security;
alter table invoices enable row level security;
alter table invoice_lines enable row level security;
