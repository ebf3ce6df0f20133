import { fieldNameKey, type NewField } from '../../src-shared/custom-fields.ts';
import type { FileRef } from '../../src-shared/files.ts';
import {
  matchByKeys,
  type AcceptedRows,
  type ColumnPolicy,
  type MatchByKey,
  type Plan,
  type PlanInput,
  type SheetPlan,
} from '../../src-shared/import-plan.ts';
import {
  namingFields,
  type ImportResult,
  type Reading,
  type SheetInfo,
  type Understanding,
} from '../../src-shared/imports.ts';
import { columnPlans, targetsOf } from './column-details.ts';
import { withSchemeFields } from './scheme-fields.ts';
import { chooseTarget, yearTag, type SheetWork } from './sheet-work.ts';
import { forgetSheet, isList, type Said, type SaidRow } from './said.ts';

export { chooseTarget, freshSheet, targetOf, type SheetWork } from './sheet-work.ts';

export const steps = ['start', 'columns', 'check', 'done'] as const;
export type Step = (typeof steps)[number];

/** A file of the import, as it was read. */
export interface ImportFile {
  readonly file: FileRef;
  readonly reading: Reading;
}

/** A sheet of one of the files. */
export type SheetKey = string;
export const sheetKey = (readingId: string, sheet: number): SheetKey => `${readingId}/${sheet}`;

/** An import under way, from the files that were read to what came of them. */
export interface ImportWork {
  readonly files: readonly ImportFile[];
  readonly step: Exclude<Step, 'start'>;
  /** The sheet that is looked at. */
  readonly open: SheetKey;
  /** What was looked at so far. */
  readonly sheets: ReadonlyMap<SheetKey, SheetWork>;
  /** The sheets that come in; at least one. */
  readonly included: ReadonlySet<SheetKey>;
  /** Whether it was said which come in. As long as it was not and there is one, it is the one that is looked at. */
  readonly includedChosen: boolean;
  readonly tagIds: readonly number[];
  readonly matchBy: readonly MatchByKey[];
  readonly people: PlanInput['people'];
  /** Fields that columns are to make; their targets name them by their place here. */
  readonly newFields: readonly NewField[];
  /** What was said about rows, in the order in which it was. */
  readonly said: readonly Said[];
  /** With what it was made from, so that going back and on again keeps it. */
  readonly plan: (Plan & { readonly madeFrom: string; readonly keys: readonly SheetKey[] }) | null;
  readonly result: ImportResult | null;
  /** Whether it was cancelled after it had been written. */
  readonly cancelledTooLate: boolean;
}

/** The key of a sheet of which something is known. */
export const keyOf = ({ readingId, understanding }: SheetWork): SheetKey =>
  sheetKey(readingId, understanding.sheet);

/** An import that begins with these sheets; the first of them is looked at. */
export const begin = (files: readonly ImportFile[], sheets: readonly SheetWork[]): ImportWork => {
  const [first] = sheets;
  if (first === undefined) throw new Error('An import begins with a sheet');
  const work: ImportWork = {
    files,
    step: 'columns',
    open: keyOf(first),
    sheets: new Map(),
    included: new Set(sheets.map(keyOf)),
    includedChosen: false,
    tagIds: [],
    matchBy: matchByKeys,
    people: 'asContacts',
    newFields: [],
    said: [],
    plan: null,
    result: null,
    cancelledTooLate: false,
  };
  return sheets.reduce(putSheet, work);
};

/** The work with a sheet as it is understood (anew); fields that its columns are to make join the others. */
export const putSheet = (work: ImportWork, sheet: SheetWork): ImportWork => {
  const { newFields, understanding } = withSchemeFields(work.newFields, sheet.understanding);
  const sheets = new Map(work.sheets).set(keyOf(sheet), { ...sheet, understanding });
  return { ...work, newFields, sheets };
};

/** The sheet that is open. */
export const sheetOf = (work: ImportWork): SheetWork => {
  const sheet = work.sheets.get(work.open);
  if (sheet === undefined) throw new Error('A sheet was opened before it was understood');
  return sheet;
};

