import type { Database } from 'better-sqlite3';
import { quoted } from '../database/tables.ts';
import { isDamage } from '../explain.ts';

/** A row as it stands in the file, by column. */
export type RawRow = Readonly<Record<string, number | string | null>>;

/** So many ids are read with one statement while nothing is wrong. */
const widest = 512;

/** No table of ours has ids up here; a damaged counter may say so. */
const highestId = 50_000_000;

/**
 * Reads whatever can be read of a table with an `id`, block by block. Where a block meets damage it is halved until
 * single ids are left; `onUnreadable` gets those, whether or not there ever was such a row.
 *
 * Throws what is no damage.
 */
export function* readRows(
  sqlite: Database,
  table: string,
  columns: readonly string[],
  onUnreadable: (id: number) => void,
): Generator<readonly RawRow[]> {
  const select = sqlite.prepare(
    `select ${columns.map(quoted).join(', ')} from ${quoted(table)} where id between ? and ? order by id`,
  );
  const last = lastId(sqlite, table);
  const waiting: [number, number][] = [];
  for (let start = 1; start <= last; start += widest) {
    waiting.push([start, Math.min(start + widest - 1, last)]);
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      const [from, to] = block;
      const rows = attempt(() => select.all(from, to) as RawRow[]);
      if (rows !== null) yield rows;
      else if (from === to) onUnreadable(from);
      else {
        const middle = (from + to) >> 1;
        waiting.push([middle + 1, to], [from, middle]);
      }
    }
  }
}

/** The last id that may be in a table: by the rows themselves, or by the counter that SQLite keeps. */
function lastId(sqlite: Database, table: string): number {
  const questions = [
    () =>
      sqlite
        .prepare(`select max(id) from ${quoted(table)}`)
        .pluck()
        .get(),
    () => sqlite.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table),
  ];
  const answers = questions.map((ask) => Number(attempt(ask) ?? 0));
  return Math.min(highestId, Math.max(0, ...answers.filter(Number.isSafeInteger)));
}

/** What `read` answers; null when it meets damage. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** The columns that a table has in this file; none when there is no such table, as in an older archive. */
export const columnsOf = (sqlite: Database, table: string): string[] =>
  sqlite.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
