import type { TFunction } from 'i18next';
import type { ColumnGuess, ImportTarget } from '../../../src-shared/imports.ts';
import { targetLabel, type OwnFields } from '../targets.ts';

export type Confidence = 'sure' | 'likely' | 'unsure' | 'chosen' | 'ignored';

/** How sure a column's meaning is, in steps that can be shown. */
export const confidenceOf = (guess: ColumnGuess, target: ImportTarget, chosen: boolean): Confidence => {
  if (target.field === 'ignore') return 'ignored';
  if (chosen) return 'chosen';
  if (guess.confidence >= 0.8) return 'sure';
  return guess.confidence >= 0.5 ? 'likely' : 'unsure';
};

/** Whether nothing is known about a column in which something stands: it could become a field of its own. */
export const couldBeField = ({ newField, confidence, target }: ColumnGuess): boolean =>
  newField !== null && confidence < 0.5 && target.field === 'ignore';

/** A, B … Z, AA: as spreadsheets name their columns. */
export const columnLetter = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
};

/** The header of a column on one line. */
export const headerText = (t: TFunction, { header }: ColumnGuess): string =>
  header.trim() === '' ? t('imports.columns.noHeader') : header.replace(/\s+/gu, ' ').trim();

/** px that a text takes, near enough: Chinese is as wide as it is high. */
const textWidth = (text: string, size: number): number => {
  let width = 0;
  for (const character of text.slice(0, 60))
    width += (character.codePointAt(0) ?? 0) > 0x2e80 ? size : size * 0.6;
  return width;
};

const narrowest = 88;
const widest = 280;

/** px for a column: what its values, its header and its meaning need, within reason. */
export const columnWidth = (
  t: TFunction,
  guess: ColumnGuess,
  target: ImportTarget,
  own?: OwnFields,
): number => {
  const values = Math.max(0, ...guess.samples.map((sample) => textWidth(sample.split('\n', 1)[0] ?? '', 13)));
  const head = Math.max(
    textWidth(targetLabel(t, target, own), 13) + 68,
    textWidth(`${columnLetter(guess.index)} · ${guess.header}`, 12) + 20,
  );
  return Math.round(Math.min(widest, Math.max(narrowest, values + 24, Math.min(head, 220))));
};
