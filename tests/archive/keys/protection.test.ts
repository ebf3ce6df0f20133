import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { keyFileNames, triesFileName } from '../../../src-main/archive/keys/file-names.ts';
import { delayAfter } from '../../../src-main/archive/keys/tries.ts';
import type { Archive } from '../../../src-main/archive/archive.ts';
import { createLog } from '../../../src-main/archive/log.ts';
import type { WorkEvent } from '../../../src-shared/progress.ts';
import { untilProgress } from '../../support/drive.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { planFile } from '../../support/import-file.ts';
import { temporaryFile } from '../../support/sheet-import.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type ArchiveClient,
} from '../../support/open-test-archive.ts';

const password = '西湖的水 和 长江的风';
const other = '另一个想不到的密码';

const protectedArchive = async (clock?: () => Date) => {
  const opened = await openTestArchive(clock ? { clock } : {});
  await opened.client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  await opened.client.protection.setPassword({ password });
  return opened;
};

const recoveryKeyOf = async (client: ArchiveClient): Promise<string> => {
  const { recoveryKey, asked } = await client.protection.newRecoveryKey({ password });
  const groups = recoveryKey.split('-');
  await client.protection.confirmRecoveryKey({ typed: asked.map((group) => groups[group] ?? '') });
  return recoveryKey;
};

const names = async (client: ArchiveClient) =>
  (await client.customers.list({ filter: {} })).rows.map(({ name }) => name);

test('a new archive is encrypted and says honestly that it is not protected', async () => {
  const { client, folder, session } = await openTestArchive();
  expect(session.key?.bytes).toHaveLength(32);
  expect(await client.protection.state()).toEqual({
    encrypted: true,
    passwordSetAt: null,
    recoveryKeyMadeAt: null,
  });
  expect(await client.archive.state()).toMatchObject({ state: 'open', hasPassword: false });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([...keyFileNames]));
  expect(await failureOf(client.protection.lock())).toEqual({ code: 'passwordNotSet' });
});

test('with a password the archive waits for it at the start, and nothing else is answered', async () => {
  const { client, archive, folder } = await protectedArchive();
  expect(await client.protection.state()).toMatchObject({ passwordSetAt: expect.any(String) as string });
  await archive.close();
  const { client: next } = await openTestFolder(folder);
  expect(await next.archive.state()).toEqual({ state: 'locked', folder, hasRecoveryKey: false, wait: 0 });
  for (const call of [
    next.customers.list({ filter: {} }),
    next.backups.state(),
    next.backups.kept(),
    next.settings.get(),
    next.settings.preferences(),
    next.archive.reopen(),
    next.protection.state(),
    next.protection.removePassword({ current: password }),
  ])
    expect(await failureOf(call)).toEqual({ code: 'locked' });
  expect(await failureOf(finish(next.backups.create({})))).toEqual({ code: 'locked' });
  expect(await failureOf(next.protection.unlock({ password: other }))).toEqual({ code: 'wrongPassword' });
  expect(await next.protection.unlock({ password })).toMatchObject({ state: 'open', hasPassword: true });
  expect(await names(next)).toEqual(['杭州八骏科技有限公司']);
});

test('a password is the same whichever form of its characters is typed', async () => {
  const { client } = await openTestArchive();
  await client.protection.setPassword({ password: 'ＡＢＣ 客 é 99 江' });
  await client.protection.lock();
  expect(await client.protection.unlock({ password: 'ABC 客 é 99 江' })).toMatchObject({ state: 'open' });
});

test('setting, changing and removing the password leaves every page as it is', async () => {
  const { client, archive, folder } = await openTestArchive();
  const pages = () => readFileSync(join(folder, archiveFileName)).toString('base64');
  const before = pages();
  expect(await failureOf(client.protection.setPassword({ password: 'woaini1314' }))).toEqual({
    code: 'passwordUnfit',
    reason: 'common',
  });
  await client.protection.setPassword({ password });
  expect(await failureOf(client.protection.setPassword({ password: other }))).toEqual({
    code: 'passwordSet',
  });
  expect(await failureOf(client.protection.changePassword({ current: other, password: other }))).toEqual({
    code: 'wrongPassword',
  });
  await client.protection.changePassword({ current: password, password: other });
  // Locking folds the write-ahead log into the file; until then it is the very same.
  expect(pages()).toBe(before);
  await client.protection.lock();
  expect(await failureOf(client.protection.unlock({ password }))).toEqual({ code: 'wrongPassword' });
  await client.protection.unlock({ password: other });
  const locked = pages();
  await client.protection.removePassword({ current: other });
  expect(pages()).toBe(locked);
  await archive.close();
  const { client: next } = await openTestFolder(folder);
  expect(await next.archive.state()).toMatchObject({ state: 'open', hasPassword: false });
});

