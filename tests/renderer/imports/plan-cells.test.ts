import { describe, expect, test } from 'vitest';
import { planCells } from '../../../src-renderer/imports/check/plan-cells.ts';
import type { PlanRow } from '../../../src-shared/import-plan.ts';
import { planRow } from './a-sheet.ts';

const value = (column: number, field: string, text: string, raw = text) => ({
  field,
  column,
  raw,
  value: text,
});

const seen = (row: PlanRow) => {
  const { cells, elsewhere } = planCells(row);
  return {
    cells: [...cells].map(([key, { value, state, before }]) => [
      Number.parseInt(key, 10),
      value,
      state,
      before,
    ]),
    elsewhere: elsewhere.map(({ field, after }) => [field, after]),
  };
};

describe('the cells of a planned row', () => {
  test('all of a new customer is new, and the doubtful ones say why', () => {
    const row = planRow({
      values: [value(1, 'name', '杭州八骏科技有限公司'), value(5, 'creditCode', '91330106X')],
      doubts: [{ field: 'creditCode', reason: 'creditCodeInvalid', value: '91330106X', column: 5 }],
    });
    expect(seen(row).cells).toEqual([
      [1, '杭州八骏科技有限公司', 'new', ''],
      [5, '91330106X', 'new', ''],
    ]);
    const { cells } = planCells(row);
    expect([cells.get('1 name')?.doubts, cells.get('5 creditCode')?.doubts]).toEqual([
      [],
      ['creditCodeInvalid'],
    ]);
  });

  test('a value that is not taken says what stays in its place', () => {
    const row = planRow({
      status: 'skip',
      values: [
        value(1, 'name', '杭州八骏科技有限公司'),
        value(2, 'address', '江苏省苏州市解放路1号'),
        value(3, 'owner', '小李'),
      ],
      left: [
        { field: 'city', before: '杭州市', after: '苏州市' },
        { field: 'owner', before: '老陈', after: '小李' },
      ],
    });
    expect([...planCells(row).cells.values()].map(({ state, stays }) => [state, stays])).toEqual([
      ['kept', ''],
      ['kept', '杭州市'],
      ['kept', '老陈'],
    ]);
  });

  test('an update shows before → after where it changes something, and what it leaves alone', () => {
    const row = planRow({
      status: 'update',
      values: [
        value(1, 'name', '杭州八骏科技有限公司'),
        value(2, 'level', 'A'),
        value(3, 'notes', '每月对账'),
      ],
      changes: [
        { field: 'level', before: '', after: 'A' },
        { field: 'notes', before: '老客户', after: '老客户\n每月对账' },
      ],
    });
    expect(seen(row)).toEqual({
      cells: [
        [1, '杭州八骏科技有限公司', 'kept', ''],
        [2, 'A', 'changed', ''],
        [3, '每月对账', 'changed', '老客户'],
      ],
      elsewhere: [],
    });
    // Notes stay, and the new ones come behind them; they are not shown as replaced.
    const { cells } = planCells(row);
    expect([cells.get('2 level')?.added, cells.get('3 notes')?.added]).toEqual([false, true]);
    const replaced = { field: 'notes', before: '老客户', after: '每月对账' };
    expect(planCells({ ...row, changes: [replaced] }).cells.get('3 notes')?.added).toBe(false);
  });

  test('a new contact is new with everything in its columns, the other contact stays', () => {
    const row = planRow({
      status: 'update',
      values: [
        value(2, 'contacts[0].contactName', '王伟'),
        value(3, 'contacts[0].mobile', '13800138000'),
        value(4, 'contacts[1].contactName', '李娜'),
        value(5, 'contacts[1].mobile', '13900139000'),
      ],
      changes: [{ field: 'contacts', before: '', after: '李娜 13900139000' }],
    });
    expect(seen(row).cells.map(([column, , state]) => [column, state])).toEqual([
      [2, 'kept'],
      [3, 'kept'],
      [4, 'changed'],
      [5, 'changed'],
    ]);
  });

  test('a further number, title or department belongs to the column it came from', () => {
    const row = planRow({
      status: 'update',
      values: [
        value(2, 'contacts[0].contactTitle', '采购经理'),
        value(3, 'contacts[0].mobile', '13800138000、13900139000 王经理'),
        value(4, 'phone', '0571-88012345'),
      ],
      changes: [
        { field: 'contacts.title', before: '', after: '采购经理' },
        { field: 'methods', before: '', after: '13900139000' },
      ],
    });
    expect(seen(row)).toEqual({
      cells: [
        [2, '采购经理', 'changed', ''],
        [3, '13800138000、13900139000 王经理', 'changed', ''],
        [4, '0571-88012345', 'kept', ''],
      ],
      elsewhere: [],
    });
  });

  test('a place that was split off an address belongs to the address', () => {
    const row = planRow({
      status: 'update',
      values: [value(6, 'address', '文一西路8号', '浙江省杭州市文一西路8号')],
      changes: [
        { field: 'province', before: '', after: '浙江省' },
        { field: 'city', before: '', after: '杭州市' },
        { field: 'address', before: '', after: '文一西路8号' },
      ],
    });
    expect(seen(row)).toEqual({ cells: [[6, '文一西路8号', 'changed', '']], elsewhere: [] });
  });

  test('another spelling that becomes a short name stands elsewhere, since it has no column', () => {
    const row = planRow({
      status: 'update',
      name: '八骏科技',
      values: [value(1, 'name', '八骏科技')],
      changes: [{ field: 'shortName', before: '', after: '八骏科技' }],
    });
    expect(seen(row)).toEqual({
      cells: [[1, '八骏科技', 'kept', '']],
      elsewhere: [['shortName', '八骏科技']],
    });
  });

  test('a skipped row changes nothing, an undecided one is shown as it would be new', () => {
    const values = [value(1, 'name', '杭州八骏科技有限公司')];
    expect(seen(planRow({ status: 'skip', values })).cells).toEqual([
      [1, '杭州八骏科技有限公司', 'kept', ''],
    ]);
    expect(seen(planRow({ status: 'possible', values })).cells).toEqual([
      [1, '杭州八骏科技有限公司', 'new', ''],
    ]);
  });
});
