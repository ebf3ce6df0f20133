import { topics } from '../../../src-shared/changes.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { createBackup } from '../backups/create.ts';
import { backUpKept, listKept } from '../backups/kept-archives.ts';
import { restoreBackup } from '../backups/restore.ts';
import { announce } from '../events.ts';
import type { Wires } from './wires.ts';

export const backupsRoutes = ({
  os,
  holder,
  session,
  running,
  sourceOf,
  files,
  events,
  keeper,
  inspections,
  protection,
  locker,
}: Wires) => ({
  state: os.backups.state.handler(() => keeper.state()),
  list: os.backups.list.handler(() => keeper.list()),
  create: os.backups.create.handler(({ input, signal }) =>
    running(signal, (report, aborted) => {
      const options = { reason: 'manual', report, signal: aborted } as const;
      return input.target === undefined
        ? keeper.make(options)
        : createBackup(session(), { ...options, targetPath: files.writePath(input.target) });
    }),
  ),
  choosePlace: os.backups.choosePlace.handler(async ({ input }) => {
    await keeper.choosePlace(files.writePath(input.token));
    return keeper.state();
  }),
  forgetPlace: os.backups.forgetPlace.handler(async () => {
    await keeper.forgetPlace();
    return keeper.state();
  }),
  copyNow: os.backups.copyNow.handler(async () => {
    await keeper.copyNow();
    return keeper.state();
  }),
  putOff: os.backups.putOff.handler(({ input }) => keeper.putOff(input.reminder)),
  removeDamaged: os.backups.removeDamaged.handler(({ input }) => keeper.removeDamaged(input)),
  removeOpen: os.backups.removeOpen.handler(({ input, signal }) =>
    running(signal, (report, aborted) => {
      if (protection.state().passwordSetAt === null) throw new FailureError({ code: 'passwordNotSet' });
      return keeper.removeOpen(input.sha256, report, aborted);
    }),
  ),
  giveAway: os.backups.giveAway.handler(({ input, signal }) =>
    running(signal, async (report, aborted) =>
      createBackup(session(), {
        reason: 'manual',
        report,
        signal: aborted,
        targetPath: files.writePath(input.target),
        ownKey: await protection.ownKey(input.password),
      }),
    ),
  ),
  inspect: os.backups.inspect.handler(({ input, signal }) =>
    running(signal, (report, aborted) => inspections.inspect(sourceOf(input), report, aborted), {
      locked: true,
    }),
  ),
  differences: os.backups.differences.handler(({ input }) => inspections.differences(input)),
  customers: os.backups.customers.handler(({ input }) => inspections.customers(input)),
  bringBack: os.backups.bringBack.handler(({ input, signal }) =>
    running(signal, (report, aborted) => inspections.bringBack(input, keeper.beforeBulk, report, aborted)),
  ),
  closeInspection: os.backups.closeInspection.handler(({ input }) => inspections.close(input.inspectionId)),
  restore: os.backups.restore.handler(({ input, signal }) =>
    running(
      signal,
      async (report, aborted) => {
        const result = await protection.alone(() => restoreBackup(holder, sourceOf(input), report, aborted));
        locker.active();
        announce(events, [...topics]);
        keeper.copyInBackground();
        return result;
      },
      { locked: true },
    ),
  ),
  kept: os.backups.kept.handler(() => listKept(session())),
  backUpKept: os.backups.backUpKept.handler(({ input, signal }) =>
    running(signal, async (report, aborted) => {
      const backup = await backUpKept(session(), input, report, aborted);
      announce(events, ['backups']);
      return backup;
    }),
  ),
});
