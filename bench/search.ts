import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Finder } from '../src-main/archive/search/finder.ts';
import { countFullText, matchExpression, writeFullText } from '../src-main/archive/search/full-text.ts';
import { fullTextSchemaV1 } from '../src-main/archive/search/schema.ts';
import { nameSortKey } from '../src-main/archive/search/sort-key.ts';
import { documentTerms, type SearchableCustomer } from '../src-main/archive/search/words.ts';
import { madeUpCustomers } from '../tests/support/made-up-customers.ts';
import { once, time, type Row } from './measure.ts';

/** What search costs by itself: making terms, writing them, their size, counting, and the finder. */
export async function searchBench(count = 100_000): Promise<Row[]> {
  const customers = [...madeUpCustomers(count)];
  return [...(await indexRows(customers)), ...(await finderRows(customers))];
}

const row = (what: string, value: number, unit: Row['unit'], most: number): Row => ({
  what,
  value,
  unit,
  limit: { text: `≤ ${most} ${unit}`, holds: value <= most },
});

async function indexRows(customers: readonly SearchableCustomer[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kedang-bench-search-'));
  const sqlite = new Database(join(folder, 'search.db'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec(fullTextSchemaV1);
  const terms: string[] = [];
  const making = await once(() => customers.forEach((customer) => terms.push(documentTerms(customer))));
  const sorting = await once(() => customers.forEach(({ name }) => nameSortKey(name)));
  const writing = await once(() => {
    sqlite.exec('begin');
    terms.forEach((text, index) => writeFullText(sqlite, index + 1, text));
    sqlite.exec('commit');
  });
  const bytes = sqlite.prepare('select sum(length(block)) from customerSearch_data').pluck().get() as number;
  const rows = [
    row('terms of all customers', making / 1_000, 's', 4),
    row('sort keys of all names', sorting / 1_000, 's', 1),
    row('full-text table written', writing / 1_000, 's', 6),
    row('full-text table', bytes / 1_000_000, 'MB', 45),
  ];
  for (const query of ['司', '科技', 'bj', 'xia', 'gongsi', '5678', '138 1234']) {
    const expression = matchExpression(query) ?? '';
    const { p95 } = await time(() => countFullText(sqlite, expression));
    rows.push(row(`count ${query}, p95`, p95, 'ms', 10));
  }
  sqlite.close();
  rmSync(folder, { recursive: true });
  return rows;
}

async function finderRows(customers: readonly SearchableCustomer[]): Promise<Row[]> {
  const batches = Array.from({ length: Math.ceil(customers.length / 500) }, (_, at) =>
    customers.slice(at * 500, at * 500 + 500),
  );
  const finder = Finder.build(batches);
  const building = await once(() => finder.ready);
  const rows = [row('finder made ready', building / 1_000, 's', 2)];
  for (const query of ['司', '恒达', '衡达', 'bj', 'hengda', 'hdkj', '5678', '恒大科机', 'hengdd']) {
    const { p95 } = await time(() => finder.search(query, 20));
    rows.push(row(`finder ${query}, p95`, p95, 'ms', 30));
  }
  const similar = await time((run) => finder.similarNames(customers[run * 37]?.name ?? '', 8), 200);
  return [...rows, row('similar names, p95', similar.p95, 'ms', 30)];
}
