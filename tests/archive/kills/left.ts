import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { keyOfBackup } from '../../../src-main/archive/backups/backup-key.ts';
import { backupFolderOf } from '../../../src-main/archive/backups/folder.ts';
import { readBackup } from '../../../src-main/archive/backups/read-job.ts';
import { readHeader } from '../../../src-main/archive/backups/read-header.ts';
import type { ArchiveHolder } from '../../../src-main/archive/holder.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { fastFolder } from '../../support/fast-folder.ts';
import {
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type ArchiveClient,
} from '../../support/open-test-archive.ts';
import { isSoak } from '../../support/soak.ts';

/** On the disk in the soak, where forcing something to it takes its time; in memory else. */
export const killedFolder = (): string => temporaryFolder(undefined, isSoak ? tmpdir() : fastFolder());

/** A closed archive with so many customers. */
export async function archiveOf(
  customers: number,
  more: (client: ArchiveClient) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const { client, archive, folder } = await openTestArchive({ folder: killedFolder() });
  for (let number = 1; number <= customers; number += 1)
    await client.customers.create({ draft: { name: `第${number}号五金有限公司`, notes: '0', owner: '0' } });
  await more(client);
  await archive.close();
  return folder;
}

/** A copy of a folder that can be put back as often as wanted. */
export function keptCopy(folder: string): { putBack(): void } {
  const kept = join(dirname(folder), '原样');
  cpSync(folder, kept, { recursive: true });
  return {
    putBack() {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(folder, name));
    },
  };
}

interface Unlocking {
  readonly unlock?: (client: ArchiveClient) => Promise<unknown>;
  /** Of backups under a key that never became the archive's. */
  readonly password?: string;
}

/** Opens what a killed process left, expects that it agrees with itself and that nothing else is left, and looks into it. */
export async function lookInto<T>(
  folder: string,
  look: (session: Session, client: ArchiveClient) => T | Promise<T>,
  { unlock, password }: Unlocking = {},
): Promise<T> {
  const { archive, client } = await openTestFolder(folder);
  await unlock?.(client);
  expect(archive.holder.state().state).toBe('open');
  const session = archive.holder.session();
  expectAgreement(session);
  const seen = await look(session, client);
  await expectWholeBackups(archive.holder, password);
  await archive.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('kedang-'))).toEqual([]);
  return seen;
}

/** Expects that every file with the name of a backup is one, and opens with the password of the archive. */
async function expectWholeBackups(holder: ArchiveHolder, password: string | undefined): Promise<void> {
  const { folder } = holder.surroundings;
  const place = backupFolderOf(folder);
  const into = join(dirname(folder), '拆开.db');
  for (const name of backupsIn(place)) {
    const source = join(place, name);
    const opened = await keyOfBackup(holder, readHeader(source), { path: source, secret: password });
    readBackup(
      { kind: 'read', source, into, key: opened?.key ?? null },
      { report: () => {}, check: () => {} },
    );
    rmSync(into);
  }
}

/** The files in a folder that have the name of a backup. */
export const backupsIn = (place: string): string[] =>
  existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.kedang')) : [];

/** Removes the backups, so that the next look has fewer to read. */
export const removeBackups = (folder: string): void =>
  rmSync(backupFolderOf(folder), { recursive: true, force: true });
