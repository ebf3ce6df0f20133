import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { finish } from '../support/drive.ts';
import { ask, connectTo, enter, openSocket, page, secret, startBrowserHost } from './start-browser-host.ts';

const named = (name: string) => ({ 'x-file-name': encodeURIComponent(name) });

describe('who is let in', () => {
  test('the address with the token gives a cookie that scripts cannot read, and leads to a clean address', async () => {
    const host = await startBrowserHost();
    const url = new URL(host.entrance);
    const entrance = await ask(host, url.pathname + url.search);
    expect(entrance.status).toBe(303);
    expect(entrance.headers.location).toBe('/');
    expect(entrance.headers['set-cookie']).toEqual([
      expect.stringMatching(/^kedang-\d+=[\w-]{22}; HttpOnly; SameSite=Strict; Path=\/$/u),
    ]);
    expect(entrance.headers['set-cookie']?.[0]).not.toContain(url.searchParams.get('token'));

    const shown = await ask(host, '/', { headers: await enter(host) });
    expect(shown).toMatchObject({ status: 200, body: page });
    expect(shown.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/u);
  });

  test('without the token, with a wrong one, or with a wrong cookie nobody comes in', async () => {
    const host = await startBrowserHost();
    const { cookie } = await enter(host);
    const wrong = cookie.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await ask(host, '/')).status).toBe(403);
    expect((await ask(host, '/?token=')).status).toBe(403);
    expect((await ask(host, '/?token=AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(403);
    expect((await ask(host, '/', { headers: { cookie: wrong } })).status).toBe(403);
    expect((await ask(host, '/', { headers: { cookie: 'kedang=1' } })).status).toBe(403);
    expect((await ask(host, '/', { headers: { cookie } })).status).toBe(200);
    expect(await openSocket(host, '/archive', { origin: host.origin })).toBe(403);
    expect(await openSocket(host, '/archive', { origin: host.origin, cookie: wrong })).toBe(403);
  });

  test('a name that was made to point at this computer is refused, even with the right cookie and token', async () => {
    const host = await startBrowserHost();
    const { cookie } = await enter(host);
    const url = new URL(host.entrance);
    for (const name of [
      `evil.example:${host.port}`,
      `localhost:${host.port}`,
      '127.0.0.1',
      `127.0.0.1:${host.port}.evil`,
    ]) {
      expect((await ask(host, '/', { headers: { cookie, host: name } })).status).toBe(403);
      const entrance = await ask(host, url.pathname + url.search, { headers: { host: name } });
      expect(entrance).toMatchObject({ status: 403 });
      expect(entrance.headers['set-cookie']).toBeUndefined();
      expect(await openSocket(host, '/archive', { cookie, origin: host.origin, host: name })).toBe(403);
    }
  });

  test('another page in the same browser cannot ask, whatever cookies come along', async () => {
    const host = await startBrowserHost();
    const { cookie } = await enter(host);
    for (const origin of [
      'https://evil.example',
      'null',
      `http://localhost:${host.port}`,
      `${host.origin}0`,
    ]) {
      expect(await openSocket(host, '/archive', { cookie, origin })).toBe(403);
      expect(await openSocket(host, '/host', { cookie, origin })).toBe(403);
      expect((await ask(host, '/files', { method: 'POST', headers: { cookie, origin } })).status).toBe(403);
      expect((await ask(host, '/', { headers: { cookie, origin } })).status).toBe(403);
    }
    expect(await openSocket(host, '/archive', { cookie })).toBe(403);
    expect((await ask(host, '/files', { method: 'POST', headers: { cookie } })).status).toBe(403);
    expect(await openSocket(host, '/elsewhere', { cookie, origin: host.origin })).toBe(403);
  });

  test('it listens on no other address of this computer', async () => {
    const host = await startBrowserHost();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address);
    for (const address of ['127.0.0.2', ...others]) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: address, port: host.port });
        socket.on('connect', () => resolve(socket.destroy() && 'connected'));
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      });
      expect(outcome).toBe('ECONNREFUSED');
    }
  });
});