/** The file of a sheet. */
export const fileOf = ({ files }: Pick<ImportWork, 'files'>, readingId: string): ImportFile => {
  const file = files.find(({ reading }) => reading.readingId === readingId);
  if (file === undefined) throw new Error('A sheet belongs to a file of its import');
  return file;
};

/** What the reading says about a sheet. */
export const sheetInfo = (
  work: Pick<ImportWork, 'files'>,
  { readingId, understanding }: SheetWork,
): SheetInfo | undefined =>
  fileOf(work, readingId).reading.sheets.find(({ index }) => index === understanding.sheet);

/** The sheets that come in, in the order of the files. */
export const includedSheets = (work: Pick<ImportWork, 'files' | 'sheets' | 'included'>): SheetWork[] =>
  work.files.flatMap(({ reading }) =>
    reading.sheets.flatMap(({ index }) => {
      const key = sheetKey(reading.readingId, index);
      const sheet = work.included.has(key) ? work.sheets.get(key) : undefined;
      return sheet === undefined ? [] : [sheet];
    }),
  );

/** The work with something about its open sheet said anew. */
export const withSheet = (work: ImportWork, part: Partial<SheetWork>): ImportWork => ({
  ...work,
  sheets: new Map(work.sheets).set(work.open, { ...sheetOf(work), ...part }),
});

/** Looks at another sheet; as long as nothing else was said it is the one that comes in. */
export const openSheet = (work: ImportWork, open: SheetKey): ImportWork => {
  const follows = !work.includedChosen && work.included.size === 1;
  return { ...work, open, included: follows ? new Set([open]) : work.included };
};

/** Puts a file that was read anew in the place of itself, with the sheets it comes in with. */
export const replaceFile = (
  work: ImportWork,
  readingId: string,
  file: ImportFile,
  sheets: readonly SheetWork[],
): ImportWork => {
  const [first] = sheets;
  const isOther = (key: SheetKey): boolean => work.sheets.get(key)?.readingId !== readingId;
  const without: ImportWork = {
    ...work,
    files: work.files.map((one) => (one.reading.readingId === readingId ? file : one)),
    open: first === undefined ? work.open : keyOf(first),
    sheets: new Map([...work.sheets].filter(([key]) => isOther(key))),
    included: new Set([...[...work.included].filter(isOther), ...sheets.map(keyOf)]),
    said: [...work.sheets.keys()].filter((key) => !isOther(key)).reduce(forgetSheet, work.said),
    plan: null,
  };
  return sheets.reduce(putSheet, without);
};

/** Takes a sheet in with the others, or leaves it out; the last one stays. */
export const includeSheet = (work: ImportWork, key: SheetKey, wanted: boolean): ImportWork => {
  const included = new Set(work.included);
  if (wanted) included.add(key);
  else included.delete(key);
  return included.size === 0 ? work : { ...work, included, includedChosen: true };
};

/** Makes a field of a column of the open sheet. Columns of one name, also of several sheets, share their field. */
export const chooseNewField = (work: ImportWork, index: number, field: NewField): ImportWork => {
  const key = fieldNameKey(field.name);
  const known = work.newFields.findIndex(({ name }) => fieldNameKey(name) === key);
  const place = known === -1 ? work.newFields.length : known;
  const target = { field: `new:${place}`, contact: null };
  return {
    ...withSheet(work, chooseTarget(sheetOf(work), index, target)),
    newFields: work.newFields.toSpliced(place, 1, field),
  };
};

/** The sides of the chosen table; undefined where a sheet is one. */
const tableOf = ({ tables, table }: Understanding): SheetPlan['table'] => {
  const chosen = tables.length > 1 && table !== null ? tables[table] : undefined;
  return chosen && { top: chosen.top, left: chosen.left, bottom: chosen.bottom, right: chosen.right };
};

/** Says what columns do to customers that are there. */
export const setPolicy = (
  work: ImportWork,
  columns: readonly { readonly key: SheetKey; readonly index: number }[],
  policy: ColumnPolicy,
): ImportWork => {
  const sheets = new Map(work.sheets);
  for (const { key, index } of columns) {
    const sheet = sheets.get(key);
    if (sheet) sheets.set(key, { ...sheet, policies: new Map(sheet.policies).set(index, policy) });
  }
  return { ...work, sheets };
};

