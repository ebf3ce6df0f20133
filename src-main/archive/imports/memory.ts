import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { kindSchema } from '../../../src-shared/customers.ts';
import { columnPlanSchema, type ColumnPlan, type SheetPlan } from '../../../src-shared/import-plan.ts';
import type { NewField } from '../../../src-shared/custom-fields.ts';
import type { ColumnGuess, Understanding } from '../../../src-shared/imports.ts';
import type { Tx } from '../change.ts';
import { prepared } from '../statements.ts';
import { headerKey } from './header-key.ts';
import type { HeaderRange } from './header-rows.ts';
import { findFields, keptFields, keptFieldsSchema, withMadeFields } from './remembered-fields.ts';

/** So many sheets are remembered. */
const mostRemembered = 500;

const mappingSchema = z.object({
  columns: z.array(columnPlanSchema),
  fields: keptFieldsSchema,
  kind: kindSchema,
  /** First and last header row, counted from the first row of the header that is found by itself; null for none. */
  header: z.tuple([z.number().int(), z.number().int()]).nullable(),
});
type Mapping = z.infer<typeof mappingSchema>;

/** A sheet as it is recognised: by its headers as they are found, before anybody chooses others. */
export interface SheetMark {
  readonly fingerprint: string;
  readonly header: HeaderRange;
}

/** What each column is known by: its header without what people decorate headers with; '' without one. */
export const columnKeys = (columns: readonly Pick<ColumnGuess, 'header'>[]): string[] =>
  columns.map(({ header }) => {
    const { key, number } = headerKey(header);
    return number === null ? key : `${key}#${number}`;
  });

/** What a sheet is recognised by. Null without a header: then there is nothing to recognise it by. */
export function markOf({ columns, header }: Understanding): SheetMark | null {
  // A file of leftovers is the sheet it came from, with something of ours behind it.
  const beside = columns.findIndex(({ target }) => target.field === 'importedAs');
  const keys = columnKeys(beside === -1 ? columns : columns.slice(0, beside));
  while (keys.at(-1) === '') keys.pop();
  if (!header || keys.length === 0) return null;
  return { fingerprint: keys.join('|'), header: [header[0], header[1]] };
}

/** Remembers how a sheet was mapped, in the change that brings it in and has made its new fields. */
export function remember(
  { sqlite }: Tx,
  mark: SheetMark,
  input: SheetPlan,
  newFields: readonly NewField[],
  at: string,
): void {
  const start = mark.header[0];
  const columns = withMadeFields(
    sqlite,
    input.columns.filter(({ target: { field } }) => field !== 'importedAs'),
    newFields,
  );
  const mapping: Mapping = {
    columns,
    fields: keptFields(sqlite, columns, newFields),
    kind: input.kind,
    header: input.header && [input.header[0] - start, input.header[1] - start],
  };
  prepared(
    sqlite,
    `insert into importMemory (fingerprint, mapping, usedAt) values (?, ?, ?)
     on conflict (fingerprint) do update set mapping = excluded.mapping, usedAt = excluded.usedAt`,
  ).run(mark.fingerprint, JSON.stringify(mapping), at);
  prepared(
    sqlite,
    `delete from importMemory where fingerprint in
     (select fingerprint from importMemory order by usedAt desc limit -1 offset ${mostRemembered})`,
  ).run();
}

/** How a sheet with these headers was mapped the last time; null for one never seen. */
export function recall(sqlite: Database, { fingerprint }: SheetMark): Mapping | null {
  const found = prepared(sqlite, 'select mapping from importMemory where fingerprint = ?')
    .pluck()
    .get(fingerprint) as string | undefined;
  if (found === undefined) return null;
  // A mapping of an older program that no longer fits is as good as none.
  return mappingSchema.safeParse(JSON.parse(found)).data ?? null;
}

/** The header rows that a remembered sheet has, where they are other than those found. */
export function recalledHeader({ header }: Mapping, mark: SheetMark): HeaderRange | null | undefined {
  if (header === null) return null;
  const [first, last] = [mark.header[0] + header[0], mark.header[0] + header[1]];
  return first < 0 || (first === mark.header[0] && last === mark.header[1]) ? undefined : [first, last];
}

/** A sheet with its columns mapped as they were the last time, or as a scheme says, each with that as its reason. */
export function withMapping(
  sqlite: Database,
  understanding: Understanding,
  mapping: Pick<Mapping, 'columns' | 'fields' | 'kind'>,
  reason: 'remembered' | 'scheme',
): Understanding {
  const { columns, newFields, lost } = findFields(sqlite, mapping.columns, mapping.fields);
  return {
    ...understanding,
    kind: mapping.kind,
    newFields,
    columns: understanding.columns.map((guess) => {
      const [first, ...others] = columns.filter(({ index }) => index === guess.index);
      const gone = lost.get(guess.index);
      const known = gone ? { ...guess, lost: gone.name, newField: gone } : guess;
      return first ? mapped(known, first, others, reason) : known;
    }),
  };
}

function mapped(
  guess: ColumnGuess,
  first: ColumnPlan,
  others: readonly ColumnPlan[],
  reason: ColumnGuess['reason'],
): ColumnGuess {
  const { dateOrder } = guess;
  const order = [first, ...others].find((plan) => plan.dateOrder)?.dateOrder;
  return {
    ...guess,
    target: first.target,
    also: others.map(({ target }) => target),
    confidence: 1,
    reason,
    policy: first.policy ?? null,
    options: [first, ...others].flatMap(({ options }) => options ?? []),
    // What the dates themselves prove goes before what others of this header were.
    dateOrder: dateOrder && { ...dateOrder, order: dateOrder.order ?? order ?? null },
  };
}
