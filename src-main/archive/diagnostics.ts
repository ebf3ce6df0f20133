import { readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../src-shared/backups.ts';
import { countsOf } from './backups/contents.ts';
import { currentSchema, schemaOf } from './database/migrate.ts';
import { connectionPragmas } from './database/open.ts';
import { placeOf } from './database/place.ts';
import type { ArchiveHolder } from './holder.ts';
import { logFileName } from './log.ts';
import type { Session } from './session.ts';

/** So many of the last lines of the log are enough to see what led to an incident. */
const logLines = 120;

/**
 * What somebody who helps needs to know about this installation, as text to be pasted into a message: versions, sizes,
 * settings of the database, the end of the log. Nothing of customers, no names, and no paths, which often hold the name of
 * the PC's owner.
 */
export function diagnose({ surroundings, path, state }: ArchiveHolder, backups: readonly Backup[]): string {
  const { folder, appVersion, clock } = surroundings;
  const held = state();
  const lines = [
    `Kedang ${appVersion}, schema ${currentSchema}, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, V8 ${process.versions.v8}${process.versions['electron'] ? `, Electron ${process.versions['electron']}` : ''}`,
    `made ${clock().toISOString()}, running for ${Math.round(process.uptime())} s, ${megabytes(process.memoryUsage().rss)}`,
    `folder: ${placeOf(folder)?.kind ?? 'ordinary'}, ${folder.length} characters, ${free(folder)} free`,
    `archive: ${held.state}${held.state === 'problem' ? ` ${held.failure.code}` : ''}, ${sizeOf(path)}, log ${sizeOf(`${path}-wal`)}`,
    ...(held.state === 'open' ? ofSession(held.session) : []),
    ofBackups(backups),
    'log:',
    ...endOfLog(folder),
  ];
  return `${lines.join('\n')}\n`;
}

function ofSession({ sqlite, writable }: Session): string[] {
  const counts = Object.entries(countsOf(sqlite)).map(([what, count]) => `${what} ${count}`);
  const pragmas = Object.keys(connectionPragmas).map(
    (name) => `${name} ${String(sqlite.pragma(name, { simple: true }))}`,
  );
  return [
    `counts: ${counts.join(', ')}`,
    `database: schema ${schemaOf(sqlite)}, ${writable ? 'writable' : 'read-only'}, ${pragmas.join(', ')}`,
  ];
}

function ofBackups(backups: readonly Backup[]): string {
  const [newest] = backups;
  const good = backups.filter(({ verified }) => verified).length;
  const last = newest ? `${newest.madeAt} ${newest.reason}` : 'none';
  return `backups: ${backups.length}, good ${good}, newest ${last}`;
}

/** The places in the log name files of the program; the folders they lie in are left out. */
function endOfLog(folder: string): string[] {
  try {
    const lines = readFileSync(join(folder, logFileName), 'utf8').split('\n').filter(Boolean);
    return lines
      .slice(-logLines)
      .map((line) =>
        line.replace(/(?:file:\/\/\/?|[A-Za-z]:)?(?:[\\/][^\\/():]*)*[\\/](?=[^\\/():]+:\d)/gu, ''),
      );
  } catch {
    return ['  none'];
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function sizeOf(path: string): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return size === undefined ? 'none' : megabytes(size);
}

function free(folder: string): string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return megabytes(bavail * bsize);
  } catch {
    return 'unknown';
  }
}
