import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/app.ts';
import { withEmptyArchive, withHardwareTrader, withMadeUpCustomers } from './support/filled-archive.ts';
import { activeRow, chips, filterRail, goTo, row, rows, searchBox } from './support/list-page.ts';
import { tick, untick } from './support/ticks.ts';

/** Types with an input method, as the system sends it: each step replaces what is being composed. */
async function compose(page: Page, steps: readonly string[], commit?: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    const [selectionStart, selectionEnd] = [text.length, text.length];
    await session.send('Input.imeSetComposition', { text, selectionStart, selectionEnd });
  }
  if (commit !== undefined) await session.send('Input.insertText', { text: commit });
  await session.detach();
}

test('a customer is found by name, pinyin, phone fragment and note while typing, and what matched is marked', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await expect(rows(page)).toHaveCount(7);

  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type('五金');
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, '宁波恒通五金有限公司').locator('mark')).toHaveText('五金');

  await searchBox(page).fill('bjkj');
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, '杭州八骏科技有限公司')).toBeVisible();

  await searchBox(page).fill('5678');
  await expect(row(page, '杭州八骏科技有限公司').locator('mark').first()).toHaveText('5678');

  await searchBox(page).fill('对账');
  await expect(row(page, '杭州八骏科技有限公司')).toContainText('备注：');
  await expect(row(page, '杭州八骏科技有限公司').locator('mark')).toHaveText('对账');

  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toHaveValue('');
  await expect(rows(page)).toHaveCount(7);
});

test('what an input method is composing is not searched until it is committed', async ({ launch }) => {
  const { page } = await launch(withHardwareTrader);
  await expect(rows(page)).toHaveCount(7);
  await searchBox(page).click();
  await compose(page, ['n', 'ni', 'nin', 'ningb']);
  await expect(searchBox(page)).toHaveValue('ningb');
  expect(await page.evaluate(() => location.hash)).not.toContain('text=');
  await expect(rows(page)).toHaveCount(7);

  await compose(page, ['宁波'], '宁波');
  await expect(rows(page)).toHaveCount(1);
  await expect(searchBox(page)).toHaveValue('宁波');
  expect(await page.evaluate(() => decodeURIComponent(location.hash))).toContain('text=宁波');
});

test('the filter stands in the address: Back and Forward go through it, and a broken address breaks nothing', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await expect(rows(page)).toHaveCount(7);
  const filter = filterRail(page);

  await tick(filter.getByRole('checkbox', { name: '成交' }));
  await expect(rows(page)).toHaveCount(2);
  await expect(chips(page).first()).toContainText('阶段：成交');
  await tick(filter.getByRole('checkbox', { name: '月结' }));
  await tick(filter.getByRole('checkbox', { name: '重点关注' }));
  await expect(rows(page)).toHaveCount(2);
  await filter.getByText('全部', { exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, '杭州八骏科技有限公司')).toBeVisible();

  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await page.goForward();
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('button', { name: '去掉条件“阶段：成交”' }).click();
  await filter.getByRole('button', { name: '清除' }).click();
  await expect(rows(page)).toHaveCount(7);

  await goTo(
    page,
    '/customers?stage=active&stage=%E0%A4%A&level=Z&createdFrom=2024-13-45&tagsAny=x&sort=-nothing&view=-1',
  );
  await expect(rows(page)).toHaveCount(2);
  await expect(chips(page)).toHaveCount(1);
});

