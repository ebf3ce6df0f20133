import { expect, it } from 'vitest';
import { columnWords } from '../../../src-main/archive/imports/column-words.ts';
import { understandSheet } from '../../../src-main/archive/imports/understand.ts';
import { sheetOf } from '../../support/read-sheets.ts';

it('the words of a column are counted whatever their width and case, with what each usually stands for', async () => {
  const words = ['老客户', 'VIP', 'ｖｉｐ', '老客户', '老客户', '无', '暂缓', null, '合计'];
  const rows = words.map((word, row) => [`第${row}贸易有限公司`, word]);
  const sheet = await understandSheet(await sheetOf([['客户名称', '客户状态'], ...rows]), 0);
  expect(await columnWords(sheet, 1, 'stage')).toEqual([
    { word: '老客户', count: 3, to: 'active' },
    { word: 'VIP', count: 2, to: 'active' },
    { word: '暂缓', count: 1, to: 'tag' },
  ]);
  expect((await columnWords(sheet, 1, 'gender')).every(({ to }) => to === '')).toBe(true);
});
