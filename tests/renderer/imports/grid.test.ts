import { describe, expect, test } from 'vitest';
import { columnLetter, confidenceOf } from '../../../src-renderer/imports/columns/column-looks.ts';
import { spansOf } from '../../../src-renderer/imports/columns/spans.ts';
import { moveBy } from '../../../src-renderer/imports/grid/grid-keys.ts';
import { column, own } from './a-sheet.ts';

const extent = { rows: 1_000, columns: 12, pageRows: 20, head: true };
const at = (row: number, column: number) => ({ row, column });

describe('the keys of a sheet', () => {
  test('arrows go a cell, also into the head, and stop at the edges', () => {
    expect(moveBy('ArrowDown', false, at(4, 2), extent)).toEqual(at(5, 2));
    expect(moveBy('ArrowRight', false, at(4, 2), extent)).toEqual(at(4, 3));
    expect(moveBy('ArrowUp', false, at(0, 2), extent)).toEqual(at(-1, 2));
    expect(moveBy('ArrowUp', false, at(-1, 2), extent)).toEqual(at(-1, 2));
    expect(moveBy('ArrowUp', false, at(0, 2), { ...extent, head: false })).toEqual(at(0, 2));
    expect(moveBy('ArrowLeft', false, at(4, 0), extent)).toEqual(at(4, 0));
    expect(moveBy('ArrowDown', false, at(999, 11), extent)).toEqual(at(999, 11));
  });

  test('a screen up or down, the ends of a row, and the corners of the sheet', () => {
    expect(moveBy('PageDown', false, at(990, 2), extent)).toEqual(at(999, 2));
    expect(moveBy('PageDown', false, at(-1, 2), extent)).toEqual(at(20, 2));
    expect(moveBy('PageUp', false, at(7, 2), extent)).toEqual(at(0, 2));
    expect(moveBy('Home', false, at(7, 5), extent)).toEqual(at(7, 0));
    expect(moveBy('End', false, at(7, 5), extent)).toEqual(at(7, 11));
    expect(moveBy('Home', true, at(7, 5), extent)).toEqual(at(0, 0));
    expect(moveBy('End', true, at(7, 5), extent)).toEqual(at(999, 11));
  });

  test('the first key lands on the first row, and other keys go nowhere', () => {
    expect(moveBy('ArrowDown', false, null, extent)).toEqual(at(0, 0));
    expect(moveBy('a', false, at(1, 1), extent)).toBeNull();
    expect(moveBy('ArrowDown', false, null, { ...extent, rows: 0 })).toBeNull();
  });
});

describe('the looks of a sheet', () => {
  test('columns are lettered as spreadsheets letter them', () => {
    expect([0, 25, 26, 51, 52, 199, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'GR',
      'ZZ',
      'AAA',
    ]);
  });

  test('merged cells go over their columns, and those under them are not drawn', () => {
    const span = spansOf([
      { top: 2, left: 2, bottom: 2, right: 4 },
      { top: 2, left: 0, bottom: 3, right: 0 },
    ]);
    const row = (index: number) => ({ row: index, cells: [], leftOut: null, hidden: false });
    expect([0, 1, 2, 3, 4, 5].map((index) => span(row(2), index))).toEqual([1, 1, 3, 0, 0, 1]);
    expect([0, 1, 2, 3].map((index) => span(row(3), index))).toEqual([1, 1, 1, 1]);
  });

  test('how sure a guess is comes in steps; what is chosen or left out says so instead', () => {
    const guess = (confidence: number) => column(0, '单位', own('name'), { confidence });
    expect([
      confidenceOf(guess(0.95), own('name'), false),
      confidenceOf(guess(0.6), own('name'), false),
      confidenceOf(guess(0.3), own('name'), false),
      confidenceOf(guess(0.3), own('name'), true),
      confidenceOf(guess(0.95), own('ignore'), true),
    ]).toEqual(['sure', 'likely', 'unsure', 'chosen', 'ignored']);
  });
});
