/**
 * How sheets were mapped that came in, by their headers. Not archived: nothing of it is undone, see
 * docs/decisions/import-memory.md. Frozen, as every migration is.
 */
export const importMemory = `
create table importMemory (
  fingerprint text primary key,
  mapping text not null,
  usedAt text not null
) strict, without rowid;
`;
