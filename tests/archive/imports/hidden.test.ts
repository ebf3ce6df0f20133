import { describe, expect, it } from 'vitest';
import { commitImport, importRows } from '../../../src-main/archive/imports/imports.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import { allCustomers, planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

const rows = [
  ['客户名称', '联系电话', '备注'],
  ['杭州八骏科技有限公司', '0571-88012345', '一'],
  ['宁波恒通五金有限公司', '0574-87001234', '二'],
  ['温州海天贸易有限公司', '0577-88001234', '三'],
];
const sheet = (): string => workbookFile(rows, { hiddenRows: [2], hiddenColumns: [2] });

describe('rows and columns that a sheet hides', () => {
  it('are pointed out', async () => {
    const { session } = await openTestArchive();
    const { reading, understanding } = await understandFile(session, sheet());
    expect(understanding.hidden).toEqual({ rows: 1, columns: [2], filtered: false });
    const shown = await importRows(session, {
      readingId: reading.readingId,
      sheet: 0,
      offset: 0,
      limit: 10,
    });
    expect(shown.rows.map(({ hidden }) => hidden)).toEqual([false, false, true, false]);
  });

  it('come in like the others', async () => {
    const { session } = await openTestArchive();
    const { counts } = await planUnderstood(session, await understandFile(session, sheet()));
    expect(counts.rows).toBe(3);
  });

  it('stay out when that is wished', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(session, sheet());
    const plan = await planUnderstood(session, understood, { hiddenRows: 'leaveOut' });
    expect(plan.counts.rows).toBe(2);
    await commitImport(
      session,
      { planId: plan.planId },
      async () => {},
      () => {},
    );
    expect(allCustomers(session).map(({ name }) => name)).toEqual([
      '杭州八骏科技有限公司',
      '温州海天贸易有限公司',
    ]);
  });
});
