import { createRouterClient, type RouterClient } from '@orpc/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openArchive, type Archive, type ArchiveOptions } from '../../src-main/archive/archive.ts';
import { silentLog, type Log } from '../../src-main/archive/log.ts';
import type { ArchiveRouter } from '../../src-main/archive/router.ts';
import type { Session } from '../../src-main/archive/session.ts';
import {
  customerDraftSchema,
  type CustomerDraft,
  type CustomerDraftInput,
} from '../../src-shared/customers.ts';
import { FailureError, type Failure } from '../../src-shared/failures.ts';
import { finish } from './drive.ts';

export { finish };

export type ArchiveClient = RouterClient<ArchiveRouter>;

export interface TestArchive {
  readonly folder: string;
  readonly archive: Archive;
  /** Calls operations through the contract, in process: validation, failures and all. */
  readonly client: ArchiveClient;
  /** The open session, for looking behind the contract. */
  readonly session: Session;
}

/** A temporary folder with a name such as owners give, removed after the test. */
export function temporaryFolder(name = '客户 档案（备用）📁', within = tmpdir()): string {
  const root = mkdtempSync(join(within, 'kedang-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, name);
}

/** Shows what would be an incident, so that a failing test says why. */
const tellingLog: Log = {
  ...silentLog,
  incident(error) {
    console.error(error);
    return silentLog.incident(error);
  },
};

/** What a password costs in tests that set many: nothing much. */
export const cheapCost = { N: 1024, r: 1, p: 1 } as const;

/** Paths stand for themselves as tokens. */
const pathsAsTokens = { readPath: (token: string) => token, writePath: (token: string) => token };

/** Opens whatever is in a folder, as a host does, and closes it after the test. */
export async function openTestFolder(
  folder: string,
  options: Partial<ArchiveOptions> = {},
): Promise<{ archive: Archive; client: ArchiveClient }> {
  const archive = await openArchive({
    folder,
    files: pathsAsTokens,
    appVersion: '0.0.0-test',
    createFolder: true,
    log: tellingLog,
    passwordCost: cheapCost,
    ...options,
  });
  onTestFinished(() => archive.close());
  return { archive, client: createRouterClient(archive.router) };
}

/** A new, empty archive on real SQLite in a temporary folder. */
export async function openTestArchive(options: Partial<ArchiveOptions> = {}): Promise<TestArchive> {
  const folder = options.folder ?? temporaryFolder();
  const { archive, client } = await openTestFolder(folder, options);
  await finish(client.archive.create({}));
  return { folder, archive, client, session: archive.holder.session() };
}

/** The failure that a call ends with; the test fails when it does not fail. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    if (error instanceof Error && 'code' in error && error.code === 'FAILURE' && 'data' in error) {
      return error.data as Failure;
    }
    throw error;
  }
  throw new Error('the call did not fail');
}

/** A whole draft from the parts that matter to a test. */
export const draft = (parts: CustomerDraftInput): CustomerDraft => customerDraftSchema.parse(parts);
