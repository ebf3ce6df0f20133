import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import { readFile } from '../../src-main/archive/imports/readers/read-file.ts';
import { finish } from '../../tests/support/drive.ts';
import { open, scratch } from '../bench-archive.ts';
import { processorMs } from '../measure.ts';
import { newDataKey } from '../../src-main/archive/keys/data-key.ts';

/** How long something took: for whoever waits, and for all threads together. */
export interface Taken {
  elapsedMs: number;
  processorMs: number;
}

export interface Import {
  bareRead: Taken;
  bareInsert: Taken;
  read: Taken;
  plan: Taken;
  commit: Taken;
  /** Largest resident set of the process while it imported. */
  peakMB: number;
}

/** Starts to measure; what it gives says what passed since it was last asked. */
function stopwatch(): () => Taken {
  const now = (): Taken => ({ elapsedMs: performance.now(), processorMs: processorMs() });
  let last = now();
  return () => {
    const before = last;
    last = now();
    return {
      elapsedMs: last.elapsedMs - before.elapsedMs,
      processorMs: last.processorMs - before.processorMs,
    };
  };
}

const columns = 12;

/** Imports the file named on the command line into a new archive and prints what each part took, as JSON. */
async function measure(path: string): Promise<void> {
  const folder = mkdtempSync(join(scratch, 'import-'));
  const { archive, client } = await open(folder);
  await finish(client.archive.create({}));
  const passed = stopwatch();
  const { readingId, suggestedSheet: sheetIndex } = await finish(client.imports.read({ token: path }));
  const read = passed();
  const {
    header,
    kind,
    columns: guesses,
  } = await client.imports.understand({ readingId, sheet: sheetIndex });
  const mapped = guesses.map(({ index, target }) => ({ index, target }));
  const input = { sheets: [{ readingId, sheet: sheetIndex, header, kind, columns: mapped }] };
  const { planId } = await finish(client.imports.plan(input));
  const plan = passed();
  await finish(client.imports.commit({ planId }));
  const commit = passed();
  const peakMB = process.resourceUsage().maxRSS / 1_000;
  await archive.close();

  passed();
  const { sheets } = await readFile(path, basename(path), { report: () => {} });
  const bareRead = passed();
  const sheet = sheets[0];
  const bare = openDatabase(join(folder, 'bare.db'), { mustExist: false, key: newDataKey() });
  const names = Array.from({ length: columns }, (_, column) => `c${column}`);
  bare.exec(`create table bare (${names.join(', ')})`);
  const insert = bare.prepare(`insert into bare values (${names.map(() => '?').join(', ')})`);
  passed();
  bare.exec('begin');
  for (let row = 0; row < (sheet?.rowCount ?? 0); row += 1) {
    const cells = Array.from({ length: columns }, () => '');
    for (const { column, text } of sheet?.cellsOfRow(row) ?? []) cells[column] = text;
    insert.run(...cells);
  }
  bare.exec('commit');
  const bareInsert = passed();
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  const result: Import = { bareRead, bareInsert, read, plan, commit, peakMB };
  process.stdout.write(JSON.stringify(result));
}

const [, script, path] = process.argv;
if (script?.endsWith('importing-probe.ts') && path) await measure(path);
