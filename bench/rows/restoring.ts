import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { runJob } from '../../src-main/archive/backups/lanes.ts';
import { contentsHash } from '../../src-main/archive/database/copy.ts';
import type { Session } from '../../src-main/archive/session.ts';
import { finish } from '../../tests/support/drive.ts';
import { open, scratch } from '../bench-archive.ts';
import { once, type Row } from '../measure.ts';

/** What is in an archive, as one hash. */
const contentsOf = ({ path, key }: Session): string => contentsHash({ path, key }, { check: () => {} });

/**
 * Reading a backup again, and getting everything back on an empty machine.
 *
 * @param original from which the backup was made, and in which nothing was changed since
 * @throws when what came back is not the same to the last row
 */
export async function restoreRows(path: string, original: Session): Promise<Row[]> {
  const plain = await once(() => createHash('sha256').update(readFileSync(path)).digest('hex'));
  const verify = await once(() => runJob({ kind: 'verify', path }, () => {}, undefined));
  const folder = join(scratch, 'restored');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { archive, client } = await open(folder);
  const restore = await once(() => finish(client.backups.restore({ source: { token: path } })));
  if (contentsOf(archive.holder.session()) !== contentsOf(original))
    throw new Error('What came back from the backup is not what was in the archive.');
  const inspect = await once(async () => {
    const { inspectionId } = await finish(client.backups.inspect({ source: { token: path } }));
    await client.backups.closeInspection({ inspectionId });
  });
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      what: 'a backup read again, every bit',
      value: verify,
      unit: 'ms',
      against: { what: 'its SHA-256 alone', value: plain },
      limit: { text: '≤ 3 ×', holds: verify <= 3 * plain },
    },
    {
      what: 'everything back on an empty machine, the same to the last row',
      value: restore,
      unit: 'ms',
      limit: { text: '≤ 10 s', holds: restore <= 10_000 },
    },
    {
      what: 'a backup inspected and compared',
      value: inspect,
      unit: 'ms',
      limit: { text: '≤ 10 s', holds: inspect <= 10_000 },
    },
  ];
}
