import { describe, expect, it } from 'vitest';
import { commitImport, planImport, understandImport } from '../../../src-main/archive/imports/imports.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { undoChange } from '../../../src-main/archive/history/undo.ts';
import type { PlanInput, SheetPlan } from '../../../src-shared/import-plan.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { finish, openTestArchive } from '../../support/open-test-archive.ts';
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
async function bringIn(
  session: Session,
  rows: readonly (readonly TestCell[])[],
  said: Partial<SheetPlan>,
  whole: Partial<PlanInput> = {},
) {
  const understood = await understandFile(session, workbookFile(rows));
  const { planId } = await planImport(session, planInputOf([understood], said, whole), () => {});
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

  it('includes the fields that the import made, says when one is gone, and finds it again', async () => {
    const { client, session } = await openTestArchive();
    const newFields = [{ name: '片区', type: 'choice' as const, options: ['区域0', '区域1'] }];
    const columns = [
      { index: 0, target: own('name') },
      { index: 2, target: own('new:0') },
    ];
    const third = async () =>
      (await understandFile(session, workbookFile(sheet('恒通五金')))).understanding.columns[2];
    await bringIn(session, sheet('八骏科技'), { columns }, { newFields });
    const [field] = await client.customFields.list();
    const made = { target: own(`custom:${field?.id}`), reason: 'remembered', lost: null };
    expect(await third()).toMatchObject(made);

    await finish(client.changes.undo({}));
    expect(await client.customFields.list()).toEqual([]);
    expect(await third()).toMatchObject({ target: own('ignore'), lost: '片区', newField: newFields[0] });
    await finish(client.changes.redo({}));
    expect(await third()).toMatchObject(made);

    await finish(client.customFields.remove({ id: field?.id ?? 0 }));
    expect(await third()).toMatchObject({ target: own('ignore'), lost: '片区' });
    const again = await client.customFields.create({ name: ' 片 区', type: 'text' });
    expect(await third()).toMatchObject({ ...made, target: own(`custom:${again.field.id}`) });
  });

  it('offers a field again that nothing was written to', async () => {
    const { client, session } = await openTestArchive();
    const newFields = [{ name: '合同号', type: 'text' as const, options: [] }];
    const columns = [
      { index: 0, target: own('name') },
      { index: 4, target: own('new:0') },
    ];
    const rows = (value: string): TestCell[][] => [
      [...header, '合同号'],
      ['八骏科技', 'D', '区域', '3/4/2023', value],
    ];
    await bringIn(session, rows(''), { columns }, { newFields });
    expect(await client.customFields.list()).toEqual([]);
    const { understanding } = await understandFile(session, workbookFile(rows('A-7')));
    expect(understanding).toMatchObject({ newFields });
    expect(understanding.columns[4]).toMatchObject({ target: own('new:0'), reason: 'remembered' });
  });

  it('can be said otherwise', async () => {
    const { session } = await openTestArchive();
    await bringIn(session, sheet('八骏科技'), said);
    const { reading } = await understandFile(session, workbookFile(sheet('恒通五金')));
    const other = await understandImport(session, { readingId: reading.readingId, sheet: 0, header: null });
    expect(other.columns.some(({ reason }) => reason === 'remembered')).toBe(false);
  });
});
