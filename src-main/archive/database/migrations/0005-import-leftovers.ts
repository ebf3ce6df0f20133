/**
 * The rows that an import left out or doubted, with the headers of their sheets. They are a record of the file and not
 * of customers: no trigger journals them, and they stay when the import is undone. Frozen, as every migration is.
 */
export const importLeftovers = `
create table importSheets (
  id integer primary key autoincrement,
  changeId integer not null references changes (id),
  file text not null,
  sheet text not null,
  head text not null,
  columns integer not null,
  leftOut integer not null,
  doubtful integer not null
) strict;
create index importSheetsByChange on importSheets (changeId);

create table importLeftovers (
  id integer primary key autoincrement,
  sheetId integer not null references importSheets (id),
  row integer not null,
  customerId integer,
  reasons text not null,
  cells text not null
) strict;
create index importLeftoversBySheet on importLeftovers (sheetId, row);
`;