test('tags are wanted or excluded, regions unfold, and each value says how many it would leave', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  const filter = filterRail(page);
  const tags = filter.getByRole('region', { name: '标签' });
  await expect(tags.getByText('2', { exact: true })).toBeVisible();

  await tags.getByRole('button', { name: '排除“月结”' }).click();
  await expect(rows(page)).toHaveCount(5);
  await expect(chips(page).first()).toContainText('没有标签：月结');
  await tags.getByRole('button', { name: '不再排除“月结”' }).click();
  await expect(rows(page)).toHaveCount(7);

  await filter.getByRole('button', { name: '地区' }).click();
  await filter.getByRole('button', { name: '展开“浙江省”' }).click();
  await tick(filter.getByRole('checkbox', { name: '杭州市' }));
  await expect(rows(page)).toHaveCount(1);
  await expect(filter.getByRole('checkbox', { name: '浙江省' })).toBeChecked({ indeterminate: true });
  await tick(filter.getByRole('checkbox', { name: '江苏省' }));
  await expect(rows(page)).toHaveCount(3);
  await filter.getByRole('button', { name: '清除' }).click();

  await tick(filter.getByRole('checkbox', { name: '有疑问' }));
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, '单晓东').getByRole('img', { name: '有疑问' })).toBeVisible();
  await filter.getByRole('button', { name: '清除' }).click();

  await tick(filter.getByRole('checkbox', { name: '没有电话' }));
  await expect(row(page, '李娜')).toBeVisible();
  await expect(row(page, '张三')).toHaveCount(0);
});

test('by keyboard alone: search, go to a row, read its phone, copy it, open it, and come back to it', async ({
  launch,
}) => {
  const { page, kind } = await launch(withHardwareTrader);
  if (kind === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(rows(page)).toHaveCount(7);
  await page.keyboard.press('/');
  await page.keyboard.type('王芳');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(activeRow(page)).toContainText('杭州八骏科技有限公司');

  await page.keyboard.press('Space');
  const preview = page.getByRole('complementary', { name: '杭州八骏科技有限公司' });
  await expect(preview).toContainText('138 1234 5678');
  await expect(preview).toContainText('浙江省 杭州市 西湖区');
  const copy = preview.getByRole('button', { name: '复制 138 1234 5678' });
  await copy.press('Enter');
  await expect(preview.getByRole('button', { name: '已复制' })).toBeVisible();
  if (kind === 'browser')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('138 1234 5678');

  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary', { name: '宁波恒通五金有限公司' })).toContainText(
    '0574-87654321',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: '宁波恒通五金有限公司' })).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/customers\/\d+$/u);
  await page.goBack();
  await expect(activeRow(page)).toContainText('宁波恒通五金有限公司');
  await expect(searchBox(page)).toHaveValue('王芳');

  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/customers\/new$/u);
});

test('when nobody fits, the condition that excludes most can be dropped with one press', async ({
  launch,
}) => {
  const { page } = await launch(withHardwareTrader);
  await goTo(page, '/customers?stage=lost&owner=王芳');
  await expect(page.getByRole('heading', { name: '没有符合条件的客户' })).toBeVisible();
  await page.getByRole('button', { name: '去掉“阶段：流失”，就有 2 位' }).click();
  await expect(rows(page)).toHaveCount(2);

  await goTo(page, '/customers?text=八骏&stage=lost&level=B');
  await page.getByRole('button', { name: '去掉“阶段：流失、等级：B”，就有 1 位' }).click();
  await expect(row(page, '杭州八骏科技有限公司')).toBeVisible();
});

test('an archive without customers says what to do, and so does an empty trash', async ({ launch }) => {
  const { page } = await launch(withEmptyArchive);
  await expect(page.getByRole('heading', { name: '还没有客户' })).toBeVisible();
  await page.getByRole('button', { name: '导入 Excel' }).click();
  await expect(page).toHaveURL(/#\/import$/u);
  await goTo(page, '/trash');
  await expect(page.getByRole('heading', { name: '回收站是空的' })).toBeVisible();
});

test('columns are chosen, moved and widened, rows get higher, and all of it is remembered', async ({
  launch,
}) => {
  const app = await launch(withHardwareTrader);
  const header = () => app.page.getByRole('columnheader');
  const { page } = app;
  await page.getByRole('button', { name: '列与行高' }).click();
  await untick(page.getByRole('checkbox', { name: '手机' }));
  await tick(page.getByRole('checkbox', { name: '行业' }));
  await page.getByRole('button', { name: '“客户编号”往后移' }).click();
  await page.getByText('宽松', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: '手机' })).toHaveCount(0);
  await expect(header().nth(1)).toContainText('名称');
  await expect(header().nth(2)).toContainText('编号');
  const handle = page.getByRole('separator', { name: '调整“名称”的列宽' });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 8));
  await expect(row(page, '李娜')).toHaveCSS('height', '44px');

  await app.restart();
  await expect(header().nth(1)).toContainText('名称');
  await expect(app.page.getByRole('columnheader', { name: '行业' })).toBeVisible();
  await expect(app.page.getByRole('separator', { name: '调整“名称”的列宽' })).toHaveAttribute(
    'aria-valuenow',
    String(before + 8),
  );
  await expect(row(app.page, '李娜')).toHaveCSS('height', '44px');
});

