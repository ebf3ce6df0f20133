import type { Kind } from '../../src-shared/customers.ts';
import type { DateOrder } from '../../src-shared/date-order.ts';
import type { ColumnPolicy, FixedValue } from '../../src-shared/import-plan.ts';
import type { ImportTarget, Understanding, WordOption } from '../../src-shared/imports.ts';
import { isExclusive, sameTarget } from './targets.ts';

/** Whether the name of a sheet says something about its customers, and what. */
export type NameUse = Extract<FixedValue['field'], 'tags' | 'owner' | 'source'> | 'year';

/** The year that the name of a sheet tells, as a tag: 2019年 for 2019年客户; null without one. */
export const yearTag = (name: string): string | null => {
  const [year] = /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(name) ?? [];
  return year === undefined ? null : `${year}年`;
};

/** What was said about the columns of a sheet beyond what they mean, by column; what is missing is as it was guessed. */
export interface ColumnDetails {
  readonly also: ReadonlyMap<number, readonly ImportTarget[]>;
  readonly words: ReadonlyMap<number, readonly WordOption[]>;
  readonly dateOrders: ReadonlyMap<number, DateOrder>;
  readonly nameUse: NameUse | null;
}

/** What the user said about one sheet, beside what was understood of it. */
export interface SheetWork {
  readonly readingId: string;
  readonly understanding: Understanding;
  /** Columns whose meaning the user chose, by index. */
  readonly chosen: ReadonlyMap<number, ImportTarget>;
  /** What columns do to customers that are there, where it is not the usual, by index. */
  readonly policies: ReadonlyMap<number, ColumnPolicy>;
  readonly kind: Kind | null;
  readonly headerChosen: boolean;
  /** Whether rows that the sheet hides come in too. */
  readonly withHidden: boolean;
  readonly details: ColumnDetails;
}

/** A sheet as it was understood, with nothing said about it yet. */
export const freshSheet = (readingId: string, understanding: Understanding): SheetWork => ({
  readingId,
  understanding,
  chosen: new Map(),
  policies: new Map(),
  kind: null,
  headerChosen: false,
  withHidden: true,
  details: { also: new Map(), words: new Map(), dateOrders: new Map(), nameUse: null },
});

/** What each column means now, chosen or guessed. */
export const targetOf = (sheet: SheetWork, index: number): ImportTarget =>
  sheet.chosen.get(index) ??
  sheet.understanding.columns.find((column) => column.index === index)?.target ?? {
    field: 'ignore',
    contact: null,
  };

/** Gives a column a meaning. Another column with the same one loses it where only one column can have it. */
export const chooseTarget = (sheet: SheetWork, index: number, target: ImportTarget): SheetWork => {
  const chosen = new Map(sheet.chosen).set(index, target);
  if (isExclusive(target)) {
    for (const other of sheet.understanding.columns) {
      if (other.index !== index && sameTarget(targetOf(sheet, other.index), target))
        chosen.set(other.index, { field: 'ignore', contact: null });
    }
  }
  const also = new Map(sheet.details.also).set(index, []);
  return { ...sheet, chosen, details: { ...sheet.details, also } };
};
