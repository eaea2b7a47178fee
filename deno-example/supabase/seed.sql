-- One organization to file contacts under.
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
