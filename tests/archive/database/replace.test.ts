import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../src-main/archive/database/migrate.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import {
  discardKept,
  incomingPath,
  keepPrevious,
  recoverReplacement,
  replaceArchive,
  replacementSteps,
  reversionSteps,
  revertReplacement,
} from '../../../src-main/archive/database/replace.ts';
import { keyFileNames } from '../../../src-main/archive/keys/file-names.ts';
import { newDataKey } from '../../../src-main/archive/keys/data-key.ts';
import { writeEntry } from '../../../src-main/archive/keys/key-file.ts';
import { unprotected } from '../../../src-main/archive/keys/slots.ts';
import { openTestFolder, temporaryFolder } from '../../support/open-test-archive.ts';

/** All files of these tests are under one key, which lies open in every folder. */
const key = newDataKey();

const noon = new Date(2026, 10, 22, 12, 0, 0);

/** A closed archive file that is told apart by the name of its only tag. */
const makeFile = (path: string, tag: string, leaveLog = false): void => {
  const sqlite = openDatabase(path, { mustExist: false, key });
  migrate(sqlite);
  markWith(sqlite, '以前');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  markWith(sqlite, tag);
  if (leaveLog) {
    // What a killed process leaves: the newest commit is only in the log.
    copyFileSync(path, `${path}.kept`);
    copyFileSync(`${path}-wal`, `${path}-wal.kept`);
    sqlite.close();
    copyFileSync(`${path}.kept`, path);
    copyFileSync(`${path}-wal.kept`, `${path}-wal`);
    for (const kept of [`${path}.kept`, `${path}-wal.kept`]) rmSync(kept);
    return;
  }
  sqlite.close();
};

const markWith = (sqlite: Database, tag: string): void => {
  sqlite.exec('begin');
  sqlite.exec(
    "insert or replace into changes (id, at, actor, action, kind, rows) values (1, '', '', '{}', 'do', 0)",
  );
  sqlite.exec('insert into openChange values (1)');
  sqlite.exec('delete from tags');
  sqlite.prepare('insert into tags (name) values (?)').run(tag);
  sqlite.exec('delete from openChange');
  sqlite.exec('commit');
};

const tagIn = (path: string): unknown => {
  const sqlite = openDatabase(path, { mustExist: true, key });
  try {
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    return sqlite.prepare('select name from tags').pluck().get();
  } finally {
    sqlite.close();
  }
};

const folderWith = (options: { old: boolean; log?: boolean }) => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeEntry(folder, unprotected(key));
  const live = join(folder, archiveFileName);
  if (options.old) makeFile(live, '旧', options.log);
  makeFile(incomingPath(folder), '新');
  return { folder, live };
};

const keptFiles = (folder: string) => readdirSync(folder).filter((name) => /^原档案-.*\.db$/u.test(name));

test('the new file takes the place of the old, which waits under a name of its own', () => {
  const { folder, live } = folderWith({ old: true });
  replaceArchive(folder, noon);
  const kept = keepPrevious(folder, noon);
  expect(kept).toBe(join(folder, '原档案-2026-11-22-120000.db'));
  expect(tagIn(live)).toBe('新');
  expect(tagIn(kept ?? '')).toBe('旧');
  discardKept(kept ?? '');
  expect(readdirSync(folder)).toEqual([archiveFileName, ...keyFileNames]);
});

test('a new archive comes into an empty folder the same way', () => {
  const { folder, live } = folderWith({ old: false });
  replaceArchive(folder, noon);
  expect(keepPrevious(folder, noon)).toBeNull();
  expect(tagIn(live)).toBe('新');
});

test('the old write-ahead log goes with the old file and never meets the new one', () => {
  const { folder, live } = folderWith({ old: true, log: true });
  replaceArchive(folder, noon);
  const kept = keepPrevious(folder, noon) ?? '';
  expect(existsSync(`${live}-wal`)).toBe(false);
  expect(tagIn(live)).toBe('新');
  expect(tagIn(kept)).toBe('旧');
});

