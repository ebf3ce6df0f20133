import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import type { SalvageReport } from '../../../src-shared/salvage.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import { countsOf } from '../backups/contents.ts';
import { change } from '../change.ts';
import type { KeyedFile } from '../database/copy.ts';
import { migrate } from '../database/migrate.ts';
import { archiveFileName } from '../database/file-name.ts';
import { openDatabase } from '../database/open.ts';
import { incomingPath, keepPrevious, replaceArchive, salvageFolder } from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import { newDataKey, type DataKey } from '../keys/data-key.ts';
import { writeEntry } from '../keys/key-file.ts';
import { unprotected } from '../keys/slots.ts';
import type { Report } from '../long-work.ts';
import { openSession } from '../open-session.ts';
import { copyTables, salvagedTables, type Copied, type SalvagedTable } from './copy-tables.ts';

/** No report lists more customers than these. */
const mostListed = 1_000;

/**
 * Makes a new archive of everything that can still be read in a damaged one, row by row, and puts it in its place. The
 * damaged file is kept beside it under a name with the time. Nothing of it is changed before the new one is complete, and
 * cancelling leaves everything as it was.
 *
 * @throws FailureError `fileMissing`, `archiveDamaged` when not even the list of tables can be read, `diskFull`,
 * `cancelled`
 */
export async function salvageArchive(
  holder: ArchiveHolder,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<SalvageReport> {
  const { folder, clock, log } = holder.surroundings;
  const { path } = holder;
  if (!existsSync(path)) throw new FailureError({ code: 'fileMissing', path });
  holder.lock();
  await holder.closeSession();
  try {
    requireFreeSpace(folder, statSync(path).size);
    const damaged = { path, key: holder.key() };
    const key = damaged.key ?? newDataKey();
    const target = { path: salvageFolder(folder), key };
    const copied = await copyInto(target, damaged, holder, report, signal);
    report({ phase: 'swapping', done: 0, total: null });
    rmSync(incomingPath(folder), { force: true });
    renameSync(join(salvageFolder(folder), archiveFileName), incomingPath(folder));
    if (damaged.key === null) writeEntry(folder, unprotected(key));
    replaceArchive(folder, clock());
    const keptAs = keepPrevious(folder, clock()) ?? path;
    const opened = await holder.open();
    if (opened.state !== 'open') throw new FailureError({ code: 'archiveDamaged', path });
    log.note('archive salvaged', {
      customers: copied.tables.customers.read,
      unreadable: copied.tables.customers.unreadable,
    });
    return { ...summary(copied), counts: countsOf(opened.session.sqlite), keptAs };
  } catch (error) {
    if (holder.state().state !== 'open') await holder.open();
    throw new FailureError(explain(error, { path, log }), { cause: error });
  } finally {
    rmSync(salvageFolder(folder), { recursive: true, force: true });
  }
}

/** Fills a new archive in a folder of its own, as one change, and closes it. */
async function copyInto(
  { path: target, key }: { path: string; key: DataKey },
  from: KeyedFile,
  { surroundings }: ArchiveHolder,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Copied> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const fresh = openDatabase(join(target, archiveFileName), { mustExist: false, key });
  try {
    migrate(fresh);
  } finally {
    fresh.close();
  }
  const damaged = openDatabase(from.path, {
    mustExist: true,
    readonly: true,
    damaged: true,
    key: from.key,
  });
  try {
    const { session, close } = openSession({ ...surroundings, folder: target }, { key, writable: true });
    try {
      const { result } = await change<Copied>(
        session,
        {
          action: ({ tables }) => ({ type: 'salvage', customers: tables.customers.read }),
          kind: 'do',
          report,
          signal,
        },
        (tx) => copyTables(damaged, tx),
      );
      return result;
    } finally {
      await close();
    }
  } finally {
    damaged.close();
  }
}

const summary = ({ tables, incomplete }: Copied): Omit<SalvageReport, 'counts' | 'keptAs'> => {
  const { customers, contacts, contactMethods, ...rest } = tables;
  const others = salvagedTables.filter((table): table is keyof typeof rest & SalvagedTable => table in rest);
  const sum = (of: 'read' | 'unreadable'): number =>
    others.reduce((total, table) => total + rest[table][of], 0);
  return {
    customers,
    contacts,
    contactMethods,
    others: { read: sum('read'), unreadable: sum('unreadable') },
    incomplete: [...incomplete].slice(0, mostListed).map(([id, { code, name }]) => ({ id, code, name })),
    incompleteCount: incomplete.size,
  };
};
