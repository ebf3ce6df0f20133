import { createRouterClient, type RouterClient } from '@orpc/server';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive, type Archive } from '../src-main/archive/archive.ts';
import { currentSchema } from '../src-main/archive/database/migrate.ts';
import { silentLog } from '../src-main/archive/log.ts';
import type { ArchiveRouter } from '../src-main/archive/router.ts';
import { writeSampleData } from '../src-main/archive/sample/write-sample-data.ts';
import { finish } from '../tests/support/drive.ts';

/** `--million` looks whether everything grows no faster than the archive; the limits are those of 100,000. */
export const customerCount = process.argv.includes('--million')
  ? 1_000_000
  : Number(process.env['KEDANG_BENCH_CUSTOMERS'] ?? 100_000);

const pathsAsTokens = { readPath: (token: string) => token, writePath: (token: string) => token };

/** Opens an archive folder without a host. */
export async function open(
  folder: string,
): Promise<{ archive: Archive; client: RouterClient<ArchiveRouter> }> {
  const archive = await openArchive({
    folder,
    appVersion: '0.0.0-bench',
    files: pathsAsTokens,
    log: silentLog,
  });
  return { archive, client: createRouterClient(archive.router) };
}

/** A folder for one run of the bench. */
export const scratch = join(tmpdir(), 'kedang-bench');

/** The archive of made-up customers that the rows measure, made once and kept for the next run. */
export async function benchFolder(say: (text: string) => void): Promise<string> {
  const folder = join(scratch, `archive-${customerCount}-schema-${currentSchema}`);
  if (existsSync(folder)) return folder;
  say(`making an archive of ${customerCount} customers, once`);
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const { archive, client } = await open(unfinished);
  await finish(client.archive.create({}));
  await writeSampleData(archive.holder.session(), undefined, undefined, customerCount);
  await archive.close();
  renameSync(unfinished, folder);
  return folder;
}
