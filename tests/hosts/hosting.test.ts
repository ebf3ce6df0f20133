import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FailureError } from '../../src-shared/failures.ts';
import { externalAddress } from '../../src-main/hosting/external-address.ts';
import { safeFileName } from '../../src-main/hosting/file-name.ts';
import { createGrants } from '../../src-main/hosting/grants.ts';
import { memoryFile } from '../../src-main/hosting/memory.ts';
import { createUploads } from '../../src-main/hosting/uploads.ts';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kedang-hosting-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('名称');
  throw new Error('the connection was lost');
}

describe('names of files', () => {
  test.each([
    ['客户台账2015-2024.xlsx', '客户台账2015-2024.xlsx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\客户\\2024?.xlsx', 'C__客户_2024_.xlsx'],
    ['名单\u0000\n.csv', '名单__.csv'],
    ['  .隐藏. ', '隐藏'],
    ['', '_'],
    ['...', '_'],
    ['CON', '_CON'],
    ['con.xlsx', '_con.xlsx'],
    ['console.xlsx', 'console.xlsx'],
    ['cafe\u0301.csv', 'caf\u00e9.csv'],
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  test('a long name is cut between characters and keeps its extension', () => {
    const name = safeFileName(`${'客户📁'.repeat(60)}.xlsx`);
    expect(name).toMatch(/^(客户📁)+客?户?\.xlsx$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(Buffer.byteLength(name)).toBeGreaterThan(195);
  });
});

describe('grants', () => {
  test('a token opens one path for one purpose', () => {
    const grants = createGrants();
    grants.add({ token: 'a', path: '/表.xlsx', access: 'read' });
    grants.add({ token: 'b', path: '/导出.xlsx', access: 'write' });
    expect(grants.readPath('a')).toBe('/表.xlsx');
    expect(grants.writePath('b')).toBe('/导出.xlsx');
    for (const refused of [
      () => grants.writePath('a'),
      () => grants.readPath('b'),
      () => grants.readPath('c'),
    ])
      expect(refused).toThrow(new FailureError({ code: 'notFound', what: 'file' }));
    expect(() => grants.readPath('__proto__')).toThrow(FailureError);
  });
});

describe('addresses for the system', () => {
  test.each(['tel:+8657188888888', 'mailto:li@hengtong.example', 'https://example.com/'])(
    '%s is opened',
    (address) => {
      expect(externalAddress(address)).toBe(address);
    },
  );

  test.each([
    'file:///etc/passwd',
    'http://example.com',
    'javascript:alert(1)',
    'smb://server',
    'C:\\Windows',
    '',
  ])('%j is refused', (address) => {
    expect(() => externalAddress(address)).toThrow(FailureError);
  });
});

describe('uploads', () => {
  test('what a killed run left is deleted, and so is everything at the end', async () => {
    const folder = join(temporary(), 'files');
    const names: string[] = [];
    const left = createUploads({ folder, grant: ({ path }) => void names.push(path) });
    await left.receive(encodeURIComponent('旧.csv'), new Blob(['旧']).stream());
    expect(readdirSync(folder)).toHaveLength(1);

    const uploads = createUploads({ folder, grant: ({ path }) => void names.push(path) });
    expect(readdirSync(folder)).toEqual([]);
    const file = await uploads.receive(encodeURIComponent('新.csv'), new Blob(['新客户']).stream());
    expect(file).toEqual({ token: expect.any(String), name: '新.csv', sizeBytes: 9 });
    expect(readFileSync(names.at(-1) ?? '', 'utf8')).toBe('新客户');
    uploads.clear();
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test('one that is released is deleted at once; a token of something else deletes nothing', async () => {
    const folder = join(temporary(), 'files');
    const uploads = createUploads({ folder, grant: () => {} });
    const receive = (name: string) => uploads.receive(encodeURIComponent(name), new Blob(['客户']).stream());
    const [first, second] = [await receive('一.csv'), await receive('二.csv')];
    const download = await uploads.place('导出.csv');
    for (const token of [first.token, first.token, download.token, '..', '']) await uploads.release(token);
    expect(readdirSync(folder).toSorted()).toEqual([second.token, download.token].toSorted());
  });

  test('an upload that breaks off grants nothing and leaves nothing', async () => {
    const folder = join(temporary(), 'files');
    const granted: unknown[] = [];
    const uploads = createUploads({ folder, grant: (grant) => void granted.push(grant) });
    await expect(uploads.receive('a.csv', brokenOff())).rejects.toThrow('the connection was lost');
    await expect(uploads.receive('%E0%A4%A', new Blob(['x']).stream())).rejects.toThrow(FailureError);
    expect(granted).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the memory of the shell', () => {
  test('keeps what it was told, part by part', () => {
    const path = join(temporary(), '设置', 'shell.json');
    const memory = memoryFile(path);
    expect(memory.read()).toEqual({});
    memory.write({ folder: '/档案' });
    memory.write({ window: { bounds: { x: 1, y: 2, width: 3, height: 4 }, maximised: true } });
    expect(memoryFile(path).read()).toEqual({
      folder: '/档案',
      window: { bounds: { x: 1, y: 2, width: 3, height: 4 }, maximised: true },
    });
  });

  test.each(['', '{', '[]', '{"folder":7}', 'null'])('a file that holds %j is as good as empty', (text) => {
    const path = join(temporary(), 'shell.json');
    writeFileSync(path, text);
    expect(memoryFile(path).read()).toEqual({});
    memoryFile(path).write({ folder: '/档案' });
    expect(memoryFile(path).read()).toEqual({ folder: '/档案' });
  });
});
