import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleArchive, goTo } from './rooms.ts';
import { expect, test } from './support/app.ts';

test('the second place is chosen in the system’s own dialog, and leaving copies the last backup there', async ({
  app,
}) => {
  const stick = join(app.files, 'U 盘');
  mkdirSync(stick);
  await createSampleArchive(app.page);
  await goTo(app.page, '/backups');
  const place = app.page.getByRole('region', { name: '第二处' });
  await app.chooseFile(stick, () => place.getByRole('button', { name: '选择第二处…' }).click());
  await expect(place).toContainText(join(stick, '客档备份'));
  await app.electron.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      Reflect.set(globalThis, 'shown', path);
      return '';
    };
  });
  await place.getByRole('button', { name: '在文件夹中显示' }).click();
  await expect
    .poll(() => app.electron.evaluate((): unknown => Reflect.get(globalThis, 'shown')))
    .toBe(join(stick, '客档备份'));
  await app.end();
  const names = readdirSync(join(stick, '客档备份'));
  expect(names.filter((name) => name.endsWith('-退出.kedang'))).toHaveLength(1);
});