test('a reversion brings back the old file with its log', () => {
  const { folder, live } = folderWith({ old: true, log: true });
  replaceArchive(folder, noon);
  const kept = keepPrevious(folder, noon);
  expect(tagIn(live)).toBe('新');
  revertReplacement(folder, kept);
  expect(tagIn(live)).toBe('旧');
  expect(keptFiles(folder)).toEqual([]);
});

test.each([
  ['with', true],
  ['without', false],
])('stopped after any step, an archive %s a log opens with the old or the new, whole', async (_name, log) => {
  const count = replacementSteps('', noon).length;
  const outcomes: unknown[] = [];
  for (let stop = 0; stop <= count; stop += 1) {
    const { folder, live } = folderWith({ old: true, log });
    for (const step of replacementSteps(folder, noon).slice(0, stop)) step();
    recoverReplacement(folder, noon);
    const tag = tagIn(live);
    outcomes.push(tag);
    // What was the archive is still there by name, unless it is the archive.
    const kept = keptFiles(folder).map((name) => tagIn(join(folder, name)));
    expect(kept, `after step ${stop}`).toEqual(tag === '新' ? ['旧'] : []);
    expect(readdirSync(folder).filter((name) => name.startsWith('kedang-'))).toEqual([]);
    expect(recoverReplacement(folder, noon)).toBe('nothing');
    const { archive } = await openTestFolder(folder);
    expect(archive.holder.state().state).toBe('open');
    await archive.close();
  }
  // Until the new file is decided on it is worth nothing, from then on it is finished.
  expect(outcomes).toEqual([...Array(4).fill('旧'), ...Array(count - 3).fill('新')]);
});

test('stopped in the middle of a recovery, the next one finishes', () => {
  const count = replacementSteps('', noon).length;
  for (let first = 4; first <= count; first += 1) {
    for (let second = 5; second <= count; second += 1) {
      const { folder, live } = folderWith({ old: true, log: true });
      for (const step of replacementSteps(folder, noon).slice(0, first)) step();
      if (first < 10) for (const step of replacementSteps(folder, noon).slice(5, second)) step();
      recoverReplacement(folder, noon);
      expect(tagIn(live), `${first}, ${second}`).toBe('新');
      expect(keptFiles(folder).map((name) => tagIn(join(folder, name)))).toEqual(['旧']);
    }
  }
});

test('stopped after any step of a reversion, the old archive comes back or stays beside the new', () => {
  const count = reversionSteps('').length;
  for (let stop = 0; stop <= count; stop += 1) {
    const { folder, live } = folderWith({ old: true, log: true });
    replaceArchive(folder, noon);
    for (const step of reversionSteps(folder).slice(0, stop)) step();
    recoverReplacement(folder, noon);
    const all = [live, ...keptFiles(folder).map((name) => join(folder, name))].map(tagIn);
    expect(all, `after step ${stop}`).toEqual(stop === 0 ? ['新', '旧'] : ['旧']);
  }
});

test('a step that fails takes back those before it', () => {
  const { folder, live } = folderWith({ old: true });
  // The file to come is gone when it is its turn.
  rmSync(incomingPath(folder));
  expect(() => replaceArchive(folder, noon)).toThrow(/ENOENT/u);
  expect(tagIn(live)).toBe('旧');
  expect(readdirSync(folder)).toEqual([archiveFileName, ...keyFileNames]);
});

test('a new file of which part is still in a log is not put in place', () => {
  const { folder, live } = folderWith({ old: true });
  writeFileSync(`${incomingPath(folder)}-wal`, 'not folded in');
  const before = readFileSync(live);
  expect(() => replaceArchive(folder, noon)).toThrow(/write-ahead log/u);
  expect(readFileSync(live).equals(before)).toBe(true);
});

test('what a killed inspection left is removed, and nothing else', () => {
  const { folder } = folderWith({ old: true });
  writeFileSync(join(folder, 'kedang-inspect-01234567.db'), 'half');
  writeFileSync(join(folder, '客户合同.docx'), 'not ours');
  recoverReplacement(folder, noon);
  expect(readdirSync(folder).sort()).toEqual([archiveFileName, ...keyFileNames, '客户合同.docx']);
});
