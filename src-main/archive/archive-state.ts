import type { ArchiveState } from '../../src-shared/archive-state.ts';
import type { Backup } from '../../src-shared/backups.ts';
import { countsOf } from './backups/contents.ts';
import { placeOf } from './database/place.ts';
import type { ArchiveHolder } from './holder.ts';
import { readSettings } from './settings.ts';

/** What the archive folder holds, for the first screen and the status bar. */
export async function archiveState(
  holder: ArchiveHolder,
  backups: () => Promise<Backup[]>,
): Promise<ArchiveState> {
  const { folder } = holder.surroundings;
  const held = holder.state();
  if (held.state === 'none') return { state: 'none', folder, place: placeOf(folder) };
  if (held.state === 'problem')
    return { state: 'problem', folder, failure: held.failure, backups: await backups() };
  const { session } = held;
  return {
    state: 'open',
    folder,
    counts: countsOf(session.sqlite),
    businessName: readSettings(session.sqlite).businessName,
    writable: session.writable,
    encrypted: false,
    place: placeOf(folder),
  };
}
