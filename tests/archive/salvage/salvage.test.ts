import { closeSync, openSync, readdirSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '../../../src-main/archive/archive.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import type { SalvageReport } from '../../../src-shared/salvage.ts';
import { untilProgress } from '../../support/drive.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  type ArchiveClient,
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
} from '../../support/open-test-archive.ts';

interface Page {
  readonly number: number;
  readonly size: number;
}

/** A closed archive of 600 customers, and where in its file a table or index lies. */
async function closedArchive(): Promise<{
  folder: string;
  path: string;
  names: string[];
  pagesOf: (name: string, type: 'leaf' | 'internal') => Page[];
}> {
  const { client, session, archive, folder } = await openTestArchive();
  await client.customFields.create({ name: '门店数', type: 'number', options: [] });
  await writeSampleData(session, undefined, undefined, 600);
  const names = session.sqlite.prepare('select name from customers order by id').pluck().all() as string[];
  const size = Number(session.sqlite.pragma('page_size', { simple: true }));
  const all = session.sqlite
    .prepare(
      "select name, pageno, pagetype from dbstat where pagetype in ('leaf', 'internal') order by pageno",
    )
    .all() as { name: string; pageno: number; pagetype: string }[];
  await archive.close();
  return {
    folder,
    path: join(folder, archiveFileName),
    names,
    pagesOf: (name, type) =>
      all
        .filter((page) => page.name === name && page.pagetype === type)
        .map(({ pageno }) => ({ number: pageno, size })),
  };
}

function spoil(path: string, pages: readonly (Page | undefined)[]): void {
  const file = openSync(path, 'r+');
  for (const page of pages) {
    if (page) writeSync(file, Buffer.alloc(page.size, 0x5a), 0, page.size, (page.number - 1) * page.size);
  }
  closeSync(file);
}

const namesIn = (session: Session): string[] =>
  session.sqlite.prepare('select name from customers order by id').pluck().all() as string[];

async function salvaged(folder: string): Promise<{
  archive: Archive;
  client: ArchiveClient;
  report: SalvageReport;
}> {
  const { archive, client } = await openTestFolder(folder);
  const report = await run(client);
  return { archive, client, report };
}
const run = (client: ArchiveClient): Promise<SalvageReport> => finish(client.archive.salvage());

test('of an archive with a spoilt page of customers all others come back, with what belongs to them', async () => {
  const { folder, path, names, pagesOf } = await closedArchive();
  const leaf = pagesOf('customers', 'leaf')[3];
  spoil(path, [leaf]);
  const before = readFileSync(path);

  const { archive, client, report } = await salvaged(folder);
  const session = archive.holder.session();
  expectAgreement(session);
  const lost = names.length - report.customers.read;
  expect(lost).toBeGreaterThan(0);
  expect(lost).toBeLessThan(60);
  const found = namesIn(session);
  const whole = found.filter((name) => !name.includes('没能读出'));
  expect(whole).toHaveLength(report.customers.read);
  expect(names.filter((name) => !whole.includes(name)).length).toBeLessThanOrEqual(lost);

  // Their contacts lie elsewhere in the file: they stand under a customer that says what is missing.
  expect(report.incompleteCount).toBe(lost);
  const [first] = report.incomplete.filter(({ name }) => name !== '');
  expect(first?.name).toBe(`${first?.code}（名称没能读出）`);
  const kept = await client.customers.get({ id: first?.id ?? 0 });
  expect(kept.code).toBe(first?.code);
  expect(kept.contacts.length + kept.methods.length + kept.tagIds.length).toBeGreaterThan(0);

  // The damaged file is kept, bit for bit.
  expect(readFileSync(report.keptAs).equals(before)).toBe(true);
  expect(readdirSync(folder)).not.toContain('kedang-salvage');
  expect((await client.customFields.list()).map(({ name }) => name)).toContain('门店数');
  const { changes } = await client.changes.list({});
  expect(changes[0]?.action).toEqual({ type: 'salvage', customers: report.customers.read });
  await client.customers.update({
    id: kept.id,
    baseVersion: kept.version,
    patch: { name: '杭州八骏科技有限公司' },
  });
  expectAgreement(session);
});

test('a spoilt index, and a page in the middle of the tree, cost only what lay there', async () => {
  const { folder, path, names, pagesOf } = await closedArchive();
  spoil(path, [pagesOf('customersByCode', 'leaf')[0], pagesOf('contacts', 'leaf')[1]]);
  const { archive, report } = await salvaged(folder);
  expect(namesIn(archive.holder.session())).toEqual(names);
  expect(report.customers).toEqual({ read: names.length, unreadable: 0 });
  expect(report.contacts.unreadable).toBeGreaterThan(0);
  expectAgreement(archive.holder.session());
});

test('a file that was cut short gives back what lies before the cut', async () => {
  const { folder, path, pagesOf } = await closedArchive();
  const leaves = pagesOf('customers', 'leaf');
  const middle = leaves[Math.floor(leaves.length / 2)];
  if (!middle) throw new Error('The customers lie on one page.');
  truncateSync(path, middle.number * middle.size);
  const { archive, client } = await openTestFolder(folder);
  expect(archive.holder.state()).toMatchObject({ state: 'problem', failure: { code: 'archiveDamaged' } });
  const report = await run(client);
  expect(report.customers.read).toBeGreaterThan(50);
  expect(archive.holder.state().state).toBe('open');
  expectAgreement(archive.holder.session());
});

test('where the first page is gone nothing can be read, and nothing is touched', async () => {
  const { folder, path, pagesOf } = await closedArchive();
  const size = pagesOf('customers', 'leaf')[0]?.size ?? 0;
  spoil(path, [{ number: 1, size }]);
  const before = readFileSync(path);
  const { client } = await openTestFolder(folder);
  expect((await failureOf(run(client))).code).toMatch(/^archive(?:Damaged|ForeignFile)$/u);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => /salvage|incoming|原档案/u.test(name))).toEqual([]);
});

test('cancelled, it leaves everything as it was', async () => {
  const { folder, path, pagesOf } = await closedArchive();
  spoil(path, [pagesOf('customers', 'leaf')[3]]);
  const before = readFileSync(path);
  const { archive, client } = await openTestFolder(folder);
  const controller = new AbortController();
  const work = await client.archive.salvage(undefined, { signal: controller.signal });
  await untilProgress(work);
  controller.abort();
  await expect(work.next().then(() => work.next())).rejects.toThrow();
  await expect.poll(() => readdirSync(folder).includes('kedang-salvage')).toBe(false);
  expect(readFileSync(path).equals(before)).toBe(true);
  await archive.close();
});
