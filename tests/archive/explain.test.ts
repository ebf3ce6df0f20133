import { ORPCError, ValidationError } from '@orpc/contract';
import Database from 'better-sqlite3';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z, ZodError } from 'zod';
import { explain } from '../../src-main/archive/explain.ts';
import type { Log } from '../../src-main/archive/log.ts';
import { FailureError } from '../../src-shared/failures.ts';

const path = '/档案/kedang.db';
const recorded: unknown[] = [];
const log: Log = {
  note() {},
  incident(error) {
    recorded.push(error);
    return 'ABCD-2345';
  },
};
const explained = (error: unknown, of = path) => explain(error, { path: of, log });
const sqliteError = (code: string) => new Database.SqliteError('some English words', code);
const systemError = (code: string, at?: string) =>
  Object.assign(new Error('more English words'), { code, ...(at !== undefined && { path: at }) });

describe('what SQLite says', () => {
  test.each([
    ['SQLITE_FULL', { code: 'diskFull', path, neededBytes: null }],
    ['SQLITE_IOERR', { code: 'ioError', path }],
    ['SQLITE_IOERR_WRITE', { code: 'ioError', path }],
    ['SQLITE_IOERR_SHMSIZE', { code: 'ioError', path }],
    ['SQLITE_READONLY', { code: 'readOnly', path }],
    ['SQLITE_READONLY_DIRECTORY', { code: 'readOnly', path }],
    ['SQLITE_CORRUPT', { code: 'archiveDamaged', path }],
    ['SQLITE_CORRUPT_VTAB', { code: 'archiveDamaged', path }],
    ['SQLITE_NOTADB', { code: 'archiveForeignFile', path }],
    ['SQLITE_BUSY', { code: 'busy', what: 'archive' }],
    ['SQLITE_BUSY_SNAPSHOT', { code: 'busy', what: 'archive' }],
    ['SQLITE_LOCKED', { code: 'busy', what: 'archive' }],
  ])('%s', (code, failure) => {
    expect(explained(sqliteError(code))).toEqual(failure);
  });

  test('“cannot open” is told apart by what the folder says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kedang-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const gone = join(folder, '没有', 'kedang.db');
    const cannotOpen = sqliteError('SQLITE_CANTOPEN');
    expect(explained(cannotOpen, gone)).toEqual({
      code: 'archiveFolderMissing',
      folder: join(folder, '没有'),
    });
    const missing = join(folder, 'kedang.db');
    expect(explained(cannotOpen, missing)).toEqual({ code: 'fileMissing', path: missing });
    mkdirSync(missing);
    expect(explained(cannotOpen, missing).code).toBe('ioError');
  });

  test('a broken rule of the database is a defect of ours, and an incident', () => {
    expect(explained(sqliteError('SQLITE_CONSTRAINT_UNIQUE'))).toEqual({
      code: 'internal',
      incident: 'ABCD-2345',
    });
  });

  test('a real error of a real file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kedang-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, '合同.docx');
    writeFileSync(file, '这不是数据库，但也足够长，让它读到文件头。'.repeat(20));
    const read = () => new Database(file).pragma('user_version');
    expect(read).toThrow();
    try {
      read();
    } catch (error) {
      expect(explained(error, file)).toEqual({ code: 'archiveForeignFile', path: file });
    }
  });
});

test.each([
  ['ENOSPC', { code: 'diskFull', path: '/u盘/备份.kedang', neededBytes: null }],
  ['EDQUOT', { code: 'diskFull', path: '/u盘/备份.kedang', neededBytes: null }],
  ['EROFS', { code: 'readOnly', path: '/u盘/备份.kedang' }],
  ['EACCES', { code: 'noPermission', path: '/u盘/备份.kedang' }],
  ['EPERM', { code: 'noPermission', path: '/u盘/备份.kedang' }],
  ['ENOENT', { code: 'fileMissing', path: '/u盘/备份.kedang' }],
  ['EIO', { code: 'ioError', path: '/u盘/备份.kedang' }],
  ['EBUSY', { code: 'busy', what: 'file' }],
])('what the file system says: %s', (code, failure) => {
  expect(explained(systemError(code, '/u盘/备份.kedang'))).toEqual(failure);
});

test('an error without a path is about what the work was about', () => {
  expect(explained(systemError('ENOSPC'))).toEqual({ code: 'diskFull', path, neededBytes: null });
});

test('a failure passes through, in our own error or in the contract’s', () => {
  const failure = { code: 'codeTaken', customerCode: 'KH-0001', holder: '张三' } as const;
  expect(explained(new FailureError(failure))).toEqual(failure);
  expect(explained(new ORPCError('FAILURE', { data: failure }))).toEqual(failure);
});

describe('input that a schema refuses', () => {
  const issues =
    z.object({ draft: z.object({ name: z.string() }) }).safeParse({ draft: { name: 1 } }).error?.issues ?? [];
  const failure = { code: 'invalidInput', issues: [{ path: 'draft.name', problem: 'invalid_type' }] };

  test('is named by path and problem, and the value is not repeated', () => {
    expect(explained(new ZodError(issues))).toEqual(failure);
    const cause = new ValidationError({ message: 'no', issues, data: { draft: { name: 1 } } });
    expect(explained(cause)).toEqual(failure);
    expect(explained(new ORPCError('BAD_REQUEST', { cause }))).toEqual(failure);
    expect(explained(new ORPCError('BAD_REQUEST'))).toEqual({ code: 'invalidInput', issues: [] });
  });

  test('an answer of ours that the schema refuses is an incident, not the user’s fault', () => {
    const cause = new ValidationError({ message: 'no', issues, data: {} });
    expect(explained(new ORPCError('INTERNAL_SERVER_ERROR', { cause })).code).toBe('internal');
  });
});

test('an aborted call is cancelled', () => {
  const controller = new AbortController();
  controller.abort();
  expect(explained(controller.signal.reason)).toEqual({ code: 'cancelled' });
});

test.each([new TypeError('x'), 'a string', undefined, null, { code: 'ENOENT' }])(
  'anything else is an incident: %s',
  (error) => {
    recorded.length = 0;
    expect(explained(error)).toEqual({ code: 'internal', incident: 'ABCD-2345' });
    expect(recorded).toEqual([error]);
  },
);
