import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import type { BackupSource } from '../../../src-shared/backups.ts';
import { topics } from '../../../src-shared/changes.ts';
import { archiveContract } from '../../../src-shared/contract.ts';
import { archiveState } from '../archive-state.ts';
import { backupPath } from '../backups/folder.ts';
import type { Inspections } from '../backups/inspections.ts';
import type { BackupKeeper } from '../backups/keeper.ts';
import { createBorder } from '../border.ts';
import { announce } from '../events.ts';
import type { ArchiveHolder } from '../holder.ts';
import type { BackUp } from '../imports/imports.ts';
import type { Locker } from '../keys/locker.ts';
import { isUntouched } from '../newest-change.ts';
import type { Protection } from '../keys/protection.ts';
import type { Session, Surroundings } from '../session.ts';
import type { TroubleWatch } from '../trouble.ts';

/** What works beside an open archive. */
export interface Attendants {
  readonly keeper: BackupKeeper;
  readonly inspections: Inspections;
  readonly protection: Protection;
  readonly locker: Locker;
  readonly trouble: TroubleWatch;
}

type NoContext = Record<never, never>;
type Contract = typeof archiveContract;
type State = ReturnType<typeof archiveState>;

/** What the routes are wired with: the archive and its attendants, and what several operations do alike. */
export interface Wires extends Attendants {
  readonly os: ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext>;
  readonly holder: ArchiveHolder;
  readonly files: Surroundings['files'];
  readonly events: Surroundings['events'];
  readonly running: ReturnType<typeof createBorder>['running'];
  readonly cancel: ReturnType<typeof createBorder>['cancel'];
  readonly beforeImport: BackUp;
  session(): Session;
  state(): State;
  /** Where a backup is, and what opens it. */
  sourceOf(input: { source: BackupSource; password?: string | undefined }): {
    readonly path: string;
    readonly secret: string | undefined;
    readonly attempt: Protection['tryAtBackup'];
  };
  /** Tells every window afterwards that the state of the archive is another. */
  announcing<T>(work: () => Promise<T>): Promise<T>;
  /** What follows on unlocking. */
  unlocked(): State;
}

export function wiresOf(holder: ArchiveHolder, attendants: Attendants): Wires {
  const { keeper, protection, locker, trouble } = attendants;
  const { guarded, running, cancel } = createBorder(holder, locker, trouble);
  const os = implement(archiveContract).use(({ next, path }) => guarded(path, async () => next()));
  const { files, events } = holder.surroundings;
  const state = () => archiveState(holder, attendants, () => keeper.list());
  const beforeImport: BackUp = async (report, signal) => {
    // Nothing can be lost of an archive that is as it was made.
    if (isUntouched(holder.session().sqlite)) return;
    await keeper.ensure('beforeImport', { report, signal });
  };
  return {
    ...attendants,
    os,
    holder,
    files,
    events,
    running,
    cancel,
    state,
    beforeImport,
    session: () => holder.session(),
    sourceOf: ({ source, password }) => ({
      path: backupPath(holder.surroundings, source),
      secret: password,
      attempt: protection.tryAtBackup,
    }),
    async announcing(work) {
      const result = await work();
      announce(events, ['archive']);
      return result;
    },
    unlocked() {
      locker.active();
      announce(events, [...topics]);
      return state();
    },
  };
}
