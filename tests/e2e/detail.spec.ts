import { fieldButton, input, onClipboard, openFirstCustomer } from './customer-steps.ts';
import { placeOf } from './rooms.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withCustomers } from './support/filled-archive.ts';

const name = '杭州八骏科技有限公司';

test.use({
  found: {
    prepare: withCustomers([
      {
        name,
        shortName: '八骏',
        methods: [{ type: 'phone', value: '0571-88012345' }],
        address: '文一西路 8 号',
        taxId: '91330106MA27X1234A',
        bankName: '中国银行杭州分行',
        bankAccount: '6217888899990000',
      },
    ]),
  },
});

test.beforeEach(({ page }) => openFirstCustomer(page, name));

test('a field is edited in its place, the history tells it, and undo takes it back', async ({ page }) => {
  await fieldButton(page, '地址').click();
  await page.getByRole('textbox', { name: '地址' }).fill('文三路 100 号');
  await page.keyboard.press('Enter');
  await expect(fieldButton(page, '地址')).toHaveText('文三路 100 号');
  await expect(fieldButton(page, '地址')).toBeFocused();
  const history = page.getByRole('complementary', { name: '历史' });
  const entry = history.getByRole('listitem').filter({ hasText: '修改资料' });
  await expect(entry.locator('del')).toHaveText('文一西路 8 号');
  await expect(entry.locator('ins')).toHaveText('文三路 100 号');
  await entry.getByRole('button', { name: '撤销“修改资料”' }).click();
  await expect(fieldButton(page, '地址')).toHaveText('文一西路 8 号');
  await expect(page.getByText('已撤销：修改“杭州八骏科技有限公司”的地址')).toBeVisible();
  await expect(history.getByRole('listitem').filter({ hasText: '撤回修改' }).locator('ins')).toHaveText(
    '文一西路 8 号',
  );
  await expect(entry.getByRole('button', { name: '撤销“修改资料”' })).toBeHidden();
});

test('one field of a change is taken back, the others stay', async ({ page }) => {
  await page.keyboard.press('e');
  const form = page.getByRole('form');
  await input(form, '简称').fill('八骏软件');
  await input(form, '开户行').fill('杭州银行');
  await page.keyboard.press('Control+s');
  await expect(fieldButton(page, '开户行')).toHaveText('杭州银行');
  await page.getByRole('button', { name: '撤销简称的修改' }).click();
  await expect(fieldButton(page, '简称')).toHaveText('八骏');
  await expect(fieldButton(page, '开户行')).toHaveText('杭州银行');
});

test('Tab saves and goes on to the next field, Shift+Tab back, Escape drops what was typed', async ({
  page,
}) => {
  await fieldButton(page, '税号').click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: '开户行' })).toBeFocused();
  await page.keyboard.type('杭州银行');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: '银行账号' })).toBeFocused();
  await page.keyboard.type('123');
  await page.keyboard.press('Escape');
  await expect(fieldButton(page, '银行账号')).toHaveText('6217888899990000');
  await expect(fieldButton(page, '开户行')).toHaveText('杭州银行');
  await fieldButton(page, '银行账号').press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('textbox', { name: '开户行' })).toBeFocused();
});

test('a click from one field into another saves the first and opens the second', async ({ page }) => {
  await page.getByRole('button', { name: '编辑联系方式' }).click();
  await page.getByLabel('客户的电话、邮箱或微信').last().fill('13900001111');
  // The box of the phones closes above: the field below moves, and the click reaches it all the same.
  await fieldButton(page, '地址').click();
  await expect(page.getByRole('textbox', { name: '地址' })).toBeFocused();
  await expect(page.getByRole('button', { name: '13900001111，按下复制' })).toBeVisible();
});

test('a stage is chosen with two keys', async ({ page }) => {
  await page.getByRole('button', { name: '阶段', exact: true }).press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(fieldButton(page, '阶段')).toHaveText('意向');
  await expect(fieldButton(page, '阶段')).toBeFocused();
});

test('a contact is removed from its card, and undo brings it back', async ({ page }) => {
  await page.getByRole('button', { name: '添加联系人' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('张三');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '编辑联系人 张三' }).click();
  await page.getByRole('button', { name: '移除' }).click();
  await expect(page.getByRole('group', { name: '张三' })).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('group', { name: '张三' })).toBeVisible();
});

test('leaving a field by a click elsewhere saves it', async ({ page }) => {
  await fieldButton(page, '简称').click();
  await page.getByRole('textbox', { name: '简称' }).fill('八骏信息');
  await page.getByRole('heading', { name: '历史' }).click();
  await expect(fieldButton(page, '简称')).toHaveText('八骏信息');
});

test('empty groups are one line, and what is added in them stands in its place', async ({ page }) => {
  await page.getByRole('button', { name: '添加联系人' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('张三');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: '张三' })).toBeVisible();
  await page.getByRole('button', { name: '编辑联系方式' }).click();
  await page.getByLabel('客户的电话、邮箱或微信').last().fill('13900001111');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '13900001111，按下复制' })).toBeVisible();
  await page.getByRole('button', { name: '邮编', exact: true }).click();
  await page.getByRole('textbox', { name: '邮编' }).fill('31001');
  await page.keyboard.press('Enter');
  await expect(page.getByText('邮编应是 6 位数字')).toBeVisible();
});

test('a phone is copied with one click, and the invoice details as one block', async ({ app, page }) => {
  await onClipboard(app);
  await page.getByRole('button', { name: '0571-88012345，按下复制' }).click();
  expect(await onClipboard(app)).toBe('0571-88012345');
  await page.getByRole('button', { name: '复制开票资料' }).click();
  expect(await onClipboard(app)).toBe(
    '名称：杭州八骏科技有限公司\n税号：91330106MA27X1234A\n开户行及账号：中国银行杭州分行 6217888899990000',
  );
});

test('tags are given with T', async ({ page }) => {
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox', { name: '杭州八骏科技有限公司的标签' })).toBeFocused();
  await page.keyboard.type('重点关注');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '去掉标签 重点关注' })).toBeVisible();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.locator('header').getByText('重点关注')).toBeVisible();
});

test('a customer moved to the trash can be looked at and restored', async ({ page }) => {
  const place = await placeOf(page);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '移入回收站' }).click();
  await expect(page.getByText('“杭州八骏科技有限公司”移入回收站')).toBeVisible();
  await page.evaluate((hash) => void (location.hash = hash), place);
  await expect(page.getByText('这位客户在回收站里')).toBeVisible();
  await expect(fieldButton(page, '简称')).toBeDisabled();
  await page.getByRole('button', { name: '从回收站恢复' }).click();
  await expect(page.getByText('这位客户在回收站里')).toBeHidden();
  await expect(fieldButton(page, '简称')).toBeEnabled();
});

test('a customer that is not there says so and leads back', async ({ page }) => {
  await page.evaluate(() => void (location.hash = '/customers/4711'));
  await expect(page.getByRole('heading', { name: '找不到这位客户' })).toBeVisible();
  await page.getByRole('button', { name: '回到客户列表' }).click();
  await expect(page.getByText('杭州八骏科技有限公司', { exact: true })).toBeVisible();
});

test('the page of a customer is accessible, while a field is edited too', async ({ page }) => {
  await expectAccessible(page);
  await fieldButton(page, '地址').click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '编辑联系方式' }).click();
  await expectAccessible(page);
});
