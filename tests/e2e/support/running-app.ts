import type { Locator, Page } from '@playwright/test';
import type { Lateness } from './hearing.ts';
import type { Watch } from './watch.ts';

/** How an app is started. */
export interface LaunchOptions {
  /** The archive folder; it stays the same through restarts. */
  readonly folder: string;
  /** Language of the system the app finds itself on. */
  readonly language: 'zh-CN' | 'en';
  /** Gets to see every page. */
  readonly watch: Watch;
  /** How late what the archive says comes to the page; as soon as it is said by default. */
  readonly late?: Lateness | null;
}

/** A started app, the same to a test whichever host runs it. */
export interface RunningApp {
  /** The page; another one after a restart. */
  page(): Page;
  /** Ends the app as its user would, which closes the archive with a backup. */
  close(): Promise<void>;
  /** Ends everything at once, as a power cut would. */
  kill(): Promise<void>;
  /** Runs `trigger`, which opens a file dialog, and chooses the file in it. */
  chooseFile(path: string, trigger: () => Promise<unknown>): Promise<void>;
  /** Runs `trigger`, which writes a file to a place the user chooses, and returns the path of the written file. */
  receiveFile(folder: string, trigger: () => Promise<unknown>): Promise<string>;
}

/** Drops a file of this computer onto an element, as from the file manager. */
export async function dropFile(page: Page, target: Locator, path: string): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('There is nothing to drop the file on.');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}
