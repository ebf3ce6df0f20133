import { compose, expectOpen, enterCustomer, openNewForm, putOnClipboard, input } from './customer-steps.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive } from './support/filled-archive.ts';

test.use({ found: { prepare: withEmptyArchive } });

test.beforeEach(({ page }) => expectOpen(page));

test('a company with a contact, phones and a new tag is entered with the keyboard alone', async ({
  page,
}) => {
  const form = await openNewForm(page);
  await expect(input(form, '客户编号')).toHaveAttribute('placeholder', 'KH-0001');
  await page.keyboard.type('杭州八骏科技有限公司');
  await page.keyboard.press('Enter');
  await expect(input(form, '客户编号')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('八骏科技');
  for (let tab = 0; tab < 6; tab += 1) await page.keyboard.press('Tab');
  await expect(input(form, '标签')).toBeFocused();
  await page.keyboard.type('重点关注');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: '去掉标签 重点关注' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+c');
  await page.keyboard.type('张三');
  await page.keyboard.press('Enter');
  await page.keyboard.type('总经理');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('138 1234 5678');
  await page.keyboard.press('Enter');
  await page.keyboard.type('zhang@bajun.cn');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('杭州八骏科技有限公司');
  await expect(page.getByRole('button', { name: '复制客户编号 KH-0001' })).toBeVisible();
  const contact = page.getByRole('group', { name: '张三' });
  await expect(contact).toContainText('总经理');
  await expect(contact).toContainText('手机');
  await expect(contact.getByRole('link', { name: '拨打 138 1234 5678' })).toHaveAttribute(
    'href',
    'tel:+8613812345678',
  );
  await expect(contact.getByRole('link', { name: '写邮件给 zhang@bajun.cn' })).toBeVisible();
  await expect(page.getByRole('banner').or(page.locator('header')).first()).toContainText('重点关注');
});

test('save and next leaves an empty form for the next customer, with the owner of the last', async ({
  page,
}) => {
  const form = await openNewForm(page);
  await page.keyboard.type('宁波恒通五金有限公司');
  await input(form, '负责人').fill('王敏');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(input(form, '公司名称')).toHaveValue('');
  await expect(input(form, '公司名称')).toBeFocused();
  await expect(input(form, '负责人')).toHaveValue('王敏');
  await expect(input(form, '客户编号')).toHaveAttribute('placeholder', 'KH-0002');
  await page.keyboard.type('绍兴柯桥轻纺有限公司');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('绍兴柯桥轻纺有限公司');
  await expect(page.getByText('2 位客户')).toBeVisible();
});

test('only a name is needed, and without one the form says so and stays', async ({ page }) => {
  const form = await openNewForm(page);
  await input(form, '备注').fill('展会上认识，要样册');
  await page.keyboard.press('Control+s');
  await expect(form.getByText('还没有填名称。')).toBeVisible();
  await expect(input(form, '公司名称')).toBeFocused();
  await page.keyboard.type('李娜');
  await expect(form.getByText('还没有填名称。')).toBeHidden();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('李娜');
});

test('while an input method composes, no key of it saves, leaves or moves on', async ({ page }) => {
  const form = await openNewForm(page);
  await compose(page, ['b', 'ba', 'ba jun', '八骏'], '八骏科技');
  await expect(input(form, '公司名称')).toHaveValue('八骏科技');
  await expect(input(form, '公司名称')).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await input(form, '来源').focus();
  await compose(page, ['l', 'lao', '老客户'], '老客户介绍');
  await expect(input(form, '来源')).toHaveValue('老客户介绍');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('八骏科技');
});

test('similar customers appear with the reason, one key opens them, and what was typed is kept', async ({
  page,
}) => {
  await enterCustomer(page, { 公司名称: '杭州八骏科技有限公司', '客户的电话、邮箱或微信': '13812345678' });
  const form = await openNewForm(page);
  await page.keyboard.type('杭州八俊科技');
  const similar = page.getByRole('region', { name: '相近的客户' });
  await expect(similar).toContainText('杭州八骏科技有限公司');
  await expect(similar).toContainText('同音');
  await expect(input(form, '公司名称')).toBeFocused();
  await input(form, '客户的电话、邮箱或微信').fill('138-1234-5678');
  await expect(similar).toContainText('同电话');
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('杭州八骏科技有限公司');
  await page.goBack();
  await expect(input(form, '公司名称')).toHaveValue('杭州八俊科技');
  await expect(page.getByText('已恢复未保存的内容')).toBeVisible();
});

test('a pasted line fills the fields, is told, and can be taken back', async ({ app, page }) => {
  const form = await openNewForm(page);
  await putOnClipboard(app, '张三 13812345678 杭州市西湖区文一西路 8 号 八骏科技');
  await page.keyboard.press('Control+v');
  await expect(input(form, '公司名称')).toHaveValue('八骏科技');
  await expect(input(form, '姓名')).toHaveValue('张三');
  await expect(input(form, '张三的电话、邮箱或微信')).toHaveValue('13812345678');
  await expect(input(form, '省')).toHaveValue('浙江省');
  await expect(input(form, '区县')).toHaveValue('西湖区');
  await expect(input(form, '地址')).toHaveValue(/^文一西路 ?8 ?号$/u);
  await page.getByRole('button', { name: '撤销填入' }).click();
  await expect(input(form, '公司名称')).toHaveValue('');
  await expect(input(form, '地址')).toHaveValue('');
});

test('Ctrl+Shift+V reads the clipboard into the form from any field, and overwrites nothing', async ({
  app,
  page,
}) => {
  const form = await openNewForm(page);
  await page.keyboard.type('杭州八骏科技有限公司');
  await input(form, '备注').focus();
  await putOnClipboard(
    app,
    '八骏科技 税号：91330106MA27X1234A\n开户行：中国银行杭州分行 账号：6217 8888 9999 0000',
  );
  await page.keyboard.press('Control+Shift+v');
  await expect(input(form, '开户行')).toHaveValue('中国银行杭州分行');
  await expect(input(form, '公司名称')).toHaveValue('杭州八骏科技有限公司');
  await expect(input(form, '备注')).toHaveValue('');
  await expect(page.getByRole('complementary', { name: '提醒' })).toContainText('已填入');
});

test('the clipboard that a busy computer brings late is read all the same, and not asked for any more', async ({
  page,
}) => {
  const form = await openNewForm(page);
  await page.keyboard.type('杭州八骏科技有限公司');
  const notes = input(form, '备注');
  await notes.evaluate((field) => {
    const key = { key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  const question = page.getByRole('dialog', { name: '智能粘贴' });
  await expect(question).toBeVisible();
  await notes.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '八骏科技 开户行：中国银行杭州分行');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(question).toBeHidden();
  await expect(input(form, '开户行')).toHaveValue('中国银行杭州分行');
  await expect(notes).toHaveValue('');
});

test('doubts are told beside the field and saving works all the same', async ({ page }) => {
  const form = await openNewForm(page);
  await page.keyboard.press('Alt+k');
  await input(form, '姓名').fill('李娜');
  await input(form, '客户的电话、邮箱或微信').fill('1381234567');
  await input(form, '身份证号').fill('110101199003070055');
  await input(form, '生日').focus();
  await expect(form.getByText('号码不对，位数或号段不符')).toBeVisible();
  await expect(form.getByText('身份证号不对，校验位不符')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('李娜');
  await expect(page.getByText('身份证号不对，校验位不符')).toBeVisible();
  await expect(page.getByText('号码不对，位数或号段不符')).toBeVisible();
});

test('a right 身份证 fills in gender and birthday with one key', async ({ page }) => {
  const form = await openNewForm(page);
  await page.keyboard.press('Alt+k');
  await input(form, '身份证号').fill('110101199003070054');
  await expect(form.getByRole('button', { name: /填入：/u })).toBeVisible();
  await page.keyboard.press('Control+i');
  await expect(input(form, '生日')).toHaveValue('1990-03-07');
  await expect(input(form, '性别')).toHaveValue('男');
});

test('a region at the beginning of an address goes to its own fields, and a lunar birthday is understood', async ({
  page,
}) => {
  const form = await openNewForm(page);
  await page.keyboard.press('Alt+k');
  await input(form, '姓名').fill('李娜');
  await input(form, '地址').fill('昆山市前进东路 88 号');
  await input(form, '生日').fill('八月十五');
  await form.getByRole('button', { name: '改为农历' }).click();
  await expect(input(form, '生日')).toHaveValue('农历八月十五');
  await expect(form.getByText(/今年是 \d{4}-\d{2}-\d{2}/u)).toBeVisible();
  await expect(input(form, '市')).toHaveValue('苏州市');
  await expect(input(form, '区县')).toHaveValue('昆山市');
});

test('a code that is taken is told at its field, and nothing typed is lost', async ({ page }) => {
  await enterCustomer(page, { 公司名称: '杭州八骏科技有限公司' });
  const form = await openNewForm(page);
  await page.keyboard.type('宁波恒通五金有限公司');
  await input(form, '客户编号').fill('KH-0001');
  await page.keyboard.press('Control+s');
  await expect(form.getByText('客户编号 KH-0001 已经用在“杭州八骏科技有限公司”上了。')).toBeVisible();
  await expect(input(form, '客户编号')).toBeFocused();
  await input(form, '客户编号').fill('');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('宁波恒通五金有限公司');
});

test('the form is accessible, filled and doubtful too', async ({ page }) => {
  const form = await openNewForm(page);
  await expectAccessible(page);
  await input(form, '公司名称').fill('12345');
  await input(form, '客户的电话、邮箱或微信').fill('1381234567');
  await input(form, '备注').focus();
  await expect(form.getByText('名称看起来像号码')).toBeVisible();
  await expectAccessible(page);
});
