import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { join } from 'node:path';
import { migrate } from './database/migrate.ts';
import { archiveFileName, openDatabase } from './database/open.ts';
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

/** Opens the archive's two connections. `writable` false opens a folder that only reading is possible in. */
export function openSession(surroundings: Surroundings, writable: boolean): OpenedSession {
  const path = join(surroundings.folder, archiveFileName);
  const writer = writable ? openDatabase(path, { mustExist: true }) : null;
  try {
    if (writer) {
      migrate(writer);
      // A process that was killed inside a change left nothing of it, this mark included; so this only ever asserts.
      writer.exec('delete from openChange');
    }
    const { sqlite: reader, close: closeReader } = writable ? openReader(path) : openUnwritable(path);
    const queue = createQueue();
    const readerDb = kyselyOf(reader);
    const session: Session = {
      ...surroundings,
      path,
      reader: readerDb,
      sqlite: reader,
      // Without a writer, change() refuses before it looks at this.
      writer: writer ? { db: kyselyOf(writer), sqlite: writer } : { db: readerDb, sqlite: reader },
      queue,
      finder: Finder.build(finderCustomers(reader)),
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

function openReader(path: string): { sqlite: Database; close: () => void } {
  const sqlite = openDatabase(path, { mustExist: true, readonly: true });
  return { sqlite, close: () => void sqlite.close() };
}
