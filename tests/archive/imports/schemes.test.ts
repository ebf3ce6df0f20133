import { expect, it } from 'vitest';
import { understandImport } from '../../../src-main/archive/imports/imports.ts';
import type { SheetPlan } from '../../../src-shared/import-plan.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { customKey } from '../../../src-shared/custom-fields.ts';
import { failureOf, finish, openTestArchive } from '../../support/open-test-archive.ts';
import { planInputOf, understandFile, workbookFile } from '../../support/sheet-import.ts';

const own = (field: string) => ({ field, contact: null });
const ledger: TestCell[][] = [
  ['往来户', '*等 级', '别的'],
  ['杭州八骏科技有限公司', 'D', '城西'],
  ['宁波恒通五金有限公司', 'A', '城东'],
];
const said: Partial<SheetPlan> = {
  kind: 'person',
  columns: [
    { index: 0, target: own('name') },
    { index: 1, target: own('level'), policy: 'overwrite', options: [{ from: 'D', to: 'C' }] },
    { index: 2, target: own('tags') },
    { index: 2, target: own('notes') },
  ],
};

it('a mapping saved by name is used for a sheet with its columns in another order, and can be taken back', async () => {
  const { client, session } = await openTestArchive();
  const first = await understandFile(session, workbookFile(ledger));
  const [sheet] = planInputOf([first], said).sheets;
  if (!sheet) throw new Error('There is no sheet.');
  const draft = { name: ' 供应商台账 ', sheet, matchBy: ['phone' as const], people: 'apart' as const };
  const saved = await client.imports.schemes.save(draft);
  expect(saved.action).toEqual({ type: 'saveScheme', name: '供应商台账' });
  const [scheme] = await client.imports.schemes.list();
  expect(scheme).toMatchObject({ name: '供应商台账', columns: 4, matchBy: ['phone'], people: 'apart' });

  const other: TestCell[][] = [
    ['别的', '电话', '等级（必填）', '往来户：'],
    ['城北', '13812345678', 'B', '温州瑞丰装饰有限公司'],
  ];
  const { reading } = await understandFile(session, workbookFile(other));
  const mapped = await understandImport(session, {
    readingId: reading.readingId,
    sheet: 0,
    schemeId: scheme?.id,
  });
  expect(mapped.kind).toBe('person');
  expect(mapped.columns.map(({ target, also, reason }) => [target.field, also.length, reason])).toEqual([
    ['tags', 1, 'scheme'],
    // The scheme does not know it: as it is understood by itself.
    [expect.stringMatching(/phone|mobile/u), 0, expect.not.stringMatching('scheme')],
    ['level', 0, 'scheme'],
    ['name', 0, 'scheme'],
  ]);
  expect(mapped.columns[2]).toMatchObject({ policy: 'overwrite', options: [{ from: 'D', to: 'C' }] });

  await client.imports.schemes.save({ ...draft, name: '供应商台账', people: 'asContacts' });
  expect(await client.imports.schemes.list()).toMatchObject([{ name: '供应商台账', people: 'asContacts' }]);
  await finish(client.changes.undo({}));
  expect(await client.imports.schemes.list()).toMatchObject([{ people: 'apart' }]);
  await client.imports.schemes.remove({ id: scheme?.id ?? 0 });
  expect(await client.imports.schemes.list()).toEqual([]);
  expect(await failureOf(client.imports.schemes.remove({ id: scheme?.id ?? 0 }))).toEqual({
    code: 'notFound',
    what: 'scheme',
  });
  await finish(client.changes.undo({}));
  expect((await client.imports.schemes.list()).map(({ name }) => name)).toEqual(['供应商台账']);
});

it('a mapping saved before its fields are made brings what they are; later it finds them, and says when they are gone', async () => {
  const { client, session } = await openTestArchive();
  const rows: TestCell[][] = [
    ['客户名称', '结算周期'],
    ['杭州八骏科技有限公司', '月结'],
  ];
  const first = await understandFile(session, workbookFile(rows));
  const columns = [
    { index: 0, target: own('name') },
    { index: 1, target: own('new:1') },
  ];
  const [sheet] = planInputOf([first], { columns }).sheets;
  if (!sheet) throw new Error('There is no sheet.');
  const terms = { name: '结算周期', type: 'choice' as const, options: ['月结', '现款'] };
  // Another sheet of the same import makes the first field.
  const newFields = [{ name: '门店数', type: 'number' as const }, terms];
  const draft = { name: '结算', sheet, newFields, matchBy: [], people: 'apart' as const };
  await client.imports.schemes.save(draft);
  const [scheme] = await client.imports.schemes.list();

  const withScheme = async () => {
    const { reading } = await understandFile(session, workbookFile(rows));
    const input = { readingId: reading.readingId, sheet: 0, schemeId: scheme?.id };
    const understanding = await understandImport(session, input);
    return { newFields: understanding.newFields, ...understanding.columns[1] };
  };
  expect(await withScheme()).toMatchObject({ target: own('new:0'), newFields: [terms], lost: null });

  const { field } = await client.customFields.create(terms);
  const found = { target: own(customKey(field.id)), reason: 'scheme', newFields: [], lost: null };
  expect(await withScheme()).toMatchObject(found);

  // Saved again with the field itself: gone, it is named; made anew, it is found by its name.
  const kept = { ...sheet, columns: [{ index: 1, target: own(customKey(field.id)) }] };
  await client.imports.schemes.save({ ...draft, sheet: kept, newFields: [] });
  await finish(client.customFields.remove({ id: field.id }));
  const gone = await withScheme();
  expect(gone).toMatchObject({ target: own('ignore'), newFields: [], lost: '结算周期', newField: terms });
  const again = await client.customFields.create(terms);
  expect(await withScheme()).toMatchObject({ ...found, target: own(customKey(again.field.id)) });
});
