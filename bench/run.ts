import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchFolder, customerCount, open, scratch } from './bench-archive.ts';
import { table, type Row } from './measure.ts';
import { importRows } from './rows/importing.ts';
import { openingRows } from './rows/opening.ts';
import { listRows, nearbyRows, searchRows } from './rows/reading.ts';
import { backupRows, editRows } from './rows/writing.ts';

const results = fileURLToPath(new URL('./results.md', import.meta.url));

const say = (text: string): void => void process.stderr.write(`${text} …\n`);

/** Measures every figure that has a limit, prints one table and writes it to `bench/results.md`. */
async function bench(): Promise<void> {
  mkdirSync(scratch, { recursive: true });
  const folder = await benchFolder(say);
  const rows: Row[] = [];
  say('opening');
  rows.push(...openingRows(folder));
  const { archive, client } = await open(folder);
  const session = archive.holder.session();
  await session.finder.ready;
  say('searching');
  rows.push(...(await searchRows(client, session)));
  say('listing');
  rows.push(...(await listRows(client, session)), ...(await nearbyRows(client)));
  say('editing');
  rows.push(...(await editRows(client, session)));
  say('backing up');
  rows.push(...(await backupRows(client, session)));
  await archive.close();
  say('importing');
  rows.push(...(await importRows()));

  const heading = `${customerCount.toLocaleString('en')} customers, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`;
  const report = `${heading}\n\n${table(rows)}\n`;
  writeFileSync(results, report);
  process.stdout.write(report);
}

await bench();
