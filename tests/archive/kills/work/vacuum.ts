import { openToWork } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

/** Writes the archive's file anew in place with SQLite's VACUUM, between edits: the state is the notes of the first customer. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { client, archive } = await openToWork(folder);
  const { sqlite } = archive.holder.session().writer;
  let notes = Number(now);
  const id = 1;
  return async () => {
    const { version } = await client.customers.get({ id });
    doing(String((notes += 1)));
    await client.customers.update({ id, baseVersion: version, patch: { notes: String(notes) } });
    done();
    doing(String(notes));
    step('vacuum');
    sqlite.exec('vacuum');
    step('checkpoint');
    sqlite.pragma('wal_checkpoint(truncate)');
    done();
  };
};