test('the name of the business is no password', async () => {
  const { client } = await openTestArchive();
  await client.settings.update({ businessName: '四海升平五金' });
  expect(await failureOf(client.protection.setPassword({ password: '四海升平五金2024' }))).toMatchObject({
    code: 'passwordUnfit',
  });
});

test('a recovery key opens the archive once it was confirmed, and sets a new password', async () => {
  const { client, archive, folder } = await protectedArchive();
  const { recoveryKey: unconfirmed } = await client.protection.newRecoveryKey({ password });
  expect(await failureOf(client.protection.confirmRecoveryKey({ typed: ['0000', '0000'] }))).toEqual({
    code: 'wrongRecoveryKey',
    reason: 'mistyped',
  });
  const first = await recoveryKeyOf(client);
  const second = await recoveryKeyOf(client);
  await archive.close();
  const { client: next } = await openTestFolder(folder);
  expect(await next.archive.state()).toMatchObject({ state: 'locked', hasRecoveryKey: true });
  for (const recoveryKey of [unconfirmed, first])
    expect(await failureOf(next.protection.unlockWithRecoveryKey({ recoveryKey, password: other }))).toEqual({
      code: 'wrongRecoveryKey',
      reason: 'other',
    });
  expect(
    await failureOf(next.protection.unlockWithRecoveryKey({ recoveryKey: second.slice(1), password: other })),
  ).toEqual({ code: 'wrongRecoveryKey', reason: 'mistyped' });
  expect(
    await next.protection.unlockWithRecoveryKey({ recoveryKey: second.toLowerCase(), password: other }),
  ).toMatchObject({ state: 'open' });
  await next.protection.lock();
  expect(await failureOf(next.protection.unlock({ password }))).toEqual({ code: 'wrongPassword' });
  expect(await next.protection.unlock({ password: other })).toMatchObject({ state: 'open' });
});

test('locking wipes the key, tells every window, and waits for what is being written', async () => {
  const { client, session, archive } = await protectedArchive();
  const heard: string[] = [];
  const events = await client.events.changes();
  const listening = (async () => {
    for await (const { topics } of events) heard.push(topics.join());
  })();
  const making = await client.backups.create({});
  await untilProgress(making);
  const late = await client.customers.bulk({ selection: { ids: [1] }, action: { type: 'trash' } });
  const done = finish(making);
  const locking = client.protection.lock();
  await expect.poll(() => client.archive.state()).toMatchObject({ state: 'locked' });
  expect(await failureOf(finish(late))).toEqual({ code: 'locked' });
  const locked = await locking;
  expect(locked).toMatchObject({ state: 'locked' });
  expect(await done).toMatchObject({ verified: true });
  expect(session.key?.bytes.every((byte) => byte === 0)).toBe(true);
  expect(session.sqlite.open).toBe(false);
  await archive.lock();
  expect(await client.archive.state()).toMatchObject({ state: 'locked' });
  await client.protection.unlock({ password });
  expect(await names(client)).toEqual(['杭州八骏科技有限公司']);
  await events.return?.(undefined);
  await listening;
  expect(heard).toContain('archive');
});

/** Goes on with long work, and locks the archive as soon as the first progress is heard. */
const lockedWhile = async <T>(archive: Archive, work: Promise<AsyncIterator<WorkEvent, T>>): Promise<T> => {
  const running = await work;
  await untilProgress(running);
  const locking = archive.lock();
  const result = await finish(running);
  await locking;
  return result;
};

test('an import that is being written when the archive is locked is finished first, and is all there afterwards', async () => {
  const { client, archive } = await protectedArchive();
  const rows = Array.from({ length: 800 }, (_, row) => `第${row}号五金有限公司,139${10_000_000 + row}`);
  const sheet = temporaryFile('台账.csv', `客户名称,手机\n${rows.join('\n')}\n`);
  const { planId } = await planFile(client, sheet);
  const written = await lockedWhile(archive, client.imports.commit({ planId }));
  expect(written).toMatchObject({ created: 800 });
  expect(await client.archive.state()).toMatchObject({ state: 'locked' });
  await client.protection.unlock({ password });
  expect((await client.customers.list({ filter: {} })).total).toBe(801);
  expectAgreement(archive.holder.session());
});

