import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { launchBrowserApp } from '../tests/e2e/support/browser-app.ts';
import { buildWorkbook } from '../tests/support/build-workbook.ts';

/*
 * The pictures of an import, step by step: the sample ledger as it comes in untouched, and a second sheet of the same
 * firm in which something has to be said about columns, words, dates, doubts and customers who are there already.
 */

const ledger = resolve(import.meta.dirname, '../tests/fixtures/samples/客户台账2015-2024.xlsx');

/** The names of a fair, with customers of the ledger among them. */
const fair = [
  ['2024 秋季五金展　客户登记（展位 B12）'],
  ['公司', '联系人', '手机', '等级', '客户状态', '成立日期', '结算方式', '开票要求', '备注'],
  [
    '深圳隆润服饰有限公司',
    '王伟',
    '13100000000',
    'A',
    '老客户',
    '3/4/2012',
    '月结',
    '专票',
    '展会上又谈了半小时',
  ],
  ['上海恒天电子有限公司', '张军杰', '13100000002', 'B', '意向', '5/6/2018', '现款', '普票', ''],
  ['无锡顺达机电有限公司', '顾晓明', '1371234002', 'B', '意向', '7/8/2016', '月结', '专票', '要样品'],
  ['温州瓯海鞋业有限公司', '林总', '18600000003', 'C', '潜在', '2/3/2009', '月结', '不开票', ''],
  ['绍兴柯桥布行', '鲁建明', '13675750024', 'C', '以后再说', '1/9/2020', '现款', '普票', '周末找他'],
  ['', '', '', '', '', '', '', '专票', ''],
  ['合计', '5 家'],
];

type App = Awaited<ReturnType<typeof launchBrowserApp>>;
/** Takes one screen in both colour schemes. */
export type TakePicture = (page: Page, name: string) => Promise<void>;

/** Chooses a file on the first step; what the step before has to say about itself is closed. */
async function choose(app: App, path: string): Promise<void> {
  const page = app.page();
  for (const toast of await page.locator('.mantine-Notification-closeButton').all()) await toast.click();
  const pick = page.getByRole('button', { name: /选择文件/u }).first();
  await app.chooseFile(path, () => pick.click());
}

const chip = (page: Page, letter: string) =>
  page.getByRole('button', { name: new RegExp(`^第 ${letter} 列`, 'u') });

const nextStep = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: /^(?:导入|更新) [\d,]+ 位/u }).waitFor();
};

/** The ledger, from the file to its page in the list of imports. */
async function ledgerPictures(app: App, picture: TakePicture): Promise<void> {
  const page = app.page();
  await page
    .getByRole('button', { name: /选择文件/u })
    .first()
    .waitFor();
  await picture(page, 'import-1-file');
  await choose(app, ledger);
  await page.getByRole('button', { name: '下一步' }).waitFor();
  await picture(page, 'import-2-columns');
  await nextStep(page);
  await picture(page, 'import-3-plan');
  await page
    .getByRole('group', { name: '只看' })
    .getByRole('button', { name: /^有疑问/u })
    .click();
  await page.getByRole('grid', { name: '核对结果' }).getByRole('rowheader').first().click();
  await page.keyboard.press('Space');
  await page.getByRole('complementary', { name: /^第 \d+ 行$/u }).waitFor();
  await picture(page, 'import-3-plan-doubts');
  await page.getByRole('button', { name: /^导入 [\d,]+ 位/u }).click();
  await page.getByRole('button', { name: '撤销这次导入' }).waitFor();
  await picture(page, 'import-4-done');
}

