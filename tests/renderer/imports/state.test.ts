import { describe, expect, test } from 'vitest';
import { forgetSheet, say, type Said } from '../../../src-renderer/imports/said.ts';
import {
  begin,
  chooseTarget,
  freshSheet,
  hasName,
  includeSheet,
  isTouched,
  openSheet,
  planInput,
  putSheet,
  replaceFile,
  sheetOf,
  targetOf,
  withSheet,
  type ImportFile,
  type ImportWork,
  type SheetWork,
} from '../../../src-renderer/imports/state.ts';
import type { Understanding } from '../../../src-shared/imports.ts';
import { setNameUse } from '../../../src-renderer/imports/column-details.ts';
import { yearTag } from '../../../src-renderer/imports/sheet-work.ts';
import { createImportStore } from '../../../src-renderer/imports/store.ts';
import { column, ledger, ofContact, own } from './a-sheet.ts';

const work = (): ImportWork => begin([file('reading', '客户台账.xlsx')], [freshSheet('reading', ledger())]);

const file = (readingId: string, name: string): ImportFile => ({
  file: { token: readingId, name, sizeBytes: 50_000 },
  reading: {
    readingId,
    fileName: name,
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: [
      { index: 0, name: '客户台账', rows: 426, columns: 5, hidden: false, likelyTable: true },
      { index: 1, name: '2024', rows: 12, columns: 5, hidden: false, likelyTable: true },
    ],
    suggestedSheet: 0,
    suggestedTogether: [0],
    importedBefore: null,
  },
});
const noField = { type: 'text' as const, options: [] };
const sheet = (): SheetWork => freshSheet('reading', ledger());
const second = (readingId = 'reading'): SheetWork => freshSheet(readingId, { ...ledger(), sheet: 1 });

describe('an import under way', () => {
  test('is planned from the guesses when nobody touched them', () => {
    expect(planInput(work())).toEqual({
      sheets: [
        {
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
          fixed: [],
          asIs: false,
          joined: false,
          hiddenRows: 'bringIn',
          edits: [],
          columnEdits: [],
        },
      ],
      matchBy: ['code', 'creditCode', 'identityNumber', 'phone', 'name'],
      people: 'asContacts',
      newFields: [],
      decisions: [],
      accepted: [],
    });
  });

  test('takes what the user chose in place of guesses', () => {
    const chosen = withSheet({ ...work(), tagIds: [7] }, chooseTarget(sheetOf(work()), 4, own('notes')));
    const [planned] = planInput(withSheet(chosen, { kind: 'person' })).sheets;
    expect(planned?.columns[4]).toEqual({ index: 4, target: own('notes') });
    expect([planned?.kind, planned?.tagIds]).toEqual(['person', [7]]);
  });

  test('makes the fields that a scheme brings beside those it makes already, and those of one name once', () => {
    const newFields = [
      { name: '门店数', type: 'number' as const, options: [] },
      { name: '结算周期', type: 'text' as const, options: [] },
    ];
    const brought: Understanding = {
      ...ledger(),
      newFields: [
        { ...newFields[1], name: '结算 周期', options: [], type: 'choice' },
        { ...noField, name: '合同号' },
      ],
      columns: [
        column(0, '结算周期', own('new:0')),
        column(1, '客户名称', own('name'), { also: [own('new:1')] }),
      ],
    };
    const after = putSheet({ ...work(), newFields }, freshSheet('reading', brought));
    expect(after.newFields).toEqual([...newFields, { ...noField, name: '合同号' }]);
    expect(planInput(after).sheets[0]?.columns.map(({ target }) => target.field)).toEqual([
      'new:1',
      'name',
      'new:2',
    ]);
  });

  test('is work that would be lost once something was said, and not before or when it is done', () => {
    const untouched = work();
    const decided: ImportWork = {
      ...untouched,
      said: [{ type: 'decide', rows: [{ key: 'reading/0', row: 4 }], decision: 'skip' }],
    };
    expect([
      isTouched(null),
      isTouched(untouched),
      isTouched({ ...untouched, tagIds: [1] }),
      isTouched(withSheet(untouched, { kind: 'person' })),
      isTouched(withSheet(untouched, { headerChosen: true })),
      isTouched(decided),
      isTouched(includeSheet(openSheet(withSecond(), 'reading/1'), 'reading/1', true)),
      isTouched(withSheet(untouched, chooseTarget(sheetOf(untouched), 0, own('code')))),
      isTouched({ ...decided, step: 'done' }),
    ]).toEqual([false, false, true, true, true, true, true, true, false]);
  });

  test('keeps what was said about one sheet while another is open', () => {
    const other = openSheet(withSecond(withSheet(work(), { kind: 'person' })), 'reading/1');
    expect(sheetOf(other).kind).toBeNull();
    expect(sheetOf(openSheet(other, 'reading/0')).kind).toBe('person');
  });
});

