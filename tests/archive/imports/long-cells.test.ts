import { describe, expect, it } from 'vitest';
import { commitImport, importPlanRows } from '../../../src-main/archive/imports/imports.ts';
import { importFields } from '../../../src-shared/imports.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import { planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

/*
 * A cell may have 32,767 signs. A pattern that goes back to where it was for each of them takes a second for one cell, and nobody can stop
 * it: thousands of such cells are a file of a few KB. What is as it should be takes a moment; what is not never ends in time.
 */

const quiet = (): void => {};

const most = 30_000;
const long: Record<string, string> = {
  'white space': `a${' '.repeat(most)}b`,
  'wide white space': `杭${'\u3000'.repeat(most)}州`,
  'breaks with white space around them': `a${' '.repeat(most / 2)}\n${' '.repeat(most / 2)}b`,
  'numbers with white space between them': `13800138001 ${' '.repeat(most)}13900138001`,
  'brackets that nothing closes': '（'.repeat(most),
  'names with such brackets': '张三（'.repeat(most / 3),
  commas: `${'，'.repeat(most)}1`,
  'characters of mail': 'a@b.'.repeat(most / 4),
  digits: '1'.repeat(most),
  'area codes': '0571-'.repeat(most / 5),
  'a character': '杭'.repeat(most),
  regions: '杭州市'.repeat(most / 3),
  lines: '张三\n'.repeat(most / 3),
  amounts: `${'1,'.repeat(most / 2)}元`,
  labels: '电话：'.repeat(most / 3),
  accounts: Array.from({ length: most / 6 }, (_, at) => at + 10_000).join(' '),
};

describe('cells as long as they can be', () => {
  it.each(Object.entries(long))('of %s take no longer than others, wherever they stand', async (_, text) => {
    const { session } = await openTestArchive();
    const header = ['客户名称', '电话', '生日', '银行账号', '注册地址', '备注', ...'甲乙丙丁戊己庚辛'];
    const row = header.map(() => text);
    const ordinary = ['杭州八骏科技有限公司', '13800138000', '1990-5-1', '6222021234567890123', '杭州', '好'];
    const path = workbookFile([[text], row, header, ordinary, row, [text]]);
    const understood = await understandFile(session, path);
    expect(understood.understanding.header).toEqual([2, 2]);
    // Every field there is, one after the other.
    const fields = importFields.filter((field) => field !== 'ignore' && field !== 'name');
    let last = '';
    for (let from = 0; from < fields.length; from += header.length - 1) {
      const further = fields.slice(from, from + header.length - 1).map((field, at) => ({
        index: at + 1,
        target: { field, contact: field.startsWith('contact') ? 0 : null },
      }));
      const columns = [{ index: 0, target: { field: 'name', contact: null } }, ...further];
      const { planId } = await planUnderstood(session, understood, { columns });
      await importPlanRows(session, { planId, offset: 0, limit: 20 });
      last = planId;
    }
    await commitImport(session, { planId: last }, async () => {}, quiet);
  });
});
