import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHeader, headerBytes } from '../../../src-main/archive/backups/format.ts';
import { identifyFile, identityFailure } from '../../../src-main/archive/database/identify.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { recoverReplacement } from '../../../src-main/archive/database/replace.ts';
import type { KeyedFile } from '../../../src-main/archive/database/copy.ts';
import { keyOfFile } from '../../support/archive-key.ts';

/** What is wrong with a folder after a power cut: something acknowledged is lost, or something is broken. */
export interface Inspection {
  readonly lost: string | null;
  readonly broken: string | null;
}

const fine: Inspection = { lost: null, broken: null };

/** Opens what a power cut left, as the program does at its start, and holds it against what had been acknowledged. */
export function inspectImage(folder: string, acknowledged: readonly string[]): Inspection {
  const path = join(folder, archiveFileName);
  const changes = acknowledged
    .filter((line) => line.startsWith('change '))
    .map((line) => Number(line.slice(7)));
  for (const line of acknowledged) {
    if (!line.startsWith('backup ')) continue;
    const reason = backupIsWhole(line.slice('backup '.length), folder);
    if (reason !== null) return { lost: reason, broken: null };
  }
  recoverReplacement(folder, new Date());
  // Before anything has it open: closing a file drops the locks of the process on it.
  const key = existsSync(path) ? keyOfFile(path) : null;
  const identity = identifyFile(path, () => key);
  if (identity.kind === 'missing')
    return changes.length > 0 ? { lost: 'the whole archive', broken: null } : fine;
  if (identityFailure(identity, path)) return { lost: null, broken: `it is ${identity.kind}` };
  return inspectDatabase({ path, key }, Math.max(0, ...changes));
}

function inspectDatabase({ path, key }: KeyedFile, newest: number): Inspection {
  const sqlite = openDatabase(path, { mustExist: true, key });
  try {
    const check = sqlite.pragma('integrity_check', { simple: true });
    if (check !== 'ok') return { lost: null, broken: String(check) };
    const last = sqlite.prepare('select coalesce(max(id), 0) from changes').pluck().get() as number;
    if (last < newest) return { lost: `change ${newest}; the last is ${last}`, broken: null };
    const half = sqlite
      .prepare(
        'select count(*) from changes c where rows <> (select count(*) from journal j where j.changeId = c.id)',
      )
      .pluck()
      .get();
    const open = sqlite.prepare('select count(*) from openChange').pluck().get();
    return half === 0 && open === 0
      ? fine
      : { lost: null, broken: `${String(half)} changes are there in part` };
  } finally {
    sqlite.close();
  }
}

function backupIsWhole(name: string, folder: string): string | null {
  const path = join(folder, name);
  if (!existsSync(path)) return `backup ${name}`;
  const bytes = readFileSync(path);
  const header = decodeHeader(bytes.subarray(0, headerBytes));
  if (typeof header === 'string') return `backup ${name} is ${header}`;
  const image = createHash('sha256').update(bytes.subarray(headerBytes)).digest('hex');
  return image === header.imageSha256 ? null : `backup ${name} is not what was written`;
}