test('a restore that runs when the archive is locked is finished first, and is behind the password afterwards', async () => {
  const { client, archive, folder } = await protectedArchive();
  const backup = await finish(client.backups.create({}));
  await client.customers.create({ draft: { name: '备份之后的客户' } });
  const source = { id: backup.id };
  const { safetyBackup } = await lockedWhile(archive, client.backups.restore({ source }));
  expect(safetyBackup).toMatchObject({ counts: { customers: 2 } });
  expect(await client.archive.state()).toMatchObject({ state: 'locked' });
  await client.protection.unlock({ password });
  expect(await names(client)).toEqual(['杭州八骏科技有限公司']);
  expect(readdirSync(folder).filter((name) => name.startsWith('kedang-'))).toEqual([]);
});

test('a new key that is being made when the archive is locked is finished first, and needs the password afterwards', async () => {
  const { client, archive, session } = await protectedArchive();
  const before = session.key?.id;
  await lockedWhile(archive, client.protection.changeDataKey({ current: password }));
  expect(await client.archive.state()).toMatchObject({ state: 'locked' });
  await client.protection.unlock({ password });
  expect(archive.holder.session().key?.id).not.toBe(before);
  expect(await names(client)).toEqual(['杭州八骏科技有限公司']);
});

test('what is restored where nothing was open is behind its password when the computer was locked meanwhile', async () => {
  const { client } = await protectedArchive();
  const { path } = await finish(client.backups.create({}));
  const { client: next, archive } = await openTestFolder(temporaryFolder('新电脑'));
  await lockedWhile(archive, next.backups.restore({ source: { token: path }, password }));
  expect(await next.archive.state()).toMatchObject({ state: 'locked' });
  await next.protection.unlock({ password });
  expect(await names(next)).toEqual(['杭州八骏科技有限公司']);
});

test('after the fifth wrong try there is a growing delay, which neither a restart nor calls at once get round', async () => {
  let now = new Date('2026-11-26T15:00:00.000Z');
  const clock = () => now;
  const { archive, folder } = await protectedArchive(clock);
  await archive.close();
  const first = await openTestFolder(folder, { clock });
  const wrong = await Promise.all(
    Array.from({ length: 8 }, () => failureOf(first.client.protection.unlock({ password: other }))),
  );
  expect(wrong.filter(({ code }) => code === 'wrongPassword')).toHaveLength(5);
  expect(wrong.filter(({ code }) => code === 'tryLater')).toHaveLength(3);
  expect(await failureOf(first.client.protection.unlock({ password }))).toMatchObject({ code: 'tryLater' });
  await first.archive.close();

  const second = await openTestFolder(folder, { clock });
  expect(await second.client.archive.state()).toMatchObject({ state: 'locked', wait: 5 });
  expect(await failureOf(second.client.protection.unlock({ password }))).toEqual({
    code: 'tryLater',
    seconds: 5,
  });
  now = new Date(now.getTime() + 5_000);
  expect(await failureOf(second.client.protection.unlock({ password: other }))).toEqual({
    code: 'wrongPassword',
  });
  await second.archive.close();

  const third = await openTestFolder(folder, { clock });
  // A clock that is set back does not make the wait longer than the delay.
  now = new Date(now.getTime() - 3_600_000);
  expect(await third.client.archive.state()).toMatchObject({ state: 'locked', wait: 10 });
  now = new Date(now.getTime() + 2 * 3_600_000);
  expect(await third.client.protection.unlock({ password })).toMatchObject({ state: 'open' });
  expect(readdirSync(folder)).not.toContain(triesFileName);
});

test('the delay doubles from five seconds to a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 8, 12, 13, 400].map(delayAfter)).toEqual([0, 0, 5, 10, 20, 40, 640, 900, 900]);
});

test('a key file that is lost or spoiled is mended from its copy, and then from the newest backup', async () => {
  const { client, archive, folder } = await protectedArchive();
  await finish(client.backups.create({}));
  await archive.close();
  const [file, copy] = keyFileNames.map((name) => join(folder, name)) as [string, string];
  const whole = readFileSync(file, 'utf8');
  for (const spoil of [
    () => rmSync(file),
    () => writeFileSync(file, whole.slice(0, 200)),
    () => writeFileSync(copy, whole.replace('"password"', '"recovery"')),
    () => {
      rmSync(file);
      writeFileSync(copy, '');
    },
  ]) {
    spoil();
    const opened = await openTestFolder(folder);
    expect(await opened.client.archive.state()).toMatchObject({ state: 'locked' });
    expect(await opened.client.protection.unlock({ password })).toMatchObject({ state: 'open' });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(copy, 'utf8'));
    await opened.archive.close();
  }
});

