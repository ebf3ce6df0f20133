import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textCell, type Cell } from '../../src-main/archive/exports/cells.ts';
import { writeCsv } from '../../src-main/archive/exports/csv.ts';
import { writeXlsx } from '../../src-main/archive/exports/xlsx.ts';
import { madeUpCustomers } from '../../src-main/archive/sample/made-up.ts';
import { customerCount, scratch } from '../bench-archive.ts';
import type { Row } from '../measure.ts';
import type { Import, Taken } from './importing-probe.ts';

const headers = [
  '客户名称',
  '简称',
  '联系人',
  '职务',
  '手机',
  '省',
  '市',
  '区',
  '地址',
  '行业',
  '负责人',
  '备注',
];

async function* rowsOf(count: number): AsyncGenerator<Cell[][]> {
  const customers = madeUpCustomers(7);
  for (let made = 0; made < count; made += 1_000) {
    const batch: Cell[][] = [];
    for (let row = made; row < Math.min(made + 1_000, count); row += 1) {
      const { draft } = customers.next().value;
      const contact = draft.contacts[0];
      // Numbered, so that the customers are as many as the rows.
      const name = draft.name.replace(/^(..)/u, `$1${row}号`);
      const phone = contact?.methods[0]?.value ?? draft.methods[0]?.value ?? '';
      const values = [
        name,
        draft.shortName,
        contact?.name ?? '',
        contact?.title ?? '',
        phone,
        draft.province,
      ];
      const others = [draft.city, draft.district, draft.address, draft.industry, draft.owner, draft.notes];
      batch.push([...values, ...others].map(textCell));
    }
    yield batch;
  }
}

/** A sheet of made-up customers, made once and kept for the next run. */
export async function sheetFile(rows: number, format: 'xlsx' | 'csv'): Promise<string> {
  const path = join(scratch, `sheet-${rows}.${format}`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  const sheet = {
    name: '客户',
    columns: headers.map((header) => ({ header, width: 12 })),
    rows: rowsOf(rows),
  };
  await (format === 'xlsx' ? writeXlsx(unfinished, sheet) : writeCsv(unfinished, sheet, 'utf-8'));
  renameSync(unfinished, path);
  return path;
}

const probe = fileURLToPath(new URL('./importing-probe.ts', import.meta.url));

async function measure(rows: number, format: 'xlsx' | 'csv'): Promise<Import> {
  const { stdout, stderr, status } = spawnSync(process.execPath, [probe, await sheetFile(rows, format)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Import;
}

type Clock = keyof Taken;
const seconds = (clock: Clock, ...taken: Taken[]): number =>
  taken.reduce((sum, each) => sum + each[clock], 0) / 1_000;
const total = ({ read, plan, commit }: Import, clock: Clock = 'elapsedMs'): number =>
  seconds(clock, read, plan, commit);
const bareTotal = ({ bareRead, bareInsert }: Import, clock: Clock = 'elapsedMs'): number =>
  seconds(clock, bareRead, bareInsert);

// Twice as many, with their header, are the most rows that an import takes.
const most = Math.min(customerCount, 100_000);
const twiceAsMany = most * 2 - 1;
const size = most.toLocaleString('en');

/**
 * One import of that size, against reading its sheet and inserting its rows bare: what its owner waits, and beside it what
 * all threads work.
 */
function importOf(format: 'xlsx' | 'csv', whole: Import): Row[] {
  const bare = bareTotal(whole);
  const parts = [whole.read, whole.plan, whole.commit].map((part) => seconds('elapsedMs', part).toFixed(1));
  const work = total(whole, 'processorMs');
  const timesBare = (work / bareTotal(whole, 'processorMs')).toFixed(1);
  return [
    {
      what: `import ${size} × 12 .${format}: read + plan + commit (${parts.join(' + ')}; ${work.toFixed(1)} s of processors, ${timesBare} ×)`,
      value: total(whole),
      unit: 's',
      against: { what: 'reading + bare insert', value: bare },
      limit: { text: '≤ 5 ×', holds: total(whole) <= 5 * bare },
    },
    {
      what: `peak memory of that import of .${format}`,
      value: whole.peakMB,
      unit: 'MB',
      limit: { text: '≤ 600 MB', holds: whole.peakMB <= 600 },
    },
  ];
}

/** Bringing in sheets of 12 columns, each in a process of its own. */
export async function importRows(say: (text: string) => void): Promise<Row[]> {
  const whole = await measure(most, 'xlsx');
  say('importing the .csv');
  const csv = await measure(most, 'csv');
  say('importing twice the rows');
  const twice = await measure(twiceAsMany, 'xlsx');
  return [
    ...importOf('xlsx', whole),
    ...importOf('csv', csv),
    {
      // Five times what costs next to nothing to read cannot be kept, see docs/decisions/speed-and-size.md.
      what: `import ${size} × 12 .csv, beside the same sheet as .xlsx`,
      value: total(csv),
      unit: 's',
      against: { what: 'the .xlsx', value: total(whole) },
      limit: { text: '≤ 1 ×', holds: total(csv) <= total(whole) },
    },
    {
      what: `import ${twiceAsMany.toLocaleString('en')} × 12 .xlsx (peak ${twice.peakMB.toFixed(0)} MB)`,
      value: total(twice),
      unit: 's',
      against: { what: `${size} rows`, value: total(whole) },
      limit: { text: '≤ 2.2 ×', holds: total(twice) <= 2.2 * total(whole) },
    },
  ];
}
