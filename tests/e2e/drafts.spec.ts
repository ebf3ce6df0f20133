import { expectOpen, enterCustomer, fieldButton, openNewForm, input } from './customer-steps.ts';
import { placeOf } from './rooms.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';

test.use({ found: { prepare: withEmptyArchive } });

test.beforeEach(({ page }) => expectOpen(page));

test('what was typed survives a power cut, and can be discarded and brought back', async ({ app }) => {
  const form = await openNewForm(app.page);
  await app.page.keyboard.type('杭州八骏科技有限公司');
  await input(form, '客户的电话、邮箱或微信').fill('13812345678');
  await expect(app.page.getByText('草稿已暂存')).toBeVisible();
  app.tolerate(/ERR_CONNECTION_REFUSED/u);
  await app.killAndStart();

  await expect(app.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await app.page.keyboard.press('n');
  const again = app.page.getByRole('form', { name: '新客户' });
  await expect(app.page.getByText('已恢复未保存的内容')).toBeVisible();
  await expect(input(again, '公司名称')).toHaveValue('杭州八骏科技有限公司');
  await expect(input(again, '客户的电话、邮箱或微信')).toHaveValue('13812345678');
  await app.page.getByRole('button', { name: '丢弃' }).click();
  await expect(input(again, '公司名称')).toHaveValue('');
  await app.page.getByRole('button', { name: '恢复回来' }).click();
  await expect(input(again, '公司名称')).toHaveValue('杭州八骏科技有限公司');
});

test('a saved customer leaves no draft behind', async ({ page }) => {
  await enterCustomer(page, { 公司名称: '杭州八骏科技有限公司' });
  await openNewForm(page);
  await expect(page.getByText('已恢复未保存的内容')).toBeHidden();
});

test('leaving asks only when something is unsaved, and can keep it for the next time', async ({ page }) => {
  const form = await openNewForm(page);
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await openNewForm(page);
  await page.keyboard.type('宁波恒通五金有限公司');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: '有没保存的内容' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(input(form, '公司名称')).toHaveValue('宁波恒通五金有限公司');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '放着，下次接着填' }).click();
  await expect(form).toBeHidden();
  await page.keyboard.press('n');
  await expect(input(form, '公司名称')).toHaveValue('宁波恒通五金有限公司');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: '丢弃' }).click();
  await expect(form).toBeHidden();
  await openNewForm(page);
  await expect(input(form, '公司名称')).toHaveValue('');
});

test('an edit of the whole form survives a closed window and goes on', async ({ app, page }) => {
  await enterCustomer(page, { 公司名称: '杭州八骏科技有限公司' });
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: '编辑 杭州八骏科技有限公司' });
  await input(form, '简称').fill('八骏');
  await input(form, '备注').fill('周二前不要打电话');
  await expect(page.getByText('草稿已暂存')).toBeVisible();
  await page.reload();
  await expect(app.page.getByText('已恢复未保存的内容')).toBeVisible();
  await expect(input(form, '备注')).toHaveValue('周二前不要打电话');
  await page.keyboard.press('Control+Enter');
  await expect(fieldButton(page, '简称')).toHaveText('八骏');
  await expect(fieldButton(page, '备注')).toHaveText('周二前不要打电话');
});

test('a field typed in place and not saved is offered again after a power cut', async ({ app }) => {
  await enterCustomer(app.page, { 公司名称: '杭州八骏科技有限公司', 备注: '老客户' });
  const place = await placeOf(app.page);
  await fieldButton(app.page, '备注').click();
  await app.page.getByRole('textbox', { name: '备注' }).fill('老客户，月底结账');
  await expect(app.page.getByText('草稿已暂存')).toBeVisible();
  app.tolerate(/ERR_CONNECTION_REFUSED/u);
  await app.killAndStart();
  await app.page.evaluate((hash) => void (location.hash = hash), place);
  await expect(app.page.getByText('这位客户有没保存完的修改')).toBeVisible();
  await app.page.getByRole('button', { name: '继续编辑' }).click();
  await expect(input(app.page, '备注')).toHaveValue('老客户，月底结账');
});
