import type { ArchiveState } from '../../src-shared/archive-state.ts';
import type { Backup } from '../../src-shared/backups.ts';
import { countsOf } from './backups/contents.ts';
import { placeOf } from './database/place.ts';
import type { ArchiveHolder } from './holder.ts';
import type { Locker } from './keys/locker.ts';
import type { Protection } from './keys/protection.ts';
import { slotOf } from './keys/slots.ts';
import { leftBehind } from './moving/notes.ts';
import type { TroubleWatch } from './trouble.ts';
import { readSettings } from './settings.ts';

/** What the archive folder holds, for the first screen and the status bar. */
export async function archiveState(
  holder: ArchiveHolder,
  { protection, locker, trouble }: { protection: Protection; locker: Locker; trouble: TroubleWatch },
  backups: () => Promise<Backup[]>,
): Promise<ArchiveState> {
  const { folder } = holder.surroundings;
  const held = holder.state();
  if (held.state === 'none') return { state: 'none', folder, place: placeOf(folder) };
  if (held.state === 'problem')
    return { state: 'problem', folder, failure: held.failure, backups: await backups() };
  if (locker.refuses() || held.state === 'locked') {
    // While work that is under way comes to its end, the archive is open, and shows itself as what it is about to be.
    const hasRecoveryKey =
      held.state === 'locked'
        ? slotOf(held.entry, 'recovery') !== null
        : protection.state().recoveryKeyMadeAt !== null;
    return { state: 'locked', folder, hasRecoveryKey, wait: protection.wait() };
  }
  const { session } = held;
  return {
    state: 'open',
    folder,
    counts: countsOf(session.sqlite),
    businessName: readSettings(session.sqlite).businessName,
    writable: session.writable,
    hasPassword: protection.state().passwordSetAt !== null,
    place: placeOf(folder),
    trouble: trouble.current(),
    leftBehind: leftBehind(folder).map(({ from, bytes }) => ({ folder: from, bytes })),
  };
}
