import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type {
  BackupInspection,
  BringBackMode,
  BroughtBack,
  ComparedCustomer,
  ThenAndNow,
} from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { requireFreeSpace } from '../atomic-file.ts';
import type { BeforeBulk } from '../customers/bulk.ts';
import { openDatabase } from '../database/open.ts';
import { inspectionPrefix } from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import { copyOfKey, wipeKey, type DataKey } from '../keys/data-key.ts';
import type { Report } from '../long-work.ts';
import { keyOfBackup, type RestoreSource } from './backup-key.ts';
import { bringBack } from './bring-back.ts';
import { comparedRows, searchIn } from './compared-rows.ts';
import { countsOf, newestOf } from './contents.ts';
import type { Differences } from './jobs.ts';
import { runJob } from './lanes.ts';
import { asBackup, contractual } from './list.ts';
import { readHeader } from './read-header.ts';
import { removeIncoming } from './unpack.ts';

/** Copies of backups that are looked at: checked, unpacked beside the archive, and removed when they are closed. */
export interface Inspections {
  /**
   * Checks a backup in full and says what is in it beside what is open now. The archive is not touched.
   *
   * @throws FailureError `backupLocked`, `wrongPassword`, `backupDamaged`, `backupForeign`, `backupNewer`, `fileMissing`, `cancelled` …
   */
  inspect(source: RestoreSource, report: Report, signal?: AbortSignal): Promise<BackupInspection>;
  /** Who differs, a page of names. @throws FailureError `notFound backup` for one that is closed */
  differences(input: Page & { kind: 'back' | 'gone' | 'changed' }): Listed;
  /** Who is in the backup, by text as in the list of customers. @throws FailureError `notFound backup` */
  customers(input: Page & { text: string }): Listed;
  /** Brings customers back as one change. @throws FailureError `notFound backup` */
  bringBack(
    input: { inspectionId: string; ids: number[]; mode: BringBackMode },
    before: BeforeBulk,
    report: Report,
    signal: AbortSignal,
  ): Promise<BroughtBack>;
  close(inspectionId: string): void;
  closeAll(): void;
}

interface Page {
  readonly inspectionId: string;
  readonly offset: number;
  readonly limit: number;
}

interface Listed {
  rows: ComparedCustomer[];
  total: number;
}

interface Held {
  readonly path: string;
  /** Of its own, since locking the archive wipes the session's. */
  readonly key: DataKey | null;
  readonly sqlite: Database;
  readonly madeAt: string;
  differences: Differences | null;
  /** By the backup's ids; those that are the same now are not in it. */
  standings: ReadonlyMap<number, ThenAndNow>;
}

/** So many are open at a time: one window rarely has company, and one may have closed without a word. */
const mostHeld = 2;

export const createInspections = (holder: ArchiveHolder): Inspections => {
  const { folder, log, backupMemory } = holder.surroundings;
  const held = new Map<string, Held>();

  const find = (id: string): Held => {
    const one = held.get(id);
    if (!one) throw new FailureError({ code: 'notFound', what: 'backup' });
    return one;
  };
  const close = (id: string): void => {
    const one = held.get(id);
    held.delete(id);
    one?.sqlite.close();
    if (one?.key) wipeKey(one.key);
    if (one) removeIncoming(one.path);
  };
  const compare = async (one: Held, report: Report, signal: AbortSignal | undefined): Promise<void> => {
    const state = holder.state();
    one.differences =
      state.state === 'open'
        ? await runJob(
            {
              kind: 'compare',
              copy: { path: one.path, key: one.key },
              live: { path: holder.path, key: state.session.key },
            },
            report,
            signal,
          )
        : null;
    one.standings = standingsOf(one.differences);
  };

  return {
    async inspect(source, report, signal) {
      const { path } = source;
      const id = randomBytes(8).toString('hex');
      const into = join(folder, `${inspectionPrefix}${id}.db`);
      try {
        requireFreeSpace(folder, statSync(path).size);
        const found = await keyOfBackup(holder, readHeader(path), source);
        const key = found && copyOfKey(found.key);
        const read = await runJob({ kind: 'read', source: path, into, key }, report, signal);
        if (read.needsMigration) await runJob({ kind: 'migrate', path: into, key }, report, signal);
        const sqlite = openDatabase(into, { readonly: true, mustExist: true, key });
        const { madeAt } = read.header;
        const one: Held = { path: into, key, sqlite, madeAt, differences: null, standings: new Map() };
        held.set(id, one);
        for (const oldest of [...held.keys()].slice(0, -mostHeld)) close(oldest);
        await compare(one, report, signal);
        const state = holder.state();
        const live = state.state === 'open' ? state.session.sqlite : null;
        return {
          backup: contractual(asBackup(path, read.header, read.sizeBytes, 'elsewhere', backupMemory)),
          newest: read.newest,
          now: live && countsOf(live),
          nowNewest: live ? newestOf(live) : [],
          needsMigration: read.needsMigration,
          inspectionId: id,
          differences: one.differences && {
            back: idsOf(one.differences, 'back').length,
            gone: one.differences.gone.length,
            changed: one.differences.changed.length,
          },
        };
      } catch (error) {
        close(id);
        removeIncoming(into);
        throw new FailureError(explain(error, { path, log }), { cause: error });
      }
    },
    differences({ inspectionId, kind, offset, limit }) {
      const one = find(inspectionId);
      const ids = one.differences === null ? [] : idsOf(one.differences, kind);
      const source = kind === 'gone' ? holder.session().sqlite : one.sqlite;
      const standing = (id: number): ThenAndNow =>
        kind === 'gone' ? 'gone' : (one.standings.get(id) ?? 'same');
      return { rows: comparedRows(source, ids.slice(offset, offset + limit), standing), total: ids.length };
    },
    customers({ inspectionId, text, offset, limit }) {
      const one = find(inspectionId);
      const { ids, total } = searchIn(one.sqlite, text, { offset, limit, first: [...one.standings.keys()] });
      return { rows: comparedRows(one.sqlite, ids, (id) => one.standings.get(id) ?? 'same'), total };
    },
    async bringBack({ inspectionId, ids, mode }, before, report, signal) {
      const one = find(inspectionId);
      const { sqlite: backup, madeAt } = one;
      const what = { backup, ids, mode, madeAt };
      const result = await bringBack(holder.session(), what, before, report, signal);
      // They are back, whatever becomes of comparing once more.
      await compare(one, report, undefined).catch((error: unknown) => log.incident(error));
      return result;
    },
    close,
    closeAll() {
      for (const id of held.keys()) close(id);
    },
  };
};

const idsOf = (
  { missing, trashed, changed, gone }: Differences,
  kind: 'back' | 'gone' | 'changed',
): readonly number[] => {
  if (kind === 'gone') return gone;
  if (kind === 'changed') return changed.map(([id]) => id);
  return [...missing, ...trashed.map(([id]) => id)];
};

const standingsOf = (differences: Differences | null): ReadonlyMap<number, ThenAndNow> => {
  const standings = new Map<number, ThenAndNow>();
  for (const id of differences?.missing ?? []) standings.set(id, 'missing');
  for (const [id] of differences?.trashed ?? []) standings.set(id, 'trashed');
  for (const [id] of differences?.changed ?? []) standings.set(id, 'changed');
  return standings;
};
