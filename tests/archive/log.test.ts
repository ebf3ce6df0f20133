import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, logFileName } from '../../src-main/archive/log.ts';
import { temporaryFolder } from '../support/open-test-archive.ts';

const at = () => new Date('2026-11-22T06:30:05.000Z');
const folderFor = () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  return folder;
};
const read = (folder: string) => readFileSync(join(folder, logFileName), 'utf8');

test('a line has the time, what happened, and numbers', () => {
  const folder = folderFor();
  createLog(folder, at).note('backup made', { customers: 120, verified: true });
  expect(read(folder)).toBe('2026-11-22T06:30:05.000Z backup made customers=120 verified=true\n');
});

test('an incident has its number, the error’s name, code and place, and its causes', () => {
  const folder = folderFor();
  const cause = Object.assign(new Error('inner'), { code: 'SQLITE_CONSTRAINT' });
  const number = createLog(folder, at).incident(new TypeError('outer', { cause }));
  expect(number).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
  const written = read(folder);
  expect(written).toContain(`incident ${number}\n  TypeError\n    at `);
  expect(written).toContain('caused by Error SQLITE_CONSTRAINT\n    at ');
  expect(written).toContain('log.test.ts');
});

test('no text of customers gets in, not through messages, not through text made to look like a place', () => {
  const folder = folderFor();
  const log = createLog(folder, at);
  log.incident(new Error('UNIQUE failed: 张三 13812345678\n    at 张三的地址 (西湖区)'));
  log.incident(new SyntaxError('Unexpected token in "身份证 330106198808080021"', { cause: '13812345678' }));
  log.incident('李四 13900001111');
  log.incident({ name: '王五' });
  expect(read(folder)).not.toMatch(/张三|李四|王五|西湖|\d{11}/u);
});

test('it stays small: three files of half a megabyte', () => {
  const folder = folderFor();
  const log = createLog(folder, at);
  for (let line = 0; line < 9_000; line += 1) log.incident(new Error('x'));
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['kedang.1.log', 'kedang.2.log', 'kedang.log']);
  for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(512 * 1024);
});

test('a folder that is gone costs the lines and nothing else', () => {
  const folder = folderFor();
  const log = createLog(folder, at);
  rmSync(folder, { recursive: true });
  log.note('still here');
  expect(log.incident(new Error('x'))).toMatch(/^....-....$/u);
});
