import { describe, expect, test } from 'vitest';
import {
  addDecision,
  begin,
  chooseTarget,
  freshSheet,
  hasName,
  isTouched,
  planInput,
  sheetOf,
  targetOf,
  withSheet,
  type ImportWork,
} from '../../../src-renderer/imports/state.ts';
import { createImportStore } from '../../../src-renderer/imports/store.ts';
import { column, ledger, ofContact, own } from './a-sheet.ts';

const work = (): ImportWork =>
  begin(
    { token: 'abc', name: '客户台账.xlsx', sizeBytes: 50_000 },
    {
      readingId: 'reading',
      fileName: '客户台账.xlsx',
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: [
        { index: 0, name: '客户台账', rows: 426, columns: 5, hidden: false, likelyTable: true },
        { index: 1, name: '说明', rows: 1, columns: 1, hidden: false, likelyTable: false },
      ],
      suggestedSheet: 0,
      importedBefore: null,
    },
    ledger(),
  );

describe('an import under way', () => {
  test('is planned from the guesses when nobody touched them', () => {
    expect(planInput(work())).toEqual({
      readingId: 'reading',
      sheet: 0,
      header: [2, 3],
      columns: [
        { index: 0, target: own('ignore') },
        { index: 1, target: own('name') },
        { index: 2, target: ofContact('contactName') },
        { index: 3, target: ofContact('mobile') },
        { index: 4, target: own('address') },
      ],
      kind: 'company',
      tagIds: [],
    });
  });

  test('takes what the user chose in place of guesses', () => {
    const chosen = withSheet({ ...work(), tagIds: [7] }, chooseTarget(sheetOf(work()), 4, own('notes')));
    const { columns, kind, tagIds } = planInput(withSheet(chosen, { kind: 'person' }));
    expect(columns[4]).toEqual({ index: 4, target: own('notes') });
    expect([kind, tagIds]).toEqual(['person', [7]]);
  });

  test('is work that would be lost once something was said, and not before or when it is done', () => {
    const untouched = work();
    const decided = { decisions: [{ rows: [4], decision: 'skip' as const }] };
    expect([
      isTouched(null),
      isTouched(untouched),
      isTouched({ ...untouched, tagIds: [1] }),
      isTouched(withSheet(untouched, { kind: 'person' })),
      isTouched(withSheet(untouched, { headerChosen: true })),
      isTouched(withSheet(untouched, decided)),
      isTouched(withSheet(untouched, chooseTarget(sheetOf(untouched), 0, own('code')))),
      isTouched({ ...withSheet(untouched, decided), step: 'done' }),
    ]).toEqual([false, false, true, true, true, true, true, false]);
  });

  test('keeps what was said about one sheet while another is open', () => {
    const said = withSheet(work(), { kind: 'person' });
    const other = { ...said, sheet: 1, sheets: new Map(said.sheets).set(1, freshSheet(ledger())) };
    expect(sheetOf(other).kind).toBeNull();
    expect(sheetOf({ ...other, sheet: 0 }).kind).toBe('person');
  });
});

describe('the meaning of columns', () => {
  test('a field that only one column can have leaves the other one', () => {
    const sheet = chooseTarget(freshSheet(ledger()), 4, own('name'));
    expect(targetOf(sheet, 4)).toEqual(own('name'));
    expect(targetOf(sheet, 1)).toEqual(own('ignore'));
  });

  test('several columns can be mobiles, notes and tags', () => {
    const phones = chooseTarget(freshSheet(ledger()), 4, ofContact('mobile'));
    expect(targetOf(phones, 3)).toEqual(ofContact('mobile'));
    const notes = chooseTarget(chooseTarget(freshSheet(ledger()), 0, own('notes')), 4, own('notes'));
    expect([targetOf(notes, 0), targetOf(notes, 4)]).toEqual([own('notes'), own('notes')]);
  });

  test('contacts of different numbers do not take each other’s names', () => {
    const sheet = chooseTarget(freshSheet(ledger()), 4, ofContact('contactName', 1));
    expect(targetOf(sheet, 2)).toEqual(ofContact('contactName'));
  });

  test('one can go on as soon as something names the customers', () => {
    const nameless = { ...ledger(), columns: [column(0, '地址', own('address'))] };
    expect(hasName(freshSheet(nameless))).toBe(false);
    expect(hasName(chooseTarget(freshSheet(nameless), 0, own('name')))).toBe(true);
    const onlyContacts = { ...ledger(), columns: [column(0, '联系人', ofContact('contactName'))] };
    expect(hasName(freshSheet(onlyContacts))).toBe(true);
  });
});

describe('decisions', () => {
  test('are remembered in their order; the same one after another is one', () => {
    let sheet = freshSheet(ledger());
    const decide = (
      ...[rows, decision]: Parameters<typeof addDecision> extends [unknown, ...infer R] ? R : never
    ) => {
      sheet = { ...sheet, decisions: addDecision(sheet, rows, decision) };
    };
    decide([4], 'update');
    decide([9], 'update');
    decide([11], 'skip');
    decide('allPossible', 'create');
    decide([12], 'create');
    expect(sheet.decisions).toEqual([
      { rows: [4, 9], decision: 'update' },
      { rows: [11], decision: 'skip' },
      { rows: 'allPossible', decision: 'create' },
      { rows: [12], decision: 'create' },
    ]);
  });

  test('never make a call of more rows than the archive takes', () => {
    const many = Array.from({ length: 9_999 }, (_, row) => row);
    const first = { ...freshSheet(ledger()), decisions: [{ rows: many, decision: 'skip' as const }] };
    expect(addDecision(first, [20_000], 'skip').map(({ rows }) => rows.length)).toEqual([10_000]);
    expect(addDecision(first, [20_000, 20_001], 'skip').map(({ rows }) => rows.length)).toEqual([9_999, 2]);
  });
});

describe('the store', () => {
  test('tells its listeners, and changes nothing that is gone', () => {
    const store = createImportStore();
    const heard: (string | null)[] = [];
    const stop = store.subscribe(() => heard.push(store.read()?.step ?? null));
    store.update((now) => ({ ...now, step: 'done' }));
    store.set(work());
    store.update((now) => ({ ...now, step: 'check' }));
    store.set(null);
    stop();
    store.set(work());
    expect(heard).toEqual(['columns', 'check', null]);
  });
});