/** The sheet of the fair: what is said about its columns. */
async function columnPictures(page: Page, picture: TakePicture): Promise<void> {
  await page.getByText('是哪一天？').first().waitFor();
  await picture(page, 'import-2-columns-date');
  await page
    .getByRole('button', { name: /月\/日/u })
    .first()
    .click();
  await chip(page, 'D').click();
  await page.getByRole('listbox').waitFor();
  await picture(page, 'import-2-columns-meaning');
  await page.keyboard.press('Escape');
  await chip(page, 'E').click();
  await page.getByText('每种写法成为什么').waitFor();
  await page.getByText('每种写法成为什么').scrollIntoViewIfNeeded();
  await picture(page, 'import-2-columns-words');
  await page.keyboard.press('Escape');
  await chip(page, 'G').click();
  await page.getByRole('combobox', { name: /^第 G 列/u }).fill('新字段');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: '新字段…' }).waitFor();
  await picture(page, 'import-2-columns-new-field');
  await page.getByRole('button', { name: '建立字段' }).click();
}

/** The sheet of the fair: what becomes of its rows. */
async function planPictures(page: Page, picture: TakePicture): Promise<void> {
  await nextStep(page);
  await page.getByRole('button', { name: '等级：已有时填空' }).click();
  await page.getByRole('menu').waitFor();
  await picture(page, 'import-3-plan-policy');
  await page.keyboard.press('Escape');
  const possible = page.getByRole('group', { name: '只看' }).getByRole('button', { name: /^疑似重复/u });
  await possible.click();
  const grid = page.getByRole('grid', { name: '核对结果' });
  await grid.getByRole('rowheader').first().click();
  await page.keyboard.press('Space');
  await page.getByRole('complementary', { name: /^第 \d+ 行$/u }).waitFor();
  await picture(page, 'import-3-plan-conflict');
  await page.keyboard.press('Space');
  await page.getByRole('group', { name: '只看' }).getByRole('button', { name: /^全部/u }).click();
  await grid.getByText('月结', { exact: true }).first().dblclick();
  await picture(page, 'import-3-plan-correction');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('现款');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^同样处理其余/u }).waitFor();
  await picture(page, 'import-3-plan-alike');
}

/** Writing many rows, cancelled when its picture is taken. */
async function progressPicture(app: App, files: string, picture: TakePicture): Promise<void> {
  const page = app.page();
  const path = join(files, '会员八万.csv');
  const lines = Array.from(
    { length: 80_000 },
    (_, index) => `第${index}五金有限公司,张三,139${10_000_000 + index},浙江省杭州市西湖区文一西路${index}号`,
  );
  writeFileSync(path, ['客户名称,联系人,手机,地址', ...lines].join('\n'));
  await choose(app, path);
  await nextStep(page);
  await page.getByRole('button', { name: /^导入 [\d,]+ 位/u }).click();
  const dialog = page.getByRole('dialog', { name: '正在导入' });
  await dialog.getByText('大约还要').waitFor();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await picture(page, 'import-3-progress');
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '重新选文件' }).click();
}

/** Takes every step of an import; `files` is a folder for sheets. It begins in the room of imports. */
export async function importPictures(app: App, files: string, picture: TakePicture): Promise<void> {
  const page = app.page();
  await ledgerPictures(app, picture);
  const path = join(files, '秋季五金展.xlsx');
  writeFileSync(path, buildWorkbook({ sheets: [{ name: '登记', rows: fair, merged: ['A1:I1'] }] }));
  await page.getByRole('button', { name: '再导入一个' }).click();
  await choose(app, path);
  await columnPictures(page, picture);
  await planPictures(page, picture);
  await page.getByRole('button', { name: /^(?:导入|更新) [\d,]+ 位/u }).click();
  await page.getByRole('button', { name: '再导入一个' }).waitFor();
  await picture(page, 'import-4-done-left-out');
  await page.getByRole('button', { name: '再导入一个' }).click();
  await page.getByRole('link', { name: '秋季五金展.xlsx' }).waitFor();
  await picture(page, 'import-5-list');
  await page.getByRole('link', { name: '秋季五金展.xlsx' }).click();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog').getByText(/移除/u).first().waitFor();
  await picture(page, 'import-5-undo');
  await page.keyboard.press('Escape');
  await page.goBack();
  await progressPicture(app, files, picture);
}
