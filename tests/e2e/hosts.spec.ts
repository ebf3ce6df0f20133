import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './support/app.ts';
import { archiveWith } from './support/seed.ts';

const names = ['杭州八骏科技有限公司', '宁波恒通五金厂', '张三'];
const archive = archiveWith(names.map((name) => ({ name })));

test('the first screen is there on an empty folder, and the folder stays empty until something is chosen', async ({
  app,
}) => {
  await expect(app.page.getByRole('heading', { name: '欢迎使用客档' })).toBeVisible();
  await expect(app.page.getByText(app.folder)).toBeVisible();
  expect(readdirSync(app.folder).filter((name) => name.endsWith('.db'))).toEqual([]);
});

test('what was there is there again after the end, and after a kill', async ({ launch }) => {
  const app = await launch(archive);
  const everyone = async () => {
    for (const name of names) await expect(app.page.getByText(name).first()).toBeVisible();
  };
  await everyone();
  await app.restart();
  await everyone();
  await app.killAndStart();
  await everyone();
});

test('a backup goes where the user says, and can be chosen to restore from', async ({ launch }) => {
  const app = await launch(archive);
  const { page } = app;
  await page.getByRole('link', { name: '备份', exact: true }).click();
  const path = await app.receiveFile(() => page.getByRole('button', { name: '备份到其他地方…' }).click());
  expect(path).toMatch(/客档备份-.*\.kedang$/u);
  await expect.poll(() => readFileSync(path).subarray(0, 6).toString('latin1')).toBe('KEDANG');

  await app.chooseFile(path, () => page.getByRole('button', { name: '从文件恢复…' }).click());
  const dialog = page.getByRole('dialog', { name: '从备份恢复' });
  await expect(dialog.getByText(names[0] ?? '').first()).toBeVisible();
});

test('what is shown without a name is told of in either host, and fails a test that did not expect it', async ({
  app,
}) => {
  app.tolerate(/^error: shown without a name/u);
  const told = app.page.waitForEvent('console', (message) =>
    message.text().startsWith('shown without a name: <a href="#/nowhere">'),
  );
  await app.page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('a'), { href: '#/nowhere' }));
  });
  await told;
});
