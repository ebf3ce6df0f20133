/** 自定义字段. Frozen: archives in the field have been migrated by exactly this text. */
export const customFields = `
create table customFields (
  id integer primary key autoincrement,
  name text not null check (name <> ''),
  type text not null check (type in ('text', 'number', 'date', 'money', 'boolean', 'choice')),
  options text not null default '[]',
  position integer not null
) strict;
create unique index customFieldsByName on customFields (name);

create table customFieldValues (
  id integer primary key autoincrement,
  customerId integer not null references customers (id),
  fieldId integer not null references customFields (id),
  value text not null check (value <> ''),
  sort any not null
) strict;
create unique index customFieldValuesByCustomer on customFieldValues (customerId, fieldId);
create index customFieldValuesByField on customFieldValues (fieldId, sort, customerId);
`;
