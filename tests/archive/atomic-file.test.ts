import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireFreeSpace, writeBeside } from '../../src-main/archive/atomic-file.ts';
import { failureOf, temporaryFolder } from '../support/open-test-archive.ts';

const folderFor = () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  return folder;
};

test('a file has its name only when it is complete', async () => {
  const folder = folderFor();
  const target = join(folder, `${'长'.repeat(80)}.csv`);
  const result = await writeBeside(target, async (partial) => {
    writeFileSync(partial, '客户名称\r\n');
    expect(readdirSync(folder)).not.toContain(target);
    return 1;
  });
  expect(result).toBe(1);
  expect(readFileSync(target, 'utf8')).toBe('客户名称\r\n');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('what fails half way leaves the file of before', async () => {
  const folder = folderFor();
  const target = join(folder, '客户.csv');
  writeFileSync(target, '上个月的');
  const work = writeBeside(target, async (partial) => {
    writeFileSync(partial, '一半');
    throw new Error('stopped');
  });
  await expect(work).rejects.toThrow('stopped');
  expect(readdirSync(folder)).toEqual(['客户.csv']);
  expect(readFileSync(target, 'utf8')).toBe('上个月的');
});

test('what a killed program left is removed once it is old, and nothing that is not ours', async () => {
  const folder = folderFor();
  const [old, fresh, foreign] = [
    '.kedang-00000000.partial',
    '.kedang-11111111.partial',
    '.kedang-notes.partial',
  ];
  for (const name of [old, fresh, foreign]) writeFileSync(join(folder, name), 'half');
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of [old, foreign]) utimesSync(join(folder, name), twoHoursAgo, twoHoursAgo);
  await writeBeside(join(folder, '客户.csv'), async (partial) => writeFileSync(partial, ''));
  expect(readdirSync(folder).sort()).toEqual([fresh, foreign, '客户.csv'].sort());
});

test('twice the file and 200 MB must be free, and the sentence can say how much', async () => {
  const folder = folderFor();
  requireFreeSpace(folder, 1_000_000);
  const bytes = 10 ** 17;
  const call = (async () => requireFreeSpace(folder, bytes))();
  expect(await failureOf(call)).toEqual({
    code: 'diskFull',
    path: folder,
    neededBytes: 2 * bytes + 200 * 1024 * 1024,
  });
});
