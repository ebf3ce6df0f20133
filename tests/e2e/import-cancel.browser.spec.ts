import { secondWindow } from './customer-steps.ts';
import { csvFile, dropSheet, expectCustomers, startImport, toPlan } from './import-steps.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';

// What page and archive say to each other is changed on its way, which only a browser's sockets allow.

test('a cancel that fails is said and tried again; where an import was written before, one click takes it back', async ({
  app,
}) => {
  const { page } = app;
  await startImport(page);
  // What the archive says of the import after its name is kept back: the page believes that it is still writing. The first
  // cancel gets there without that name.
  let importing: string | null = null;
  let named = false;
  let kept: (() => void)[] | null = [];
  let cancels = 0;
  await page.routeWebSocket(/\/archive$/u, (socket) => {
    const archive = socket.connectToServer();
    socket.onMessage((message) => {
      const text = String(message);
      const { i, p } = JSON.parse(text) as { i: string; p?: { u?: string } };
      if (p?.u?.endsWith('/imports/commit') === true) importing = i;
      if (p?.u?.endsWith('/work/cancel') === true && ++cancels === 1)
        archive.send(text.replace('workId', 'workIs'));
      else archive.send(message);
    });
    archive.onMessage((message) => {
      const text = String(message);
      const { i } = JSON.parse(text) as { i: string };
      if (kept !== null && named && i === importing) kept.push(() => socket.send(message));
      else socket.send(message);
      named ||= i === importing && text.includes('workId');
    });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: '把表格拖到这里' })).toBeVisible();
  await dropSheet(
    app,
    csvFile(app, '展会.csv', ['客户名称,手机', '八骏科技,13812345678', '恒通五金,13912345678']),
  );
  await toPlan(page);
  const other = await secondWindow(app);
  await page.getByRole('button', { name: '导入 2 位新客户' }).click();
  await expectCustomers(other, '2');
  const dialog = page.getByRole('dialog', { name: '正在导入' });
  const cancel = dialog.getByRole('button', { name: '取消' });
  await cancel.click();
  await expect(dialog.getByRole('alert')).toHaveText('没能取消，这件事还在继续做；可以再点一次“取消”。');
  await expect(cancel).toBeEnabled();
  await expect(cancel).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeHidden();
  await expect(cancel).toBeDisabled();
  await expect(cancel).toBeFocused();
  await expect(dialog).toContainText('正在取消');
  await expectAccessible(page);
  for (const send of kept) send();
  kept = null;

  await expect(page.getByRole('heading', { name: '导入好了' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('取消晚了一步');
  await expectCustomers(page, '2');
  await expectAccessible(page);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByRole('heading', { name: '已经撤销了这次导入' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('取消晚了一步');
  await expectCustomers(page, '0');
});
