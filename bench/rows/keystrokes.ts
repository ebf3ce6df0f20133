import { chromium, type Page } from '@playwright/test';
import { launchBrowserApp } from '../../tests/e2e/support/browser-app.ts';
import { chromiumArguments, chromiumPath } from '../../tests/e2e/support/chromium.ts';
import { rows, searchBox } from '../../tests/e2e/support/list-page.ts';
import { createWatch } from '../../tests/e2e/support/watch.ts';
import { timingOf, type Row } from '../measure.ts';

/** What is typed, each key a search of its own that was not asked before. */
const words = [
  'hangzhou',
  'bjkj',
  'wangli',
  'ningbo',
  'gongsi',
  '1380',
  '5791',
  'zhangwei',
  'keji',
  'suzhou',
];

/** Notes for every key how long it took until other rows, or another count, were painted. */
function watchKeys(): void {
  const durations: number[] = [];
  const shown = (): string =>
    [...document.querySelectorAll('[role="grid"], [role="status"]')]
      .map((part) => part.textContent)
      .join('\n');
  let waiting: { since: number; before: string } | null = null;
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      waiting = { since: timeStamp, before: shown() };
    },
    true,
  );
  new MutationObserver(() => {
    if (!waiting || shown() === waiting.before) return;
    const { since } = waiting;
    waiting = null;
    requestAnimationFrame(() => {
      // The task after a frame's callbacks runs when the frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => durations.push(performance.now() - since));
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { keyDurations: durations });
}

const noted = (page: Page): Promise<number> =>
  page.evaluate(() => Reflect.get(window, 'keyDurations').length as number);

/** From the key to the painted rows, in ms. Keys that find just what was found before are left out. */
export async function keystrokes(page: Page): Promise<number[]> {
  await rows(page).first().waitFor({ timeout: 60_000 });
  await searchBox(page).click();
  await page.evaluate(watchKeys);
  const typed = new Set<string>();
  for (const word of words) {
    await searchBox(page).selectText();
    for (const [at, letter] of [...word].entries()) {
      const text = word.slice(0, at + 1);
      const before = await noted(page);
      await page.keyboard.press(letter);
      // A key may find just what the one before it found: then nothing is painted anew.
      await page
        .waitForFunction((least) => Reflect.get(window, 'keyDurations').length > least, before, {
          timeout: 1_000,
        })
        .catch(() => undefined);
      // What was asked before comes from the page's own memory.
      if (typed.has(text))
        await page.evaluate((length) => void (Reflect.get(window, 'keyDurations').length = length), before);
      typed.add(text);
    }
  }
  return page.evaluate(() => Reflect.get(window, 'keyDurations') as number[]);
}

/** A key in the search box until the rows are painted, in the browser. */
export async function keystrokeRows(folder: string): Promise<Row[]> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === null ? {} : { executablePath }),
  });
  const app = await launchBrowserApp(browser, { folder, language: 'zh-CN', watch: createWatch() });
  const durations = await keystrokes(app.page());
  await app.kill();
  await browser.close();
  return [keystrokeRow('browser', durations)];
}

/** The row of the table for one host. */
export function keystrokeRow(host: string, durations: readonly number[]): Row {
  const { p50, p95 } = timingOf(durations);
  return {
    what: `keystroke → painted, ${host}, ${durations.length} keys, p95 (p50 ${p50.toFixed(0)} ms)`,
    value: p95,
    unit: 'ms',
    limit: { text: '≤ 60 ms', holds: p95 <= 60 },
  };
}
