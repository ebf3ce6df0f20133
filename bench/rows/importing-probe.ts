import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import { readFile } from '../../src-main/archive/imports/readers/read-file.ts';
import { finish } from '../../tests/support/drive.ts';
import { open, scratch } from '../bench-archive.ts';
import { processorMs } from '../measure.ts';
import { newDataKey } from '../../src-main/archive/keys/data-key.ts';

/** Durations are processor time of all threads: what others do on the machine counts less than in elapsed time. */
export interface Import {
  bareReadMs: number;
  bareInsertMs: number;
  readMs: number;
  planMs: number;
  commitMs: number;
  /** Largest resident set of the process while it imported. */
  peakMB: number;
  /** Elapsed time of read, plan and commit. */
  elapsedMs: number;
}

const columns = 12;

/** Imports the file named on the command line into a new archive and prints what each part took, as JSON. */
async function measure(path: string): Promise<void> {
  const folder = mkdtempSync(join(scratch, 'import-'));
  const { archive, client } = await open(folder);
  await finish(client.archive.create({}));
  const start = performance.now();
  const steps = [processorMs()];
  const mark = () => steps.push(processorMs());
  const { readingId, suggestedSheet: sheetIndex } = await finish(client.imports.read({ token: path }));
  mark();
  const {
    header,
    kind,
    columns: guesses,
  } = await client.imports.understand({ readingId, sheet: sheetIndex });
  const mapped = guesses.map(({ index, target }) => ({ index, target }));
  const input = { sheets: [{ readingId, sheet: sheetIndex, header, kind, columns: mapped }] };
  const { planId } = await finish(client.imports.plan(input));
  mark();
  await finish(client.imports.commit({ planId }));
  mark();
  const [readMs = 0, planMs = 0, commitMs = 0] = steps.slice(1).map((at, step) => at - (steps[step] ?? at));
  const elapsedMs = performance.now() - start;
  const peakMB = process.resourceUsage().maxRSS / 1_000;
  await archive.close();

  const beforeReading = processorMs();
  const { sheets } = await readFile(path, basename(path), { report: () => {} });
  const bareReadMs = processorMs() - beforeReading;
  const sheet = sheets[0];
  const bare = openDatabase(join(folder, 'bare.db'), { mustExist: false, key: newDataKey() });
  const names = Array.from({ length: columns }, (_, column) => `c${column}`);
  bare.exec(`create table bare (${names.join(', ')})`);
  const insert = bare.prepare(`insert into bare values (${names.map(() => '?').join(', ')})`);
  const beforeInserting = processorMs();
  bare.exec('begin');
  for (let row = 0; row < (sheet?.rowCount ?? 0); row += 1) {
    const cells = Array.from({ length: columns }, () => '');
    for (const { column, text } of sheet?.cellsOfRow(row) ?? []) cells[column] = text;
    insert.run(...cells);
  }
  bare.exec('commit');
  const bareInsertMs = processorMs() - beforeInserting;
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  const result: Import = { bareReadMs, bareInsertMs, readMs, planMs, commitMs, peakMB, elapsedMs };
  process.stdout.write(JSON.stringify(result));
}

const [, script, path] = process.argv;
if (script?.endsWith('importing-probe.ts') && path) await measure(path);