describe('what it gives', () => {
  test('no way of writing a path leads out of the folder of the page', async () => {
    const host = await startBrowserHost();
    const headers = await enter(host);
    const paths = [
      '/../secret.js',
      '/../renderer-old/secret.js',
      '/assets/../../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/..%2frenderer-old%2fsecret.js',
      '/%2e%2e%2fsecret.js',
      '/..%5csecret.js',
      '/assets/..%2f..%2fsecret.js',
      '/%00/../secret.js',
      '//../secret.js',
      `/${encodeURIComponent(join(host.pageFolder, '../secret.js'))}`,
      '/files/../secret.js',
      '/files/..%2fsecret.js',
      '/%E0%A4%A',
    ];
    for (const path of paths) {
      const answer = await ask(host, path, { headers });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toContain(secret);
    }
    expect((await ask(host, '/index.html', { headers })).body).toBe(page);
  });

  test('both contracts over their WebSockets, in the language of the browser', async () => {
    const host = await startBrowserHost();
    const { archive, host: desk } = await connectTo(host, 'en-GB');
    expect(await archive.archive.state()).toEqual({
      state: 'none',
      folder: host.folder,
      place: null,
    });
    expect(await desk.info()).toMatchObject({ kind: 'browser', locale: 'en-GB', folder: host.folder });
    expect(await desk.pickFiles({ purpose: 'import' })).toEqual([]);
    await expect(desk.openExternal({ url: 'file:///etc/passwd' })).rejects.toMatchObject({
      code: 'FAILURE',
      data: { code: 'invalidInput' },
    });
  });

  test('the second place is shown once there is one, and a sentence says when it is not connected', async () => {
    const opened: string[] = [];
    const host = await startBrowserHost({ open: async (target) => void opened.push(target) });
    const { archive, host: desk } = await connectTo(host);
    const nowhere = { data: { code: 'noArchive' } };
    await expect(desk.reveal({ folder: 'secondPlace' })).rejects.toMatchObject(nowhere);
    await finish(archive.archive.create({}));
    await expect(desk.reveal({ folder: 'secondPlace' })).rejects.toMatchObject(nowhere);
    const stick = join(dirname(host.folder), 'U 盘');
    mkdirSync(stick);
    const { token } = await desk.nameFolder({ path: stick });
    const { second } = await archive.backups.choosePlace({ token });
    await desk.reveal({ folder: 'secondPlace' });
    expect(opened).toEqual([second?.path]);
    renameSync(stick, `${stick} 拔出`);
    await expect(desk.reveal({ folder: 'secondPlace' })).rejects.toMatchObject({
      data: { code: 'placeNotConnected', path: second?.path },
    });
  });

  test('an archive that was moved is followed into its new folder, and another one can be opened', async () => {
    const remembered: string[] = [];
    const host = await startBrowserHost({ remember: (folder) => remembered.push(folder) });
    const first = await connectTo(host);
    await finish(first.archive.archive.create({ businessName: '搬家的公司' }));
    expect(await first.host.followMove()).toBe(false);
    const to = join(dirname(host.folder), '新的');
    mkdirSync(to);
    const { token } = await first.host.nameFolder({ path: to });
    expect(await finish(first.archive.archive.move({ token }))).toEqual({ to });
    expect(await first.archive.archive.state()).toMatchObject({ failure: { code: 'archiveMoved', to } });
    expect(await first.host.followMove()).toBe(true);

    const moved = await connectTo(host);
    const open = { state: 'open', folder: to, businessName: '搬家的公司' };
    expect(await moved.archive.archive.state()).toMatchObject(open);
    expect((await moved.host.info()).folder).toBe(to);
    expect(remembered).toEqual([to]);

    const empty = join(dirname(host.folder), '空的');
    mkdirSync(empty);
    const other = await moved.host.nameFolder({ path: empty });
    await expect(moved.host.changeFolder({ token: 'unknown' })).rejects.toMatchObject({
      data: { code: 'notFound', what: 'file' },
    });
    expect(await moved.host.changeFolder({ token: other.token })).toBe(true);
    const there = await connectTo(host);
    expect(await there.archive.archive.state()).toMatchObject({ state: 'none', folder: empty });
    // The old folder leads to where its archive is now.
    const old = await there.host.nameFolder({ path: host.folder });
    expect(await there.host.changeFolder({ token: old.token })).toBe(true);
    expect(await (await connectTo(host)).archive.archive.state()).toMatchObject(open);
  });

  test('addresses are opened when they are mail, telephone or https, and folders when they are the archive’s', async () => {
    const opened: string[] = [];
    const host = await startBrowserHost({ open: async (target) => void opened.push(target) });
    const { host: desk } = await connectTo(host);
    await desk.openExternal({ url: 'tel:13800138000' });
    await desk.openExternal({ url: 'mailto:zhang@bajun.example' });
    await desk.openExternal({ url: 'https://example.com/地图' });
    await desk.reveal({ folder: 'archive' });
    expect(opened).toEqual([
      'tel:13800138000',
      'mailto:zhang@bajun.example',
      'https://example.com/%E5%9C%B0%E5%9B%BE',
      host.folder,
    ]);
    await expect(desk.reveal({ token: 'unknown' })).rejects.toMatchObject({
      data: { code: 'notFound', what: 'file' },
    });
  });
});