/** The name of the sheet, where it says something about its customers. */
const fixedValues = (work: ImportWork, sheet: SheetWork): SheetPlan['fixed'] => {
  const { nameUse } = sheet.details;
  const name = sheetInfo(work, sheet)?.name.trim().slice(0, 200) ?? '';
  if (nameUse === null || name === '') return [];
  return [
    nameUse === 'year' ? { field: 'tags', value: yearTag(name) ?? name } : { field: nameUse, value: name },
  ];
};

const sheetPlan = (work: ImportWork, sheet: SheetWork): SheetPlan => {
  const { readingId, understanding } = sheet;
  const key = keyOf(sheet);
  return {
    readingId,
    sheet: understanding.sheet,
    header: understanding.header,
    table: tableOf(understanding),
    columns: understanding.columns.flatMap((guess) => columnPlans(sheet, guess)),
    kind: sheet.kind ?? understanding.kind,
    tagIds: [...work.tagIds],
    fixed: fixedValues(work, sheet),
    asIs: understanding.layout?.taken === false,
    joined: understanding.alike?.joined === true,
    hiddenRows: sheet.withHidden ? 'bringIn' : 'leaveOut',
    edits: work.said.flatMap((said) =>
      said.type === 'edit'
        ? said.cells
            .filter((cell) => cell.key === key)
            .map(({ row, column, text }) => ({ row, column, text }))
        : [],
    ),
    columnEdits: work.said.flatMap((said) =>
      said.type === 'columnEdit' && said.key === key
        ? [{ column: said.column, from: said.from, text: said.text }]
        : [],
    ),
  };
};

/** What the plan is made from, with all that was said about its rows. */
export const planInput = (work: ImportWork): PlanInput => {
  const sheets = includedSheets(work);
  const keys = sheets.map(keyOf);
  const places = (rows: readonly SaidRow[]) =>
    rows.flatMap(({ key, row }) => (keys.includes(key) ? [{ sheet: keys.indexOf(key), row }] : []));
  const decisions: PlanInput['decisions'] = [];
  const accepted: AcceptedRows[] = [];
  for (const said of work.said) {
    if (said.type === 'decide') {
      const rows = isList(said.rows) ? places(said.rows) : said.rows;
      if (!isList(rows) || rows.length > 0) decisions.push({ rows, decision: said.decision });
    } else if (said.type === 'accept') {
      const rows = isList(said.rows) ? places(said.rows) : said.rows;
      if (rows.length > 0) accepted.push(rows);
    }
  }
  return {
    sheets: sheets.map((sheet) => sheetPlan(work, sheet)),
    matchBy: [...work.matchBy],
    people: work.people,
    newFields: [...work.newFields],
    decisions,
    accepted,
  };
};

/** How many rows of a sheet come in. */
export const comingRows = ({ understanding, withHidden }: SheetWork): number =>
  understanding.dataRows - (withHidden ? 0 : understanding.hidden.rows);

/** Whether something names the customers of a sheet: without that there is nothing to import. */
export const hasName = (sheet: SheetWork): boolean =>
  sheet.understanding.columns.some(({ index }) =>
    targetsOf(sheet, index).some(({ field }) => namingFields.includes(field)),
  );

const isSaid = ({ also, words, dateOrders, nameUse }: SheetWork['details']): boolean =>
  also.size + words.size + dateOrders.size > 0 || nameUse !== null;

/** Whether the user did something that would have to be done again. */
export const isTouched = (work: ImportWork | null): boolean =>
  work !== null &&
  work.step !== 'done' &&
  (work.tagIds.length > 0 ||
    work.includedChosen ||
    work.said.length > 0 ||
    work.people !== 'asContacts' ||
    work.matchBy !== matchByKeys ||
    [...work.sheets.values()].some(
      ({ chosen, policies, kind, headerChosen, withHidden, details, understanding }) =>
        chosen.size > 0 ||
        policies.size > 0 ||
        kind !== null ||
        headerChosen ||
        !withHidden ||
        understanding.layout?.taken === false ||
        understanding.alike?.joined === true ||
        isSaid(details),
    ));