test('any column sorts, up and down, names by their pinyin', async ({ launch }) => {
  const { page } = await launch(withHardwareTrader);
  const names = () => rows(page).locator('[aria-colindex="3"]').allInnerTexts();
  await page.getByRole('columnheader', { name: '名称' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: '名称' })).toHaveAttribute('aria-sort', 'ascending');
  await expect
    .poll(names)
    .toEqual([
      '杭州八骏科技有限公司',
      '李娜',
      '南京瑞丰装饰工程有限公司',
      '宁波恒通五金有限公司',
      '单晓东',
      '上海利源建材商行',
      '苏州盛隆机械厂',
    ]);
  await page.getByRole('columnheader', { name: '名称' }).getByRole('button').click();
  await expect(rows(page).first()).toContainText('苏州盛隆机械厂');
  await page.goBack();
  await expect(rows(page).first()).toContainText('杭州八骏科技有限公司');
});

test('a long list scrolls to its end and back by keyboard, and only what is in sight is drawn', async ({
  launch,
}) => {
  const { page } = await launch(withMadeUpCustomers(3_000));
  await expect(page.getByText('共 3,000 位客户')).toBeVisible();
  await page.keyboard.press('End');
  await expect(activeRow(page)).toHaveAttribute('aria-rowindex', '3001');
  await expect(activeRow(page)).toContainText('KH-0001');
  expect(await rows(page).count()).toBeLessThan(80);
  await page.keyboard.press('PageUp');
  await expect(activeRow(page)).not.toHaveAttribute('aria-rowindex', '3001');
  await page.keyboard.press('Home');
  await expect(activeRow(page)).toContainText('KH-3000');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every state of the list is accessible (${scheme}), also at 150 % scaling, and the page itself never scrolls`, async ({
    launch,
  }) => {
    const { page } = await launch(withMadeUpCustomers(150));
    await page.emulateMedia({ colorScheme: scheme });
    const check = async (): Promise<void> => {
      // A hint under the pointer stands outside of every landmark.
      await page.mouse.move(0, 0);
      await expect(page.getByRole('tooltip')).toHaveCount(0);
      await expectAccessible(page);
      const [overflows, scrolled] = await page.evaluate(() => [
        document.documentElement.scrollHeight > innerHeight ||
          document.documentElement.scrollWidth > innerWidth,
        document.documentElement.scrollTop + document.body.scrollTop,
      ]);
      expect([overflows, scrolled]).toEqual([false, 0]);
    };
    await expect(page.getByText('共 150 位客户')).toBeVisible();
    await check();
    await goTo(page, '/customers?text=有限公司&stage=active&stage=lead&createdFrom=2015-01-01');
    await expect(rows(page).first().locator('mark')).toBeVisible();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.keyboard.press('Space');
    await expect(page.getByRole('heading', { level: 3, name: '基本资料' })).toBeVisible();
    await check();
    await page.setViewportSize({ width: 853, height: 533 });
    await check();
    await page.keyboard.press('t');
    await expect(page.getByRole('combobox', { name: '找标签，或写新标签' })).toBeFocused();
    await check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '展开筛选' }).click();
    await check();
    await goTo(page, '/customers?text=没有这样的客户');
    await expect(page.getByRole('heading', { name: '没有符合条件的客户' })).toBeVisible();
    await check();
    await goTo(page, '/trash');
    await expect(page.getByRole('heading', { name: '回收站是空的' })).toBeVisible();
    await check();
  });
}
