/** Mappings of sheets that were saved under a name. Frozen, as every migration is. */
export const importSchemes = `
create table importSchemes (
  id integer primary key autoincrement,
  name text not null,
  scheme text not null
) strict;
create unique index importSchemesByName on importSchemes (name);
`;
