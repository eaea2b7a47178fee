-- An organization to file contacts under, and products to bill it for.
insert into organizations (id, name, industry, website, phone, address_street, address_city, address_postal_code, address_country)
values (
  '7c0e5d1a-94b3-4c3f-8f2d-3b1f6a2e9d40',
  'Northwind Instruments',
  'Laboratory equipment',
  'https://northwind.example',
  '+49 30 901820',
  'Invalidenstraße 43',
  'Berlin',
  '10115',
  'DE'
)
on conflict (id) do nothing;

insert into products (id, sku, name, unit_price, currency, unit, is_active)
values
  ('5b9f0c3e-2d61-4f0a-9a37-6c1e8d4b7f25', 'OBJ-40X', 'Objective 40x', 349.00, 'EUR', 'piece', true),
  ('c2d7a8e4-61f3-4b8e-b0a5-9d3e7f1c6a52', 'SRV-CAL', 'Calibration', 120.00, 'EUR', 'hour', true)
on conflict (id) do nothing;
