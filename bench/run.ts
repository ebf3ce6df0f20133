import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prepareWindows from '../tests/e2e/support/global-setup.ts';
import { benchFolder, customerCount, open, scratch } from './bench-archive.ts';
import { table, type Row } from './measure.ts';
import { importRows } from './rows/importing.ts';
import { keystrokeRows } from './rows/keystrokes.ts';
import { oldSheetRows } from './rows/reading-sheets.ts';
import { openingRows } from './rows/opening.ts';
import { listRows, nearbyRows, searchRows } from './rows/reading.ts';
import { unlockRows } from './rows/unlocking.ts';
import { windowRows } from './rows/window.ts';
import { backupRows, editRows } from './rows/writing.ts';

const results = fileURLToPath(new URL('./results.md', import.meta.url));

const say = (text: string): void => void process.stderr.write(`${text} …\n`);

const loads = (): string =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');

/** What is seen on the screen, on a copy: these programs are ended at once, without closing the archive. */
async function inWindows(folder: string): Promise<Row[]> {
  const end = await prepareWindows();
  const copy = join(scratch, 'shown');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  try {
    return [...(await keystrokeRows(copy)), ...(await windowRows(copy))];
  } finally {
    rmSync(copy, { recursive: true, force: true });
    end();
  }
}

/** Measures every figure that has a limit, prints one table and writes it to `bench/results.md`. */
async function bench(): Promise<void> {
  mkdirSync(scratch, { recursive: true });
  const folder = await benchFolder(say);
  const rows: Row[] = [];
  const loadBefore = loads();
  const report = (): string => {
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`;
    const load = `load average ${loadBefore} at the start, ${loads()} at the end`;
    return `${customerCount.toLocaleString('en')} customers, ${machine}, ${load}\n\n${table(rows)}\n`;
  };
  // Written after every part: one that fails does not take the others with it.
  const add = (more: readonly Row[]): void => {
    rows.push(...more);
    writeFileSync(results, report());
  };

  say('opening');
  add(openingRows(folder));
  const { archive, client } = await open(folder);
  const session = archive.holder.session();
  await session.finder.ready;
  say('searching');
  add(await searchRows(client, session));
  say('listing');
  add([...(await listRows(client, session)), ...(await nearbyRows(client))]);
  say('editing');
  add(await editRows(client, session));
  say('backing up');
  add(await backupRows(client, session));
  say('unlocking');
  add(await unlockRows(client));
  await archive.close();
  say('opening windows');
  add(await inWindows(folder));
  say('importing');
  add(await oldSheetRows());
  add(await importRows(say));
  process.stdout.write(report());
}

await bench();
