import { describe, expect, it } from 'vitest';
import { commitImport, planImport, understandImport } from '../../../src-main/archive/imports/imports.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { undoChange } from '../../../src-main/archive/history/undo.ts';
import type { SheetPlan } from '../../../src-shared/import-plan.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import { planInputOf, understandFile, workbookFile } from '../../support/sheet-import.ts';

const header = ['客户名称', '*等 级', '别的', '首次成交'];
const sheet = (...names: string[]): TestCell[][] => [
  header,
  ...names.map((name, row): TestCell[] => [name, 'D', `区域${row}`, '3/4/2023']),
];

const fieldsOf = async (session: Session, rows: readonly (readonly TestCell[])[]) => {
  const { understanding } = await understandFile(session, workbookFile(rows));
  return understanding.columns.map(({ target, also, reason }) =>
    [target.field, ...also.map(({ field }) => field), reason].join(' '),
  );
};

/** Brings a sheet in as somebody mapped it; a change that brings nothing answers 0. */
async function bringIn(session: Session, rows: readonly (readonly TestCell[])[], said: Partial<SheetPlan>) {
  const understood = await understandFile(session, workbookFile(rows));
  const { planId } = await planImport(session, planInputOf([understood], said), () => {});
  return commitImport(
    session,
    { planId },
    async () => {},
    () => {},
  );
}

const own = (field: string) => ({ field, contact: null });
const said: Partial<SheetPlan> = {
  kind: 'person',
  columns: [
    { index: 0, target: own('name') },
    { index: 1, target: own('level'), policy: 'overwrite', options: [{ from: 'D', to: 'C' }] },
    { index: 2, target: own('tags') },
    { index: 2, target: own('notes') },
    { index: 3, target: own('foundedOn'), dateOrder: 'dayFirst' },
  ],
};

describe('how a sheet was mapped', () => {
  it('is remembered for sheets with the same headers, however they are decorated', async () => {
    const { session } = await openTestArchive();
    expect(await fieldsOf(session, sheet('八骏科技'))).toEqual([
      'name header',
      'level header',
      'ignore none',
      'ignore none',
    ]);
    await bringIn(session, sheet('八骏科技'), said);
    const again = [
      ['客户名称：', '等级（必填）', ' 别 的', '首次成交'],
      ...sheet('恒通五金', '瑞丰装饰').slice(1),
    ];
    const { understanding } = await understandFile(session, workbookFile(again));
    expect(understanding).toMatchObject({
      kind: 'person',
      columns: [
        { target: own('name'), reason: 'remembered', confidence: 1 },
        { target: own('level'), policy: 'overwrite', options: [{ from: 'D', to: 'C' }] },
        { target: own('tags'), also: [own('notes')] },
        { target: own('foundedOn'), dateOrder: { order: 'dayFirst', example: '3/4/2023' } },
      ],
    });
  });

  it('is not taken for that of other headers, nor for the same in another order', async () => {
    const { session } = await openTestArchive();
    await bringIn(session, sheet('八骏科技'), said);
    const turned = sheet('恒通五金').map((row) => [...row].reverse());
    expect((await fieldsOf(session, turned)).some((field) => field.includes('remembered'))).toBe(false);
  });

  it('is the newest of several', async () => {
    const { session } = await openTestArchive();
    await bringIn(session, sheet('八骏科技'), said);
    await bringIn(session, sheet('恒通五金'), {
      columns: [
        { index: 0, target: own('name') },
        { index: 2, target: own('owner') },
      ],
    });
    expect(await fieldsOf(session, sheet('瑞丰装饰'))).toContain('owner remembered');
  });

  it('includes its header rows', async () => {
    const { session } = await openTestArchive();
    const rows = [['2024年客户'], ...sheet('八骏科技', '恒通五金')];
    await bringIn(session, rows, { ...said, header: [1, 2] });
    const { understanding } = await understandFile(
      session,
      workbookFile([[], ['客户'], ...sheet('甲公司', '乙公司')]),
    );
    expect(understanding.header).toEqual([2, 3]);
    expect(understanding.columns[1]?.reason).toBe('remembered');
  });

  it('stays when the import is undone, and is not kept of one that was cancelled', async () => {
    const { session } = await openTestArchive();
    const cancelled = new AbortController();
    const understood = await understandFile(session, workbookFile(sheet('八骏科技')));
    const { planId } = await planImport(session, planInputOf([understood], said), () => {});
    await expect(
      commitImport(
        session,
        { planId },
        async () => cancelled.abort(),
        () => {},
        cancelled.signal,
      ),
    ).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(await fieldsOf(session, sheet('八骏科技'))).toContain('level header');
    const { changeId } = await bringIn(session, sheet('八骏科技'), said);
    await undoChange(session, changeId);
    expect(await fieldsOf(session, sheet('八骏科技'))).toContain('level remembered');
  });

  it('does without a field of their own that was removed since', async () => {
    const { session } = await openTestArchive();
    await bringIn(session, sheet('八骏科技'), said);
    session.writer.sqlite
      .prepare(
        'update importMemory set mapping = replace(mapping, \'"field":"tags"\', \'"field":"custom:7"\')',
      )
      .run();
    expect((await fieldsOf(session, sheet('恒通五金')))[2]).toBe('notes remembered');
  });

  it('can be said otherwise', async () => {
    const { session } = await openTestArchive();
    await bringIn(session, sheet('八骏科技'), said);
    const { reading } = await understandFile(session, workbookFile(sheet('恒通五金')));
    const other = await understandImport(session, { readingId: reading.readingId, sheet: 0, header: null });
    expect(other.columns.some(({ reason }) => reason === 'remembered')).toBe(false);
  });
});