test('without key file and backup the sentence is about the key, not about damage or the password', async () => {
  const { archive, folder } = await protectedArchive();
  await archive.close();
  const alone = temporaryFolder();
  mkdirSync(alone, { recursive: true });
  copyFileSync(join(folder, archiveFileName), join(alone, archiveFileName));
  const { client } = await openTestFolder(alone);
  expect(await client.archive.state()).toMatchObject({
    state: 'problem',
    failure: { code: 'keysMissing', path: join(alone, keyFileNames[0]) },
  });
  expect(statSync(join(alone, archiveFileName)).size).toBeGreaterThan(0);
});

test('a damaged file says so once the password has opened its key', async () => {
  const { archive, folder } = await protectedArchive();
  await archive.close();
  const path = join(folder, archiveFileName);
  const bytes = readFileSync(path);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const { client } = await openTestFolder(folder);
  expect(await client.archive.state()).toMatchObject({ state: 'locked' });
  expect(await failureOf(client.protection.unlock({ password: other }))).toEqual({ code: 'wrongPassword' });
  expect(await client.protection.unlock({ password })).toMatchObject({
    state: 'problem',
    failure: { code: 'archiveDamaged' },
  });
});

test('a backup opens with the password it was made with, in another folder and after the password was changed', async () => {
  const { client, archive } = await protectedArchive();
  const backup = await finish(client.backups.create({}));
  await client.protection.changePassword({ current: password, password: other });
  // The open archive knows the key.
  expect(await finish(client.backups.inspect({ source: { id: backup.id } }))).toMatchObject({
    now: { customers: 1 },
  });
  await archive.close();
  const { client: next } = await openTestFolder(temporaryFolder('新电脑'));
  const source = { token: backup.path };
  expect(await failureOf(finish(next.backups.inspect({ source })))).toEqual({
    code: 'backupLocked',
    path: backup.path,
  });
  expect(await failureOf(finish(next.backups.restore({ source, password: other })))).toEqual({
    code: 'wrongPassword',
  });
  expect(await finish(next.backups.restore({ source, password }))).toMatchObject({
    counts: { customers: 1 },
  });
  expect(await next.archive.state()).toMatchObject({ state: 'open', hasPassword: true });
  await next.protection.lock();
  expect(await next.protection.unlock({ password })).toMatchObject({ state: 'open' });
  expect(await names(next)).toEqual(['杭州八骏科技有限公司']);
});

test('a backup to give away has a key and a password of its own', async () => {
  const { client, session, folder } = await protectedArchive();
  const target = join(folder, '..', '给会计.kedang');
  const given = '只告诉会计的那句话';
  await finish(client.backups.giveAway({ target, password: given }));
  const text = readFileSync(target, 'latin1').slice(0, 4096);
  expect(text).not.toContain(session.key?.id);
  const { client: next } = await openTestFolder(temporaryFolder('会计的电脑'));
  const source = { token: target };
  expect(await failureOf(finish(next.backups.restore({ source, password })))).toEqual({
    code: 'wrongPassword',
  });
  await finish(next.backups.restore({ source, password: given }));
  expect(await names(next)).toEqual(['杭州八骏科技有限公司']);

  // Into an archive that is open, it comes under the key and the password that are there.
  const { client: third } = await protectedArchive();
  await finish(third.backups.restore({ source, password: given }));
  await third.protection.lock();
  expect(await failureOf(third.protection.unlock({ password: given }))).toEqual({ code: 'wrongPassword' });
  expect(await third.protection.unlock({ password })).toMatchObject({ state: 'open' });
});

