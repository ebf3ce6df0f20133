import type { CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';

type ListField = 'aliases' | 'methods' | 'contacts' | 'tagIds';
const listFields = new Set<string>(['aliases', 'methods', 'contacts', 'tagIds'] satisfies ListField[]);

/** Whether both sides of a conflict over the field can be kept: it is a list. */
export const canKeepBoth = (field: string): field is ListField => listFields.has(field);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Values of a set: what either side added, without what either side removed. */
const mergeValues = <T extends string | number>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): T[] => [
  ...theirs.filter((value) => mine.includes(value) || !base.includes(value)),
  ...mine.filter((value) => !theirs.includes(value) && !base.includes(value)),
];

interface Row {
  id?: number | undefined;
}

const byId = <R extends Row>(rows: readonly R[]): Map<number, R> =>
  new Map(rows.flatMap((row) => (row.id === undefined ? [] : [[row.id, row] as const])));

/**
 * Rows with ids, three ways: each side's additions and edits stay; a row that one side removed goes unless the other side
 * edited it. Where both edited one row, `both` decides, mine by default.
 */
const mergeRows = <R extends Row>(
  base: readonly R[],
  mine: readonly R[],
  theirs: readonly R[],
  both: (base: R, mine: R, theirs: R) => R = (_, own) => own,
): R[] => {
  const [baseRows, mineRows, theirRows] = [byId(base), byId(mine), byId(theirs)];
  const kept = theirs.flatMap((row): R[] => {
    const before = baseRows.get(row.id ?? 0);
    const own = mineRows.get(row.id ?? 0);
    if (before === undefined) return [row];
    if (own === undefined) return same(row, before) ? [] : [row];
    if (same(own, before)) return [row];
    return [same(row, before) ? own : both(before, own, row)];
  });
  const added = mine.flatMap((row): R[] => {
    if (row.id === undefined)
      return theirs.some((other) => same({ ...other, id: 0 }, { ...row, id: 0 })) ? [] : [row];
    const before = baseRows.get(row.id);
    if (theirRows.has(row.id) || before === undefined || same(row, before)) return [];
    const { id: _, ...again } = row;
    return [again as R];
  });
  return [...kept, ...added];
};

/** The value of a list field in which the changes of both sides stand. */
export const keepBoth = (
  field: ListField,
  base: CustomerDraft,
  mine: CustomerDraft,
  theirs: CustomerDraft,
): CustomerPatch => {
  switch (field) {
    case 'aliases':
      return { aliases: mergeValues(base.aliases, mine.aliases, theirs.aliases) };
    case 'tagIds':
      return { tagIds: mergeValues(base.tagIds, mine.tagIds, theirs.tagIds) };
    case 'methods':
      return { methods: mergeRows(base.methods, mine.methods, theirs.methods) };
    case 'contacts':
      return {
        contacts: mergeRows(base.contacts, mine.contacts, theirs.contacts, (before, own, other) => ({
          ...own,
          methods: mergeRows(before.methods, own.methods, other.methods),
        })),
      };
  }
};
