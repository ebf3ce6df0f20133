import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import { readFile } from '../../src-main/archive/imports/readers/read-file.ts';
import { finish } from '../../tests/support/drive.ts';
import { open, scratch } from '../bench-archive.ts';
import { once } from '../measure.ts';

export interface Import {
  bareReadMs: number;
  bareInsertMs: number;
  readMs: number;
  planMs: number;
  commitMs: number;
  /** Largest resident set of the process while it imported. */
  peakMB: number;
}

const columns = 12;

/** Imports the file named on the command line into a new archive and prints what each part took, as JSON. */
async function measure(path: string): Promise<void> {
  const folder = mkdtempSync(join(scratch, 'import-'));
  const { archive, client } = await open(folder);
  await finish(client.archive.create({}));
  const steps = [performance.now()];
  const mark = () => steps.push(performance.now());
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
  const peakMB = process.resourceUsage().maxRSS / 1_000;
  await archive.close();

  const start = performance.now();
  const { sheets } = await readFile(path, basename(path), { report: () => {} });
  const bareReadMs = performance.now() - start;
  const sheet = sheets[0];
  const bare = openDatabase(join(folder, 'bare.db'), { mustExist: false });
  const names = Array.from({ length: columns }, (_, column) => `c${column}`);
  bare.exec(`create table bare (${names.join(', ')})`);
  const insert = bare.prepare(`insert into bare values (${names.map(() => '?').join(', ')})`);
  const bareInsertMs = await once(() => {
    bare.exec('begin');
    for (let row = 0; row < (sheet?.rowCount ?? 0); row += 1) {
      const cells = Array.from({ length: columns }, () => '');
      for (const { column, text } of sheet?.cellsOfRow(row) ?? []) cells[column] = text;
      insert.run(...cells);
    }
    bare.exec('commit');
  });
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  const result: Import = { bareReadMs, bareInsertMs, readMs, planMs, commitMs, peakMB };
  process.stdout.write(JSON.stringify(result));
}

const [, script, path] = process.argv;
if (script?.endsWith('importing-probe.ts') && path) await measure(path);
