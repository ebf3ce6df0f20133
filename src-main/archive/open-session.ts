import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { join } from 'node:path';
import { giveMemoryBack } from './give-memory-back.ts';
import { archiveIdOf, ensureArchiveId } from './backups/archive-id.ts';
import { migrate } from './database/migrate.ts';
import { archiveFileName } from './database/file-name.ts';
import { openDatabase } from './database/open.ts';
import type { DataKey } from './keys/data-key.ts';
import type { Tables } from './database/tables.ts';
import { openUnwritable } from './database/unwritable.ts';
import { createQueue } from './queue.ts';
import { finderCustomers } from './search/finder-source.ts';
import { Finder } from './search/finder.ts';
import type { Session, Surroundings } from './session.ts';

const kyselyOf = (database: Database) => new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });

export interface OpenedSession {
  readonly session: Session;
  /** Waits for writes under way and closes both connections. */
  close(): Promise<void>;
}

/** So many leave enough behind when the finder is built that giving it back is worth a moment's standstill. */
const manyCustomers = 10_000;

/** Opens the archive's two connections. `writable` false opens a folder that only reading is possible in. */
export function openSession(
  surroundings: Surroundings,
  { key, writable }: { key: DataKey | null; writable: boolean },
): OpenedSession {
  const path = join(surroundings.folder, archiveFileName);
  const writer = writable ? openDatabase(path, { mustExist: true, key }) : null;
  try {
    if (writer) {
      migrate(writer);
      // A process that was killed inside a change left nothing of it, this mark included; so this only ever asserts.
      // With a condition, since SQLite empties an empty table too without one, and every page written is encrypted anew.
      writer.exec('delete from openChange where id is not null');
      ensureArchiveId(writer);
      const archiveId = archiveIdOf(writer);
      if (surroundings.backupMemory.now().archiveId !== archiveId)
        void surroundings.backupMemory.update({ archiveId });
    }
    const { sqlite: reader, close: closeReader } = writable
      ? openReader(path, key)
      : openUnwritable(path, key);
    const queue = createQueue();
    const finder = Finder.build(finderCustomers(reader));
    // Whoever asks a finder that could not be built is told why; here there is only nothing to give back.
    void finder.ready.then(() => finder.size >= manyCustomers && giveMemoryBack()).catch(() => undefined);
    const readerDb = kyselyOf(reader);
    const session: Session = {
      ...surroundings,
      path,
      key,
      reader: readerDb,
      sqlite: reader,
      // Without a writer, change() refuses before it looks at this.
      writer: writer ? { db: kyselyOf(writer), sqlite: writer } : { db: readerDb, sqlite: reader },
      queue,
      finder,
      writable,
    };
    return {
      session,
      async close() {
        await queue.idle();
        session.finder.close();
        closeReader();
        writer?.close();
      },
    };
  } catch (error) {
    writer?.close();
    throw error;
  }
}

function openReader(path: string, key: DataKey | null): { sqlite: Database; close: () => void } {
  const sqlite = openDatabase(path, { mustExist: true, readonly: true, key });
  return { sqlite, close: () => void sqlite.close() };
}
