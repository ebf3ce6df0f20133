import { fieldButton, input, openFirstCustomer, secondWindow } from './customer-steps.ts';
import { expect, test } from './support/app.ts';
import { withCustomers } from './support/filled-archive.ts';

const name = '杭州八骏科技有限公司';

test.use({
  found: {
    prepare: withCustomers([
      {
        name,
        shortName: '八骏',
        address: '文一西路 8 号',
        methods: [{ type: 'phone', value: '0571-88012345' }],
      },
    ]),
  },
});

test.beforeEach(({ page }) => openFirstCustomer(page, name));

test('a window that only looks follows what another one saves', async ({ app, page }) => {
  const other = await secondWindow(app);
  await fieldButton(other, '简称').click();
  await other.getByRole('textbox', { name: '简称' }).fill('八骏软件');
  await other.keyboard.press('Enter');
  await expect(fieldButton(page, '简称')).toHaveText('八骏软件');
});

test('the second save of the same field is told what changed meanwhile, and each side can be chosen', async ({
  app,
  page,
}) => {
  const other = await secondWindow(app);
  await fieldButton(page, '地址').click();
  await page.getByRole('textbox', { name: '地址' }).fill('文三路 100 号');
  await fieldButton(other, '地址').click();
  await other.getByRole('textbox', { name: '地址' }).fill('古墩路 5 号');
  await other.keyboard.press('Enter');
  await expect(fieldButton(other, '地址')).toHaveText('古墩路 5 号');

  await page.bringToFront();
  await page.getByRole('textbox', { name: '地址' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '另一个窗口也改了这位客户' });
  await expect(dialog).toContainText('文三路 100 号');
  await expect(dialog).toContainText('古墩路 5 号');
  await expect(dialog).toContainText('原来是：文一西路 8 号');
  await dialog.getByText('用对方的', { exact: true }).click();
  await dialog.getByRole('button', { name: '按选择保存' }).click();
  await expect(fieldButton(page, '地址')).toHaveText('古墩路 5 号');

  await fieldButton(page, '地址').click();
  await page.getByRole('textbox', { name: '地址' }).fill('文三路 100 号');
  await fieldButton(other, '地址').click();
  await other.getByRole('textbox', { name: '地址' }).fill('天目山路 1 号');
  await other.keyboard.press('Enter');
  await expect(fieldButton(other, '地址')).toHaveText('天目山路 1 号');
  await page.getByRole('textbox', { name: '地址' }).press('Enter');
  await dialog.getByText('用我的', { exact: true }).click();
  await dialog.getByRole('button', { name: '按选择保存' }).click();
  await expect(fieldButton(other, '地址')).toHaveText('文三路 100 号');
});

test('phones that two windows add are both kept', async ({ app, page }) => {
  const other = await secondWindow(app);
  await page.keyboard.press('e');
  const form = page.getByRole('form');
  await form.getByLabel('客户的电话、邮箱或微信').last().fill('13900001111');
  await other.getByRole('button', { name: '编辑联系方式' }).click();
  await other.getByLabel('客户的电话、邮箱或微信').last().fill('13700002222');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('button', { name: '13700002222，按下复制' })).toBeVisible();

  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: '按选择保存' }).click();
  for (const phone of ['0571-88012345', '13700002222', '13900001111'])
    await expect(page.getByRole('button', { name: `${phone}，按下复制` })).toBeVisible();
});

test('other fields that were changed meanwhile are kept and followed without a question', async ({
  app,
  page,
}) => {
  const other = await secondWindow(app);
  await page.keyboard.press('e');
  const form = page.getByRole('form');
  await input(form, '地址').fill('文三路 100 号');
  await fieldButton(other, '简称').click();
  await other.getByRole('textbox', { name: '简称' }).fill('八骏软件');
  await other.keyboard.press('Enter');
  await expect(page.getByText('另一个窗口刚改了：简称，这里已跟着更新。')).toBeVisible();
  await expect(input(form, '简称')).toHaveValue('八骏软件');
  await page.keyboard.press('Control+s');
  await expect(fieldButton(page, '地址')).toHaveText('文三路 100 号');
  await expect(fieldButton(page, '简称')).toHaveText('八骏软件');
});

test('going back from the question loses nothing', async ({ app, page }) => {
  const other = await secondWindow(app);
  await page.keyboard.press('e');
  const form = page.getByRole('form');
  await input(form, '简称').fill('八骏科技');
  await fieldButton(other, '简称').click();
  await other.getByRole('textbox', { name: '简称' }).fill('八骏软件');
  await other.keyboard.press('Enter');
  await expect(fieldButton(other, '简称')).toHaveText('八骏软件');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: '回去再看看' }).click();
  await expect(input(form, '简称')).toHaveValue('八骏科技');
  await expect(fieldButton(other, '简称')).toHaveText('八骏软件');
});
