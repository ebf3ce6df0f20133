import type { DateOrder } from '../../src-shared/date-order.ts';
import { policiesOf } from '../../src-shared/column-policies.ts';
import type { ColumnPlan, ColumnPolicy } from '../../src-shared/import-plan.ts';
import {
  wordFields,
  type ColumnGuess,
  type ImportTarget,
  type WordField,
  type WordOption,
} from '../../src-shared/imports.ts';
import { targetOf, type ColumnDetails, type NameUse, type SheetWork } from './sheet-work.ts';
import { sameTarget } from './targets.ts';

/** Fields that two columns with days and months can feed. */
const dateFields = new Set(['birthday', 'foundedOn']);

const guessOf = (sheet: SheetWork, index: number): ColumnGuess | undefined =>
  sheet.understanding.columns.find((guess) => guess.index === index);

/** Further fields that a column feeds. */
export const alsoOf = (sheet: SheetWork, index: number): readonly ImportTarget[] =>
  sheet.details.also.get(index) ?? guessOf(sheet, index)?.also ?? [];

/** All fields that a column feeds. */
export const targetsOf = (sheet: SheetWork, index: number): readonly ImportTarget[] => [
  targetOf(sheet, index),
  ...alsoOf(sheet, index),
];

const withDetails = (sheet: SheetWork, part: Partial<ColumnDetails>): SheetWork => ({
  ...sheet,
  details: { ...sheet.details, ...part },
});

/** Lets a column feed one more field, or one less. */
export const setAlso = (sheet: SheetWork, index: number, also: readonly ImportTarget[]): SheetWork =>
  withDetails(sheet, { also: new Map(sheet.details.also).set(index, also) });

export const addAlso = (sheet: SheetWork, index: number, target: ImportTarget): SheetWork => {
  const known = targetsOf(sheet, index);
  if (target.field === 'ignore' || known.some((one) => sameTarget(one, target))) return sheet;
  // What is not imported and is to go somewhere as well goes there.
  if (known[0]?.field === 'ignore') return joinTarget(sheet, index, target);
  return setAlso(sheet, index, [...alsoOf(sheet, index), target]);
};

/** Gives a column a meaning without taking it from another: the two are put together, in the order of the sheet. */
export const joinTarget = (sheet: SheetWork, index: number, target: ImportTarget): SheetWork => ({
  ...setAlso(sheet, index, []),
  chosen: new Map(sheet.chosen).set(index, target),
});

/** What the words of a column stand for, as far as somebody has said. */
export const wordsOf = (sheet: SheetWork, index: number): readonly WordOption[] =>
  sheet.details.words.get(index) ?? guessOf(sheet, index)?.options ?? [];

export const setWord = (sheet: SheetWork, index: number, from: string, to: string): SheetWork => {
  const others = wordsOf(sheet, index).filter((option) => option.from !== from);
  return withDetails(sheet, { words: new Map(sheet.details.words).set(index, [...others, { from, to }]) });
};

/** The field whose options the words of a column are mapped to; null when it has none. */
export const wordFieldOf = (sheet: SheetWork, index: number): WordField | null =>
  wordFields.find((field) => targetsOf(sheet, index).some((target) => target.field === field)) ?? null;

/** Which of the two numbers of a date is the day, in a column where that makes a difference; null when nobody knows. */
export const dateOrderOf = (sheet: SheetWork, index: number): DateOrder | null =>
  sheet.details.dateOrders.get(index) ?? guessOf(sheet, index)?.dateOrder?.order ?? null;

export const setDateOrder = (sheet: SheetWork, index: number, order: DateOrder): SheetWork =>
  withDetails(sheet, { dateOrders: new Map(sheet.details.dateOrders).set(index, order) });

/** Whether a column holds dates that can be read in two ways. */
export const hasDateOrder = (sheet: SheetWork, { index, dateOrder }: ColumnGuess): boolean =>
  dateOrder !== null &&
  targetsOf(sheet, index).some(
    ({ field }) => dateFields.has(field) || (isOwnField(field) && hasYear.test(dateOrder.example)),
  );

/** A field of one's own may hold amounts too: 3.5 is no day of it, 3/4/2023 is. */
const isOwnField = (field: string): boolean => field.startsWith('custom:') || field.startsWith('new:');
const hasYear = /^\s*\d+([/.-])\d+\1\d+/u;

/** Columns whose dates nobody can tell apart before the owner has said which number is the day. */
export const askedColumns = (sheet: SheetWork): ColumnGuess[] =>
  sheet.understanding.columns.filter(
    (guess) => hasDateOrder(sheet, guess) && dateOrderOf(sheet, guess.index) === null,
  );

export const setNameUse = (sheet: SheetWork, nameUse: NameUse | null): SheetWork =>
  withDetails(sheet, { nameUse });

/** What a column does to customers that are there; undefined for what its field usually does. */
export const policyOf = (
  sheet: SheetWork,
  index: number,
  { field }: ImportTarget,
): ColumnPolicy | undefined => {
  const policy = sheet.policies.get(index) ?? guessOf(sheet, index)?.policy ?? undefined;
  return policy !== undefined && policiesOf(field).includes(policy) ? policy : undefined;
};

/** What a column is to become, a plan for each field that it feeds. */
export const columnPlans = (sheet: SheetWork, { index, dateOrder }: ColumnGuess): ColumnPlan[] => {
  const order = dateOrderOf(sheet, index);
  const words = wordsOf(sheet, index);
  return targetsOf(sheet, index).map((target) => ({
    index,
    target,
    policy: policyOf(sheet, index, target),
    ...(order !== null && { dateOrder: order }),
    ...(dateOrder?.yearLast === true && { yearLast: true }),
    ...(words.length > 0 && wordFields.some((field) => field === target.field) && { options: [...words] }),
  }));
};
