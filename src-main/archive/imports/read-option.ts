import { genders, kinds, levels, stages } from '../../../src-shared/customers.ts';
import { asTag } from '../../../src-shared/import-plan.ts';
import { optionKey, readGender, readKind, readLevel, readStage } from './options.ts';
import type { RowBuilder } from './row-builder.ts';
import type { RowColumn } from './row-columns.ts';

/** Reads whether the customer is a company or a person. */
export function readKindCell(row: RowBuilder, { options }: RowColumn, line: string): void {
  const said = options.get(optionKey(line));
  if (said === undefined) row.kind = readKind(line)?.value ?? row.kind;
  else if (isKind(said)) row.kind = said;
}

/**
 * Reads a stage, a level or a gender. Options that say less than what is written (老客户, VIP) are kept as tags too, and so is what is no option.
 */
export function readOption(
  row: RowBuilder,
  { field, column, header, options }: RowColumn,
  line: string,
): void {
  row.cameFrom(field, column);
  const said = options.get(optionKey(line));
  if (said === asTag) row.tags.push(line.slice(0, 50));
  else if (said !== undefined) setOption(row, field, said);
  if (said !== undefined) return;
  if (field === 'gender') {
    const gender = readGender(line);
    if (gender) row.fields.gender = gender.value;
    else row.addNote(header, line);
    return;
  }
  const read = field === 'stage' ? readStage(line) : readLevel(line);
  if (read && field === 'stage') row.fields.stage = readStage(line)?.value ?? '';
  if (read && field === 'level') row.fields.level = readLevel(line)?.value ?? '';
  if (read?.exact && !(field === 'level' && /[+\-＋－]$/u.test(line))) return;
  if (line.length <= 20) row.tags.push(line);
  else row.addNote(header, line);
}

/** What the owner said a word stands for; '' for nothing. */
function setOption(row: RowBuilder, field: string, value: string): void {
  if (field === 'stage' && isStage(value)) row.fields.stage = value;
  if (field === 'level' && isLevel(value)) row.fields.level = value;
  if (field === 'gender' && isGender(value)) row.fields.gender = value;
}

const isOneOf =
  <T extends string>(all: readonly T[]) =>
  (value: string): value is T =>
    all.some((one) => one === value);
const isStage = isOneOf(stages);
const isLevel = isOneOf(levels);
const isGender = isOneOf(genders);
const isKind = isOneOf(kinds);
