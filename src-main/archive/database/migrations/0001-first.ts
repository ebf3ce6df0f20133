import { fullTextSchemaV1 } from '../../search/schema.ts';

/** The first schema. Frozen: an archive in the field has been made by exactly this text. */
export const first = `
create table changes (
  id integer primary key autoincrement,
  at text not null,
  actor text not null,
  action text not null,
  kind text not null check (kind in ('do', 'undo', 'redo')),
  target integer references changes (id),
  undoneBy integer references changes (id),
  rows integer not null
) strict;

create table openChange (id integer not null) strict;

create table journal (
  sequence integer primary key autoincrement,
  changeId integer not null references changes (id),
  tableName text not null,
  rowId integer not null,
  customerId integer,
  operation text not null check (operation in ('I', 'U', 'D')),
  before text,
  after text
) strict;
create index journalByChange on journal (changeId);
create index journalByCustomer on journal (customerId, changeId) where customerId is not null;
create index journalByRow on journal (tableName, rowId) where customerId is null;

create table customers (
  id integer primary key autoincrement,
  kind text not null check (kind in ('company', 'person')),
  code text not null,
  name text not null check (name <> ''),
  shortName text not null default '',
  aliases text not null default '[]',
  stage text not null default '',
  level text not null default '',
  industry text not null default '',
  size text not null default '',
  province text not null default '',
  city text not null default '',
  district text not null default '',
  address text not null default '',
  postcode text not null default '',
  source text not null default '',
  owner text not null default '',
  gender text not null default '',
  birthday text not null default '',
  identityNumber text not null default '',
  creditCode text not null default '',
  website text not null default '',
  legalRepresentative text not null default '',
  registeredCapital integer,
  foundedOn text not null default '',
  taxId text not null default '',
  bankName text not null default '',
  bankAccount text not null default '',
  registeredAddress text not null default '',
  registeredPhone text not null default '',
  notes text not null default '',
  createdAt text not null,
  trashedAt text,
  version integer not null default 0,
  updatedAt text not null default '',
  doubts text not null default '[]',
  doubtCount integer not null default 0,
  contactName text not null default '',
  mobile text not null default '',
  email text not null default '',
  hasPhone integer not null default 0,
  nameKey text not null default '',
  nameSort text not null default ''
) strict;
create unique index customersByCode on customers (code);
create index customersByName on customers (trashedAt, nameSort);
create index customersByUpdated on customers (trashedAt, updatedAt);
create index customersByCreated on customers (trashedAt, createdAt);
create index customersInOrderOfCode on customers (trashedAt, code);
create index customersByFacets on customers (trashedAt, stage, level, owner, source, industry, kind,
  province, city, district, hasPhone, doubtCount, createdAt, updatedAt);
create index customersByNameKey on customers (nameKey);
create index customersByIdentityNumber on customers (identityNumber) where identityNumber <> '';
create index customersByCreditCode on customers (creditCode) where creditCode <> '';
create index customersInTrash on customers (trashedAt) where trashedAt is not null;

create table contacts (
  id integer primary key autoincrement,
  customerId integer not null references customers (id),
  position integer not null,
  name text not null default '',
  title text not null default '',
  department text not null default '',
  fromDate text not null default '',
  toDate text not null default '',
  "left" integer not null default 0,
  notes text not null default ''
) strict;
create index contactsByCustomer on contacts (customerId);

create table contactMethods (
  id integer primary key autoincrement,
  customerId integer not null references customers (id),
  contactId integer references contacts (id),
  position integer not null,
  type text not null,
  value text not null,
  normal text not null default '',
  label text not null default ''
) strict;
create index contactMethodsByCustomer on contactMethods (customerId);
create index contactMethodsByContact on contactMethods (contactId) where contactId is not null;
create index contactMethodsByNormal on contactMethods (normal) where normal <> '';

create table tags (
  id integer primary key autoincrement,
  name text not null,
  colour integer not null default 0,
  "group" text not null default ''
) strict;
create unique index tagsByName on tags (name);

create table customerTags (
  id integer primary key autoincrement,
  customerId integer not null references customers (id),
  tagId integer not null references tags (id)
) strict;
create unique index customerTagsByCustomer on customerTags (customerId, tagId);
create index customerTagsByTag on customerTags (tagId, customerId);

create table savedViews (
  id integer primary key autoincrement,
  name text not null,
  filter text not null,
  columns text not null,
  sort text not null
) strict;
create unique index savedViewsByName on savedViews (name);

create table settings (
  id integer primary key autoincrement,
  key text not null unique,
  value text not null
) strict;

create table importFiles (
  id integer primary key autoincrement,
  changeId integer not null references changes (id),
  sha256 text not null,
  file text not null,
  sheet text not null,
  created integer not null,
  updated integer not null,
  skipped integer not null,
  doubtful integer not null
) strict;
create index importFilesByHash on importFiles (sha256);

create table preferences (key text primary key, value text not null) strict;
create table drafts (key text primary key, savedAt text not null, baseVersion integer, "values" text not null) strict;

${fullTextSchemaV1};
`;
