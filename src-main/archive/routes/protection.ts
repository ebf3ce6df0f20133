import { FailureError } from '../../../src-shared/failures.ts';
import type { Wires } from './wires.ts';

export const protectionRoutes = ({
  os,
  state,
  running,
  announcing,
  unlocked,
  files,
  protection,
  locker,
}: Wires) => ({
  state: os.protection.state.handler(() => protection.state()),
  setPassword: os.protection.setPassword.handler(({ input }) =>
    announcing(() => protection.setPassword(input.password)),
  ),
  changePassword: os.protection.changePassword.handler(({ input }) =>
    announcing(() => protection.changePassword(input.current, input.password)),
  ),
  removePassword: os.protection.removePassword.handler(({ input }) =>
    announcing(() => protection.removePassword(input.current)),
  ),
  newRecoveryKey: os.protection.newRecoveryKey.handler(({ input }) =>
    protection.newRecoveryKey(input.password),
  ),
  saveRecoveryKey: os.protection.saveRecoveryKey.handler(({ input }) =>
    protection.saveRecoveryKey(files.writePath(input.target), input.text),
  ),
  confirmRecoveryKey: os.protection.confirmRecoveryKey.handler(({ input }) =>
    announcing(async () => protection.confirmRecoveryKey(input.typed)),
  ),
  unlock: os.protection.unlock.handler(async ({ input }) => {
    // In another window it may be open again already.
    await locker.settled();
    if (locker.refuses()) await protection.unlock(input.password);
    return unlocked();
  }),
  unlockWithRecoveryKey: os.protection.unlockWithRecoveryKey.handler(async ({ input }) => {
    await locker.settled();
    await protection.unlockWithRecoveryKey(input.recoveryKey, input.password);
    return unlocked();
  }),
  lock: os.protection.lock.handler(async () => {
    if (!locker.refuses() && protection.state().passwordSetAt === null)
      throw new FailureError({ code: 'passwordNotSet' });
    await locker.lock();
    return state();
  }),
  active: os.protection.active.handler(() => locker.active()),
  changeDataKey: os.protection.changeDataKey.handler(({ input, signal }) =>
    running(signal, (report, aborted) =>
      announcing(() => protection.changeDataKey(input.current, report, aborted)),
    ),
  ),
});
