import type { Database } from 'better-sqlite3';
import { formatCode, readCodePattern, type CodePattern } from '../../../src-shared/code-pattern.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { prepared } from '../statements.ts';

/** The highest running number given under this prefix; trash counts, so that no code ever means two customers. */
function highest(sqlite: Database, { prefix, suffix }: CodePattern): number {
  const codes = prepared(sqlite, 'select code from customers where code >= ? and code < ?')
    .pluck()
    .iterate(prefix, `${prefix}\u{10FFFF}`) as IterableIterator<string>;
  let most = 0;
  for (const code of codes) {
    if (!code.endsWith(suffix)) continue;
    const digits = code.slice(prefix.length, code.length - suffix.length);
    if (/^\d{1,15}$/u.test(digits)) most = Math.max(most, Number(digits));
  }
  return most;
}

// Reading every code costs some milliseconds at 100,000 customers: once per connection and prefix is enough,
// since numbers only grow and each candidate is checked before it is given.
const lastGiven = new WeakMap<Database, Map<string, number>>();

/**
 * The code the next customer gets; it is not reserved.
 *
 * @param isTaken whether a code is in use or will be
 */
export function nextCode(
  sqlite: Database,
  pattern: string,
  at: Date,
  isTaken: (code: string) => boolean = (code) => holderOf(sqlite, code) !== undefined,
): string {
  const read = readCodePattern(pattern, at);
  let known = lastGiven.get(sqlite);
  if (!known) lastGiven.set(sqlite, (known = new Map()));
  const key = `${read.prefix}\0${read.suffix}`;
  let number = known.get(key) ?? highest(sqlite, read);
  for (let tries = 0; tries < 1_000_000; tries += 1) {
    const code = formatCode(read, number + 1);
    if (code.length > 50) break;
    if (!isTaken(code)) {
      known.set(key, number);
      return code;
    }
    number += 1;
  }
  throw new FailureError({ code: 'codesExhausted', pattern });
}

/** Numbers that were given to customers who came to nothing are given again. */
export const forgetGivenCodes = (sqlite: Database): void => void lastGiven.delete(sqlite);

/** The customer that has this code, trashed or not. */
export const holderOf = (sqlite: Database, code: string): { id: number; name: string } | undefined =>
  prepared(sqlite, 'select id, name from customers where code = ?').get(code) as
    { id: number; name: string } | undefined;