describe('files', () => {
  const sheet = '名称,电话\n杭州八骏科技有限公司,13800138000\n';

  test('an uploaded file can be read by the archive under its token, and by nobody else', async () => {
    const host = await startBrowserHost();
    const { archive, headers } = await connectTo(host);
    await finish(await archive.archive.create({}));
    const { status, body } = await ask(host, '/files', {
      method: 'POST',
      headers: { ...headers, ...named('../客户/台账 （2024）?.csv') },
      body: sheet,
    });
    expect(status).toBe(200);
    const file = JSON.parse(body);
    expect(file).toEqual({
      token: expect.stringMatching(/^[\w-]{22}$/u),
      name: '_客户_台账 （2024）_.csv',
      sizeBytes: Buffer.byteLength(sheet),
    });
    // The archive looks into the file, and sees that it is no backup.
    const path = join(host.uploadFolder, file.token, '_客户_台账 （2024）_.csv');
    await expect(finish(archive.backups.inspect({ source: { token: file.token } }))).rejects.toMatchObject({
      data: { code: 'backupForeign', path },
    });
    expect(readFileSync(path, 'utf8')).toBe(sheet);
    // What was given to be read is not a place to write to, and is not handed out again.
    expect((await ask(host, `/files/${file.token}`, { headers })).status).toBe(404);
  });

  test('an upload beyond the limit is refused and leaves nothing behind', async () => {
    const host = await startBrowserHost({ uploadLimitBytes: 1_000 });
    const headers = { ...(await enter(host)), ...named('通讯录.csv') };
    const fits = await ask(host, '/files', { method: 'POST', headers, body: Buffer.alloc(1_000) });
    expect(fits.status).toBe(200);
    const tooLarge = await ask(host, '/files', { method: 'POST', headers, body: Buffer.alloc(1_001) });
    expect(tooLarge.status).toBe(422);
    expect(JSON.parse(tooLarge.body)).toEqual({
      code: 'sheetTooLarge',
      name: '通讯录.csv',
      limit: 'bytes',
      max: 1_000,
    });
    expect(readdirSync(host.uploadFolder)).toEqual([JSON.parse(fits.body).token]);
  });

  test('a file that the archive wrote for the page can be downloaded under its name', async () => {
    const host = await startBrowserHost();
    const { archive, host: desk, headers } = await connectTo(host);
    await finish(await archive.archive.create({}));
    const target = await desk.pickTarget({ purpose: 'backup', name: "客档备份 (10'月).kedang" });
    expect(target).toEqual({
      token: expect.any(String),
      name: "客档备份 (10'月).kedang",
      download: `/files/${target?.token}`,
    });
    expect((await ask(host, `/files/${target?.token}`, { headers })).status).toBe(404);
    const backup = await finish(await archive.backups.create({ target: target?.token ?? '' }));
    const download = await ask(host, `/files/${target?.token}`, { headers });
    expect(download.status).toBe(200);
    expect(Number(download.headers['content-length'])).toBe(backup.sizeBytes);
    expect(download.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%E5%AE%A2%E6%A1%A3%E5%A4%87%E4%BB%BD%20%2810%27%E6%9C%88%29.kedang",
    );
    expect((await ask(host, `/files/${target?.token}`)).status).toBe(403);
  });
});

test('closing makes a backup of what was changed, deletes the uploads, and frees the port', async () => {
  const host = await startBrowserHost();
  const { archive, headers } = await connectTo(host);
  await finish(await archive.archive.create({}));
  await ask(host, '/files', { method: 'POST', headers, body: 'x' });
  await host.close();
  expect(readdirSync(join(host.folder, '备份'))).toEqual([expect.stringMatching(/-退出\.kedang$/u)]);
  expect(existsSync(host.uploadFolder)).toBe(false);
  await expect(ask(host, '/')).rejects.toThrow('ECONNREFUSED');
  expect(readFileSync(join(host.folder, 'kedang.db')).length).toBeGreaterThan(0);
});

test('what was uploaded is deleted when the archive is locked, and uploading goes on afterwards', async () => {
  const host = await startBrowserHost();
  const { archive, headers } = await connectTo(host);
  await finish(archive.archive.create({}));
  await archive.protection.setPassword({ password: '西湖的水 和 长江的风' });
  const upload = () =>
    ask(host, '/files', {
      method: 'POST',
      headers: { ...headers, ...named('台账.csv') },
      body: '名称\n杭州八骏科技有限公司\n',
    });
  expect((await upload()).status).toBe(200);
  expect(readdirSync(host.uploadFolder)).toHaveLength(1);
  await archive.protection.lock();
  expect(existsSync(host.uploadFolder) ? readdirSync(host.uploadFolder) : []).toEqual([]);
  await archive.protection.unlock({ password: '西湖的水 和 长江的风' });
  expect((await upload()).status).toBe(200);
  expect(readdirSync(host.uploadFolder)).toHaveLength(1);
});

test('what a killed program was given is deleted by the next one, and what a running one was given is not', async () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const [left, used] = [gone, process.ppid].map((pid) => join(tmpdir(), `kedang-files-${pid}-Ab12Cd`));
  for (const folder of [left, used]) {
    mkdirSync(join(folder ?? '', 'token'), { recursive: true });
    writeFileSync(join(folder ?? '', 'token', '台账.csv'), '名称\n');
    onTestFinished(() => rmSync(folder ?? '', { recursive: true, force: true }));
  }
  await startBrowserHost();
  expect([existsSync(left ?? ''), existsSync(used ?? '')]).toEqual([false, true]);
});
