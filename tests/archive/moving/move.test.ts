import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { moveArchive, type MoveStep } from '../../../src-main/archive/moving/move.ts';
import { homeOf } from '../../../src-main/archive/moving/notes.ts';
import { belongingOf } from '../../../src-main/archive/own-files.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type TestArchive,
} from '../../support/open-test-archive.ts';
import { archivedRows } from '../../support/rows.ts';

const password = '西湖的水 和 长江的风';

const emptyFolder = (name = '新 位置（D 盘）'): string => {
  const folder = temporaryFolder(name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** An archive of 40 customers with a backup, an archive kept from before, and a file of the owner's own. */
const lived = async (): Promise<TestArchive> => {
  const opened = await openTestArchive();
  await writeSampleData(opened.session, undefined, undefined, 40);
  await finish(opened.client.backups.create({}));
  writeFileSync(join(opened.folder, '原档案-2026-01-02-030405.db'), '以前的');
  writeFileSync(join(opened.folder, '我的合同.docx'), '老板自己的文件');
  return opened;
};

const files = (folder: string): string[] => readdirSync(folder).toSorted();

test('everything that lies in the folder of an archive at work has its place in the list of our own files', async () => {
  const { client, folder } = await lived();
  await client.protection.setPassword({ password });
  await failureOf(client.protection.changePassword({ current: '不对的密码', password }));
  const unknown = files(folder).filter((name) => belongingOf(name) === null);
  expect(unknown).toEqual(['我的合同.docx']);
  expect(files(folder)).toContain('kedang.tries');
});

test('what is written beside the archive while it moves is in the new folder, and what is removed is not', async () => {
  const { archive, folder } = await lived();
  const to = emptyFolder();
  const [backup = ''] = files(join(folder, '备份'));
  await moveArchive(archive.holder, archive.backups, {
    chosen: to,
    report: () => {},
    signal: undefined,
    reached(step) {
      if (step !== 'copied') return;
      renameSync(join(folder, '备份', backup), join(folder, '备份', `改名 ${backup}`));
      writeFileSync(join(folder, '原档案-2026-01-02-030405.db'), '改过的');
    },
  });
  expect(files(join(to, '备份'))).toEqual([`改名 ${backup}`]);
  expect(readFileSync(join(to, '原档案-2026-01-02-030405.db'), 'utf8')).toBe('改过的');
});

test('the archive moves with everything that belongs to it, and the old place leads to the new one', async () => {
  const { client, archive, folder, session } = await lived();
  const to = emptyFolder();
  const rows = archivedRows(session.sqlite);
  const backups = files(join(folder, '备份'));
  const preview = await client.archive.previewMove({ token: to });
  expect(preview).toMatchObject({ from: folder, to, backups: 1, place: null, obstacle: null });
  expect(preview.bytes).toBeLessThan(preview.neededBytes);
  expect(files(to)).toEqual([]);

  expect(await finish(client.archive.move({ token: to }))).toEqual({ to });
  const moved = { state: 'problem', failure: { code: 'archiveMoved', folder, to } };
  expect(await client.archive.state()).toMatchObject(moved);
  await archive.close();
  expect(homeOf(folder)).toBe(to);

  const there = await openTestFolder(to);
  const now = there.archive.holder.session();
  expect(archivedRows(now.sqlite)).toEqual(rows);
  expectAgreement(now);
  expect(files(join(to, '备份'))).toEqual(backups);
  expect((await there.client.backups.list()).every(({ verified }) => verified)).toBe(true);
  expect(files(to)).toEqual(
    expect.arrayContaining(['kedang.db', 'kedang.keys', 'kedang.keys.copy', '原档案-2026-01-02-030405.db']),
  );
  expect(files(to)).not.toContain('我的合同.docx');
  expect(files(to).filter((name) => name.includes('arriving') || name.includes('partial'))).toEqual([]);
  await there.client.customers.create({ draft: { name: '搬家以后的客户' } });

  // Whoever opens the old folder by hand is told, and nothing there is taken for an archive.
  const { client: before, archive: old } = await openTestFolder(folder);
  expect(await before.archive.state()).toMatchObject(moved);
  expect(await failureOf(finish(before.archive.create({})))).toMatchObject({ code: 'archiveMoved' });
  await old.close();
});

test('what was left behind goes only when the owner says so, with what is not ours left alone; then it can move back', async () => {
  const { client, archive, folder } = await lived();
  const to = emptyFolder();
  await finish(client.archive.move({ token: to }));
  await archive.close();
  const there = await openTestFolder(to);
  const state = await there.client.archive.state();
  if (state.state !== 'open') throw new Error(`it is ${state.state}`);
  expect(state.leftBehind).toEqual([{ folder, bytes: expect.any(Number) }]);
  expect(files(folder).some((name) => /^已搬走的档案-.*\.db$/u.test(name))).toBe(true);
  // Put there afterwards, by somebody else.
  writeFileSync(join(folder, '备份', '清单.txt'), '不是客档的');
  expect((await there.client.archive.previewMove({ token: folder })).obstacle).toMatchObject({
    code: 'moveTargetTaken',
    folder,
  });

  await there.client.archive.leftBehind({ decision: 'remove' });
  expect(await there.client.archive.state()).toMatchObject({ state: 'open', leftBehind: [] });
  expect(files(folder)).toEqual(['kedang-moved.json', 'kedang.lock', '备份', '我的合同.docx'].toSorted());
  expect(files(join(folder, '备份'))).toEqual(['清单.txt']);
  expect(homeOf(folder)).toBe(to);

  rmSync(join(folder, '备份'), { recursive: true });
  rmSync(join(folder, '我的合同.docx'));
  expect(await finish(there.client.archive.move({ token: folder }))).toEqual({ to: folder });
  await there.archive.close();
  expect([homeOf(folder), homeOf(to)]).toEqual([folder, folder]);
  const back = await openTestFolder(folder);
  expectAgreement(back.archive.holder.session());
  expect(await back.client.archive.state()).toMatchObject({ leftBehind: [{ folder: to }] });
  await back.client.archive.leftBehind({ decision: 'keep' });
  expect(await back.client.archive.state()).toMatchObject({ leftBehind: [] });
  expect(existsSync(join(to, 'kedang.keys'))).toBe(true);
});

test('a folder with other things in it gets one of its own, and nothing is ever put over something', async () => {
  const { client, folder } = await openTestArchive();
  const used = emptyFolder('有东西的文件夹');
  writeFileSync(join(used, '照片.jpg'), '照片');
  const own = join(used, '客档档案');
  const look = (token: string) => client.archive.previewMove({ token });
  expect(await look(used)).toMatchObject({ to: own, obstacle: null });

  const other = await openTestArchive();
  await other.archive.close();
  const archiveThere = { code: 'archiveAlreadyThere', folder: other.folder };
  const before = readFileSync(join(other.folder, archiveFileName));
  expect((await look(other.folder)).obstacle).toEqual(archiveThere);
  expect(await failureOf(finish(client.archive.move({ token: other.folder })))).toEqual(archiveThere);
  expect(readFileSync(join(other.folder, archiveFileName))).toEqual(before);

  const keys = emptyFolder('只有钥匙');
  writeFileSync(join(keys, 'kedang.keys'), '钥匙');
  expect((await look(keys)).obstacle).toEqual({
    code: 'moveTargetTaken',
    folder: keys,
    name: 'kedang.keys',
  });
  expect((await look(folder)).obstacle).toEqual({ code: 'moveInside', folder });
  mkdirSync(join(folder, '里面'));
  expect((await look(join(folder, '里面'))).obstacle).toMatchObject({ code: 'moveInside' });
  expect((await look(join(dirname(folder), '没有这里'))).obstacle).not.toBeNull();
  expect((await look(join(emptyFolder('OneDrive')))).place).toEqual({ kind: 'synced', by: 'OneDrive' });

  const target = await finish(client.archive.move({ token: used }));
  expect(target).toEqual({ to: own });
  expect(files(used)).toEqual(['客档档案', '照片.jpg'].toSorted());
});

const steps = ['begun', 'carried', 'copied', 'closed', 'complete', 'noted'] as const;

test('what fails after any step before the last leaves the archive open where it was, and nothing there', async () => {
  const { archive, client, folder, session } = await lived();
  const chosen = emptyFolder();
  writeFileSync(join(chosen, '别的.txt'), '');
  const customers = session.sqlite.prepare('select count(*) from customers').pluck().get() as number;
  const ours = (name: string) => !/-(?:wal|shm)$|^kedang(?:-moved\.json|\.log)$/u.test(name);
  const before = files(folder).filter(ours);
  for (const [index, step] of steps.entries()) {
    const failing = moveArchive(archive.holder, archive.backups, {
      chosen,
      report: () => {},
      signal: undefined,
      reached(reached) {
        if (reached === step) throw new FailureError({ code: 'ioError', path: chosen });
      },
    });
    expect(await failureOf(failing), step).toEqual({ code: 'ioError', path: chosen });
    expect(files(chosen), step).toEqual(['别的.txt']);
    expect(homeOf(folder), step).toBe(folder);
    await client.customers.create({ draft: { name: `“${step}”以后接着在原处工作` } });
    const state = await client.archive.state();
    expect(state, step).toMatchObject({ state: 'open', counts: { customers: customers + index + 1 } });
    expect(files(folder).filter(ours), step).toEqual(before);
  }
});

test('a disk that is pulled out at any time loses nothing: the old place goes on, and what stayed there is cleared away', async () => {
  const { archive, client, folder } = await lived();
  const pulledOut = ['fileMissing', 'folderMissing', 'archiveFolderMissing', 'ioError', 'noPermission'];
  for (const step of ['carried', 'copied', 'retired'] satisfies MoveStep[]) {
    const to = emptyFolder();
    const rows = archivedRows(archive.holder.session().sqlite);
    const failing = moveArchive(archive.holder, archive.backups, {
      chosen: to,
      report: () => {},
      signal: undefined,
      reached(reached) {
        if (reached === step) renameSync(to, `${to} 拔出`);
      },
    });
    expect(pulledOut, step).toContain((await failureOf(failing)).code);
    expect(archivedRows(archive.holder.session().sqlite), step).toEqual(rows);
    await client.customers.create({ draft: { name: `${step} 以后接着在原处工作` } });
    renameSync(`${to} 拔出`, to);
    const there = await openTestFolder(to);
    expect((await there.client.archive.state()).state).toBe('none');
    expect(existsSync(join(to, 'kedang-arriving'))).toBe(false);
    expect(homeOf(folder)).toBe(folder);
  }
});

test('on a disk that fills up the move is given up, and one that is too small or cannot be written to is refused', async ({
  skip,
}) => {
  const disk = (options: string): string => {
    const path = emptyFolder('小盘');
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', ['-l', path]));
    return path;
  };
  let to: string;
  try {
    to = disk('size=260m');
  } catch {
    return skip('no right to mount a disk');
  }
  const { archive, client } = await lived();
  expect((await client.archive.previewMove({ token: disk('size=100m') })).obstacle?.code).toBe('diskFull');
  expect((await failureOf(finish(client.archive.move({ token: disk('ro') })))).code).toBe('readOnly');
  const failing = moveArchive(archive.holder, archive.backups, {
    chosen: to,
    report: () => {},
    signal: undefined,
    reached(step) {
      if (step === 'carried')
        execFileSync('fallocate', ['-l', '259m', join(to, '电影.mp4')], { stdio: 'ignore' });
    },
  });
  expect(await failureOf(failing)).toMatchObject({ code: 'diskFull' });
  expect(files(to).filter((name) => name !== 'kedang.lock')).toEqual(['电影.mp4']);
  await client.customers.create({ draft: { name: '接着在原处工作' } });
});

test('cancelled in the middle, nothing is left there; what is saved meanwhile is in the new place or was refused', async () => {
  const { archive, client, folder } = await lived();
  const to = emptyFolder();
  const controller = new AbortController();
  const cancelled = moveArchive(archive.holder, archive.backups, {
    chosen: to,
    report: () => {},
    signal: controller.signal,
    reached(step) {
      if (step === 'carried') controller.abort();
    },
  });
  expect(await failureOf(cancelled)).toEqual({ code: 'cancelled' });
  expect(files(to)).toEqual([]);

  const saved: string[] = [];
  const write = async (): Promise<unknown> => {
    for (let number = 1; ; number += 1) {
      const name = `第 ${number} 位`;
      try {
        await client.customers.create({ draft: { name } });
      } catch (error) {
        return error;
      }
      saved.push(name);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  let writing: Promise<unknown> | undefined;
  await moveArchive(archive.holder, archive.backups, {
    chosen: to,
    report: () => {},
    signal: undefined,
    reached(step) {
      if (step === 'begun') writing = write();
    },
  });
  expect(await writing).toMatchObject({ data: { code: 'busy' } });
  await archive.close();
  const there = await openTestFolder(to);
  const { sqlite } = there.archive.holder.session();
  const names = sqlite.prepare("select name from customers where name like '第 %' order by id").pluck().all();
  expect(names).toEqual(saved);
  expect(saved.length).toBeGreaterThan(0);
  expect(homeOf(folder)).toBe(to);
});

test('an archive with a password moves with its lock and its tries; a locked one does not move', async () => {
  const { archive, client } = await lived();
  const to = emptyFolder();
  await client.protection.setPassword({ password });
  await client.protection.lock();
  expect(await failureOf(finish(client.archive.move({ token: to })))).toEqual({ code: 'locked' });
  await client.protection.unlock({ password });
  await finish(client.archive.move({ token: to }));
  await archive.close();
  const there = await openTestFolder(to);
  expect((await there.client.archive.state()).state).toBe('locked');
  expect((await there.client.protection.unlock({ password })).state).toBe('open');
});