const withSecond = (from = work()): ImportWork => ({
  ...from,
  sheets: new Map(from.sheets).set('reading/1', second()),
});

describe('the sheets that come in', () => {
  const places = (from: ImportWork) =>
    planInput(from).sheets.map(({ readingId, sheet: place }) => [readingId, place]);

  test('are the one that is looked at, until it is said which', () => {
    const opened = openSheet(withSecond(), 'reading/1');
    expect(places(opened)).toEqual([['reading', 1]]);
    const both = includeSheet(opened, 'reading/0', true);
    expect(places(both)).toEqual([
      ['reading', 0],
      ['reading', 1],
    ]);
    const one = includeSheet(both, 'reading/0', false);
    expect(places(openSheet(one, 'reading/0'))).toEqual([['reading', 1]]);
    expect(includeSheet(one, 'reading/1', false)).toBe(one);
  });

  test('can be of several files, in the order in which those were dropped', () => {
    const files = [file('a', '一.xlsx'), file('b', '二.xlsx')];
    const two = begin(files, [freshSheet('a', ledger()), second('b')]);
    expect(places(two)).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  test('of a file that is read anew take the place of its sheets', () => {
    const said = {
      ...work(),
      said: [{ type: 'edit' as const, cells: [{ ...row(4), column: 1, text: '八骏' }] }],
    };
    const anew = replaceFile(said, 'reading', file('anew', '客户台账.xlsx'), [freshSheet('anew', ledger())]);
    expect(places(anew)).toEqual([['anew', 0]]);
    expect([anew.open, anew.said, [...anew.sheets.keys()]]).toEqual(['anew/0', [], ['anew/0']]);
  });
});

const row = (number: number, key = 'reading/0') => ({ key, row: number });

describe('what was said about rows', () => {
  test('is said again of the sheets that come in, at the places they have then', () => {
    const said: Said[] = [
      { type: 'decide', rows: [row(4), row(9, 'reading/1')], decision: 'skip' },
      { type: 'decide', rows: { possibleBy: 'phone' }, decision: 'update' },
      { type: 'accept', rows: [row(7, 'reading/1')] },
      { type: 'accept', rows: 'allDoubtful' },
      { type: 'edit', cells: [{ ...row(5, 'reading/1'), column: 3, text: '13800138000' }] },
      { type: 'columnEdit', key: 'reading/1', column: 4, from: '杭洲', text: '杭州' },
    ];
    const opened = { ...openSheet(withSecond(), 'reading/1'), said };
    const alone = planInput(opened);
    expect(alone.decisions).toEqual([
      { rows: [{ sheet: 0, row: 9 }], decision: 'skip' },
      { rows: { possibleBy: 'phone' }, decision: 'update' },
    ]);
    expect(alone.accepted).toEqual([[{ sheet: 0, row: 7 }], 'allDoubtful']);
    expect(alone.sheets[0]).toMatchObject({
      edits: [{ row: 5, column: 3, text: '13800138000' }],
      columnEdits: [{ column: 4, from: '杭洲', text: '杭州' }],
    });
    const both = planInput(includeSheet(opened, 'reading/0', true));
    expect(both.decisions[0]?.rows).toEqual([
      { sheet: 0, row: 4 },
      { sheet: 1, row: 9 },
    ]);
    expect(both.sheets.map(({ edits }) => edits.length)).toEqual([0, 1]);
  });

  test('is one call where it is the same one after another, and the newest text of a cell counts', () => {
    let said: readonly Said[] = [];
    const next = (one: Said) => (said = say(said, one));
    next({ type: 'decide', rows: [row(4)], decision: 'update' });
    next({ type: 'decide', rows: [row(9)], decision: 'update' });
    next({ type: 'decide', rows: [row(11)], decision: 'skip' });
    next({ type: 'decide', rows: 'allPossible', decision: 'skip' });
    next({ type: 'edit', cells: [{ ...row(4), column: 1, text: '八骏' }] });
    next({ type: 'edit', cells: [{ ...row(4), column: 1, text: '八骏科技' }] });
    expect(said).toEqual([
      { type: 'decide', rows: [row(4), row(9)], decision: 'update' },
      { type: 'decide', rows: [row(11)], decision: 'skip' },
      { type: 'decide', rows: 'allPossible', decision: 'skip' },
      { type: 'edit', cells: [{ ...row(4), column: 1, text: '八骏科技' }] },
    ]);
  });

  test('never makes a call of more rows than the archive takes', () => {
    const many = Array.from({ length: 9_999 }, (_, at) => row(at));
    const first: Said[] = [{ type: 'decide', rows: many, decision: 'skip' }];
    const add = (...rows: number[]) =>
      say(first, { type: 'decide', rows: rows.map((at) => row(at)), decision: 'skip' }).length;
    expect([add(20_000), add(20_000, 20_001)]).toEqual([1, 2]);
  });

  test('is forgotten with the rows of a sheet that has others now', () => {
    const said: Said[] = [
      { type: 'decide', rows: [row(4), row(9, 'reading/1')], decision: 'skip' },
      { type: 'decide', rows: 'allPossible', decision: 'skip' },
      { type: 'accept', rows: [row(4)] },
      { type: 'columnEdit', key: 'reading/0', column: 4, from: '杭洲', text: '杭州' },
    ];
    expect(forgetSheet(said, 'reading/0')).toEqual([
      { type: 'decide', rows: [row(9, 'reading/1')], decision: 'skip' },
    ]);
  });
});

describe('the meaning of columns', () => {
  test('a field that only one column can have leaves the other one', () => {
    const chosen = chooseTarget(sheet(), 4, own('name'));
    expect(targetOf(chosen, 4)).toEqual(own('name'));
    expect(targetOf(chosen, 1)).toEqual(own('ignore'));
  });

  test('several columns can be mobiles, notes and tags', () => {
    const phones = chooseTarget(sheet(), 4, ofContact('mobile'));
    expect(targetOf(phones, 3)).toEqual(ofContact('mobile'));
    const notes = chooseTarget(chooseTarget(sheet(), 0, own('notes')), 4, own('notes'));
    expect([targetOf(notes, 0), targetOf(notes, 4)]).toEqual([own('notes'), own('notes')]);
  });

  test('contacts of different numbers do not take each other’s names', () => {
    const chosen = chooseTarget(sheet(), 4, ofContact('contactName', 1));
    expect(targetOf(chosen, 2)).toEqual(ofContact('contactName'));
  });

  test('one can go on as soon as something names the customers', () => {
    const nameless = { ...ledger(), columns: [column(0, '地址', own('address'))] };
    expect(hasName(freshSheet('reading', nameless))).toBe(false);
    expect(hasName(chooseTarget(freshSheet('reading', nameless), 0, own('name')))).toBe(true);
    const onlyContacts = { ...ledger(), columns: [column(0, '联系人', ofContact('contactName'))] };
    expect(hasName(freshSheet('reading', onlyContacts))).toBe(true);
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

test('the name of a sheet is a tag, or the year in it is', () => {
  expect(['2019年客户', '2023', '客户2024(新)', '20231', '华东'].map(yearTag)).toEqual([
    '2019年',
    '2023年',
    '2024年',
    null,
    null,
  ]);
  const named = (use: 'tags' | 'year') => {
    const now = begin([file('reading', '客户台账.xlsx')], [freshSheet('reading', { ...ledger(), sheet: 1 })]);
    return planInput(withSheet(now, setNameUse(sheetOf(now), use))).sheets[0]?.fixed;
  };
  expect(named('tags')).toEqual([{ field: 'tags', value: '2024' }]);
  expect(named('year')).toEqual([{ field: 'tags', value: '2024年' }]);
});
