import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { FailureError } from '../../src-shared/failures.ts';
import { change } from './change.ts';
import { migrate } from './database/migrate.ts';
import { newDataKey } from './keys/data-key.ts';
import { writeEntry } from './keys/key-file.ts';
import { unprotected } from './keys/slots.ts';
import { openDatabase } from './database/open.ts';
import { incomingPath, replaceArchive } from './database/replace.ts';
import type { ArchiveHolder } from './holder.ts';
import type { Report } from './long-work.ts';
import { writeSampleData } from './sample/write-sample-data.ts';
import { updateSettings } from './settings.ts';

/**
 * Makes a new, empty archive where there is none, encrypted from the first byte under a key that lies open beside it until
 * there is a password. It is complete under another name first: a kill leaves no archive or a whole one. Nothing is ever created over something.
 */
export async function createArchive(
  holder: ArchiveHolder,
  input: { businessName: string; sample: boolean },
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const { folder, clock } = holder.surroundings;
  const state = holder.state();
  if (state.state === 'problem') throw new FailureError(state.failure);
  if (state.state === 'open' || existsSync(holder.path)) {
    throw new FailureError({ code: 'archiveAlreadyThere', folder });
  }
  report({ phase: 'writing', done: 0, total: null });
  mkdirSync(folder, { recursive: true });
  holder.lock();
  const incoming = incomingPath(folder);
  rmSync(incoming, { force: true });
  const key = newDataKey();
  writeEntry(folder, unprotected(key));
  const sqlite = openDatabase(incoming, { mustExist: false, key });
  try {
    migrate(sqlite);
  } finally {
    sqlite.close();
  }
  replaceArchive(folder, clock());
  const opened = await holder.open();
  if (opened.state !== 'open')
    throw new FailureError(opened.state === 'problem' ? opened.failure : { code: 'noArchive' });
  const { session } = opened;
  await change(session, { action: { type: 'createArchive' }, kind: 'do' }, () => undefined);
  if (input.businessName !== '') await updateSettings(session, { businessName: input.businessName });
  if (input.sample) await writeSampleData(session, report, signal);
}
