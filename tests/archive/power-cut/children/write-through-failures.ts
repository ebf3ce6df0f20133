import { createRouterClient } from '@orpc/server';
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../../src-main/archive/archive.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';
import { finish } from '../../../support/drive.ts';

/** What became of one round, printed as a line of JSON. */
export interface Round {
  /** Which write failed, counted from the first after the archive was there. */
  readonly at: number;
  readonly acknowledged: readonly string[];
  /** Codes of the failures that the writes ended with. */
  readonly failures: readonly string[];
  /** Customers that could be listed while the disk was failing. */
  readonly listed: number;
  /** Whether a write went through once the disk was well again, without opening the archive anew. */
  readonly resumed: boolean;
}

/** Makes the k-th write to the archive from now on fail (io-shim.c); 0 makes the disk well again. */
function failing(at: number, stays: string, error: string): void {
  try {
    openSync(`kedang-io-fail:${at}:${stays}:${error}`, 'r');
  } catch {
    return;
  }
  throw new Error('This process runs without io-shim.c.');
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'data' in error ? String((error.data as { code: string }).code) : String(error);

async function round(folder: string, at: number, stays: string, error: string): Promise<Round> {
  mkdirSync(folder);
  const archive = await openArchive({
    folder,
    appVersion: '0.0.0-test',
    log: silentLog,
    files: { readPath: (token) => token, writePath: (token) => token },
  });
  const client = createRouterClient(archive.router);
  await finish(client.archive.create({}));
  archive.holder.session().writer.sqlite.pragma('wal_autocheckpoint = 20');
  const acknowledged: string[] = [];
  const failures: string[] = [];
  const add = async (name: string): Promise<boolean> => {
    try {
      await client.customers.create({ draft: { name, notes: '对账。'.repeat(500) } });
      acknowledged.push(name);
      return true;
    } catch (thrown) {
      failures.push(codeOf(thrown));
      return false;
    }
  };
  await add('先来的客户');
  failing(at, stays, error);
  for (let number = 1; number <= 6; number += 1) await add(`第${number}号建材有限公司`);
  const listed = (await client.customers.list({ filter: {} })).total;
  failing(0, 'ONCE', error);
  const resumed = await add('盘好了以后的客户');
  await archive.close();
  return { at, acknowledged, failures, listed, resumed };
}

const [, , root, from, to, stays, error] = process.argv;
if (root && stays && error) {
  for (let at = Number(from); at <= Number(to); at += 1)
    writeSync(1, `${JSON.stringify(await round(join(root, `${stays} ${error} ${at}`), at, stays, error))}\n`);
}