test('encrypting anew changes the key, keeps rows and password, and voids the recovery key', async () => {
  const { client, session, archive, folder } = await protectedArchive();
  const recoveryKey = await recoveryKeyOf(client);
  const before = session.key?.id;
  expect(await failureOf(finish(client.protection.changeDataKey({ current: other })))).toEqual({
    code: 'wrongPassword',
  });
  expect(await finish(client.protection.changeDataKey({ current: password }))).toMatchObject({
    encrypted: true,
    recoveryKeyMadeAt: null,
  });
  expect(archive.holder.session().key?.id).not.toBe(before);
  expect(await names(client)).toEqual(['杭州八骏科技有限公司']);
  expect(readFileSync(join(folder, keyFileNames[0]), 'utf8')).not.toContain(before);
  await client.protection.lock();
  expect(
    await failureOf(client.protection.unlockWithRecoveryKey({ recoveryKey, password: other })),
  ).toMatchObject({ code: 'wrongRecoveryKey' });
  expect(await client.protection.unlock({ password })).toMatchObject({ state: 'open' });
  expect(await names(client)).toEqual(['杭州八骏科技有限公司']);
});

test('with a password set, nothing of a customer stands in any file of the folder', async () => {
  const canary = '机密客户朱鹮';
  const phone = '13957112233';
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const { client, archive } = await openTestArchive({ folder, log: createLog(folder) });
  await client.protection.setPassword({ password });
  await client.customers.create({
    draft: {
      name: canary,
      notes: `备注${canary}`,
      methods: [{ type: 'mobile', value: phone, label: '' }],
    },
  });
  await finish(client.backups.create({}));
  await failureOf(client.customers.get({ id: 999 }));
  const leaks = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => {
        const bytes = readFileSync(path);
        return [canary, phone, password].some(
          (text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')),
        );
      });
  expect(readdirSync(folder)).toContain(`${archiveFileName}-wal`);
  expect(leaks()).toEqual([]);
  await client.protection.lock();
  expect(leaks()).toEqual([]);
  await archive.close();
  expect(leaks()).toEqual([]);
});

test('an archive with a password locks itself after minutes without work, one without never', async () => {
  // The archives look at the time every few seconds, which nobody has to wait for.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let now = new Date('2026-11-26T15:00:00.000Z');
  let looks = 0;
  const clock = () => {
    looks += 1;
    return now;
  };
  const lookAtTheTime = (): void => {
    const before = looks;
    vi.advanceTimersByTime(10_000);
    // Both of them, and more than once.
    expect(looks - before).toBeGreaterThan(2);
  };
  const [{ client }, { client: open }] = [await protectedArchive(clock), await openTestArchive({ clock })];
  for (const each of [client, open]) await each.settings.updatePreferences({ lockAfterMinutes: 5 });
  await client.protection.active();
  now = new Date(now.getTime() + 4 * 60_000);
  await client.protection.active();
  now = new Date(now.getTime() + 4 * 60_000);
  // This one was at work four minutes ago.
  lookAtTheTime();
  expect(await names(client)).toHaveLength(1);
  expect(await client.archive.state()).toMatchObject({ state: 'open' });
  now = new Date(now.getTime() + 2 * 60_000);
  lookAtTheTime();
  expect(await names(open)).toEqual([]);
  expect(await failureOf(client.customers.list({ filter: {} }))).toEqual({ code: 'locked' });
  await expect.poll(() => client.archive.state()).toMatchObject({ state: 'locked' });
  expect(await open.archive.state()).toMatchObject({ state: 'open' });
});

test('the sheet with the recovery key is written where the user chose, only with the key that is shown', async () => {
  const { client, folder } = await openTestArchive();
  await client.protection.setPassword({ password });
  const target = join(dirname(folder), '客档恢复密钥.txt');
  const none = { code: 'wrongRecoveryKey', reason: 'other' };
  expect(await failureOf(client.protection.saveRecoveryKey({ target, text: '没有密钥' }))).toEqual(none);
  const first = await client.protection.newRecoveryKey({ password });
  const { recoveryKey } = await client.protection.newRecoveryKey({ password });
  expect(await failureOf(client.protection.saveRecoveryKey({ target, text: first.recoveryKey }))).toEqual(
    none,
  );
  expect(existsSync(target)).toBe(false);
  const text = `客档 恢复密钥\r\n${recoveryKey}\r\n`;
  await client.protection.saveRecoveryKey({ target, text });
  expect(readFileSync(target, 'utf8')).toBe(text);
  const keys = join(folder, 'kedang.keys');
  const before = readFileSync(keys);
  expect(await failureOf(client.protection.saveRecoveryKey({ target: keys, text }))).toEqual({
    code: 'archiveAlreadyThere',
    folder,
  });
  expect(readFileSync(keys)).toEqual(before);
});
