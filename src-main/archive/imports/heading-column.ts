import type { CustomKey } from '../../../src-shared/custom-fields.ts';
import type { ColumnGuess, HeadingKind } from '../../../src-shared/imports.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { Headings } from './heading-rows.ts';
import { suggestField } from './suggest-field.ts';

/** What the column is called as which headings are read; the dictionary knows the first of them. */
export const headingNames: Readonly<Record<HeadingKind, string>> = {
  company: '公司名称',
  owner: '业务员',
  region: '区域',
  year: '年份',
  other: '分组',
};

/** The header by which the column is mapped; none but companies are taken for anything by themselves. */
export const mappedHeader = ({ kind }: Headings): string[] =>
  kind === 'company' ? [headingNames[kind]] : [];

/** The column of headings among the others: companies name the customers, anything else is offered. */
export function headingGuess(
  { kind }: Headings,
  mapped: ColumnGuess | undefined,
  evidence: ColumnEvidence | undefined,
  own: ReadonlyMap<string, CustomKey>,
): ColumnGuess {
  if (!mapped || !evidence) throw new RangeError('Headings are a column of their table');
  if (kind === 'company') return { ...mapped, confidence: 0.8, reason: 'heading' };
  const header = [headingNames[kind]];
  return {
    ...mapped,
    header: headingNames[kind],
    target: { field: 'ignore', contact: null },
    confidence: 0,
    reason: 'heading',
    newField: suggestField(header, evidence, own),
  };
}
