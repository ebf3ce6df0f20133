import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { join } from 'node:path';
import { loadCustomersSync } from './customers/load.ts';
import { migrate } from './database/migrate.ts';
import { archiveFileName, openDatabase } from './database/open.ts';
import type { Tables } from './database/tables.ts';
import { createQueue } from './queue.ts';
import { Finder } from './search/finder.ts';
import type { SearchableCustomer } from './search/words.ts';
import type { Session, Surroundings } from './session.ts';
import { prepared } from './statements.ts';
import { searchable } from './touched.ts';

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
    const reader = openDatabase(path, { mustExist: true, readonly: true });
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
      finder: Finder.build(finderDocuments(reader)),
      writable,
    };
    return {
      session,
      async close() {
        await queue.idle();
        session.finder.close();
        reader.close();
        writer?.close();
      },
    };
  } catch (error) {
    writer?.close();
    throw error;
  }
}

const finderBatch = 1_000;

/** Customers outside the trash, in batches; each batch is one turn of the event loop. */
function* finderDocuments(sqlite: Database): Generator<SearchableCustomer[]> {
  let after = 0;
  while (sqlite.open) {
    const ids = prepared(
      sqlite,
      `select id from customers where id > ? and trashedAt is null order by id limit ${finderBatch}`,
    )
      .pluck()
      .all(after) as number[];
    if (ids.length === 0) return;
    after = ids.at(-1) ?? after;
    yield [...loadCustomersSync(sqlite, ids).values()].map((customer) => searchable(customer, new Map()));
  }
}
