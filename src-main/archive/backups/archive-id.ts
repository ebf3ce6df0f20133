import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Every archive has an id of its own, which stands in all of its backups: so that nothing ever removes, or takes
 * for its own, a backup of another archive in the same folder. It comes along when a backup is restored.
 */
export const archiveIdOf = (sqlite: Database): string | null => {
  const value: unknown = sqlite
    .prepare("select value from preferences where key = 'archiveId'")
    .pluck()
    .get();
  if (typeof value !== 'string') return null;
  const id: unknown = JSON.parse(value);
  return typeof id === 'string' ? id : null;
};

/** Gives an archive that has no id yet one. It is no change of the business: it stands beside the history. */
export const ensureArchiveId = (sqlite: Database): void => {
  sqlite
    .prepare("insert or ignore into preferences (key, value) values ('archiveId', ?)")
    .run(JSON.stringify(randomUUID()));
};
