import { tagColourCount } from '../../../src-shared/tags.ts';
import type { Tx } from '../change.ts';
import { prepared } from '../statements.ts';

/** Finds tags by name and makes those that are missing, each in the next colour. */
export function tagIdsByName(tx: Tx): (names: readonly string[]) => number[] {
  const known = new Map(
    (prepared(tx.sqlite, 'select name, id from tags').raw().all() as [string, number][]).map(
      ([name, id]) => [tagKey(name), id] as const,
    ),
  );
  return (names) => [
    ...new Set(
      names.map((name) => {
        const found = known.get(tagKey(name));
        if (found !== undefined) return found;
        const { lastInsertRowid } = prepared(
          tx.sqlite,
          'insert into tags (name, colour, "group") values (?, ?, ?)',
        ).run(name, known.size % tagColourCount, '');
        known.set(tagKey(name), Number(lastInsertRowid));
        return Number(lastInsertRowid);
      }),
    ),
  ];
}

/** VIP and vip are one tag; the name that was there first stays. */
export const tagKey = (name: string): string => name.normalize('NFKC').toLowerCase();
