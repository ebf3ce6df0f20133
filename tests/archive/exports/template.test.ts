import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateColumns } from '../../../src-main/archive/exports/template-texts.ts';
import { sheetLanguages } from '../../../src-shared/labels.ts';
import { openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import { planFile } from '../../support/import-file.ts';
import { readZip } from '../../support/read-zip.ts';
import { readSheets, textsOf } from '../../support/read-sheets.ts';
import { understandFile } from '../../support/sheet-import.ts';

function templateFile(): string {
  const path = temporaryFolder('客户导入模板.xlsx');
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

const meanings = [
  ['name', null],
  ['code', null],
  ['kind', null],
  ['contactName', 0],
  ['contactTitle', 0],
  ['mobile', 0],
  ['phone', null],
  ['wechat', 0],
  ['email', 0],
  ['tags', null],
  ['stage', null],
  ['level', null],
  ['industry', null],
  ['source', null],
  ['owner', null],
  ['province', null],
  ['city', null],
  ['district', null],
  ['address', null],
  ['gender', null],
  ['birthday', null],
  ['identityNumber', null],
  ['creditCode', null],
  ['website', null],
  ['taxId', null],
  ['bankName', null],
  ['bankAccount', null],
  ['registeredAddress', null],
  ['registeredPhone', null],
  ['notes', null],
];

describe.each(sheetLanguages)('the template in %s', (language) => {
  it('comes back with every column understood, its examples and its notes left out', async () => {
    const { client, session } = await openTestArchive();
    const target = templateFile();
    await client.imports.template({ language, target });
    const { reading, understanding } = await understandFile(session, target);
    expect(reading.sheets.map(({ likelyTable }) => likelyTable)).toEqual([true, false]);
    expect(reading.suggestedSheet).toBe(0);
    expect(understanding.header).toEqual([0, 0]);
    expect(understanding.columns.map(({ target: { field } }) => field)).toEqual(
      meanings.map(([field]) => field),
    );
    expect(understanding.leftOut).toEqual([
      { row: 0, reason: 'header' },
      { row: 1, reason: 'example' },
      { row: 2, reason: 'example' },
    ]);
    const { counts } = await planFile(client, target);
    expect(counts).toMatchObject({ rows: 0, create: 0 });
  });

  it('offers the words of fixed fields as lists, hints for every column, and text where digits are names', async () => {
    const { client } = await openTestArchive();
    const target = templateFile();
    await client.imports.template({ language, target });
    const xml = (await readZip(target)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(
      [...xml.matchAll(/<dataValidation type="list"[^>]*><formula1>"([^"]*)"/gu)].map(([, list]) => list),
    ).toEqual(templateColumns(language).flatMap(({ choices }) => (choices ? [choices.join(',')] : [])));
    const hints = [...xml.matchAll(/promptTitle="([^"]*)" prompt="([^"]*)"/gu)];
    expect(hints).toHaveLength(meanings.length);
    for (const [, title = '', hint = ''] of hints) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(hint.length).toBeLessThanOrEqual(255);
    }
    const mobile = meanings.findIndex(([field]) => field === 'mobile') + 1;
    expect(xml).toContain(`<col min="${mobile}" max="${mobile}" width="18" style="2" customWidth="1"/>`);
    expect(xml).toContain('ySplit="1"');

    const [customers = [], notes = []] = (await readSheets(target)).sheets.map(textsOf);
    expect(customers).toHaveLength(3);
    const explained = new Map(notes.map(([column = '', how = '']) => [column, how]));
    for (const { header, note } of templateColumns(language)) expect(explained.get(header)).toBe(note);
  });
});
