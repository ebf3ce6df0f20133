import { topics } from '../../../src-shared/changes.ts';
import { createArchive } from '../create.ts';
import { diagnose } from '../diagnostics.ts';
import { announce } from '../events.ts';
import { keepLeft, removeLeft } from '../moving/left-behind.ts';
import { moveArchive } from '../moving/move.ts';
import { previewMove } from '../moving/target.ts';
import { salvageArchive } from '../salvage/salvage.ts';
import { setAside } from '../salvage/set-aside.ts';
import type { Wires } from './wires.ts';

export const archiveRoutes = ({
  os,
  holder,
  session,
  state,
  running,
  announcing,
  files,
  events,
  keeper,
}: Wires) => ({
  state: os.archive.state.handler(state),
  create: os.archive.create.handler(({ input, signal }) =>
    running(signal, async (report, aborted) => {
      await createArchive(holder, input, report, aborted);
      announce(events, [...topics]);
      return state();
    }),
  ),
  salvage: os.archive.salvage.handler(({ signal }) =>
    running(signal, async (report, aborted) => {
      const result = await salvageArchive(holder, report, aborted);
      announce(events, [...topics]);
      return result;
    }),
  ),
  diagnostics: os.archive.diagnostics.handler(async () => diagnose(holder, await keeper.list())),
  previewMove: os.archive.previewMove.handler(({ input }) =>
    previewMove(session(), files.writePath(input.token)),
  ),
  move: os.archive.move.handler(({ input, signal }) =>
    running(signal, (report, aborted) =>
      moveArchive(holder, keeper, { chosen: files.writePath(input.token), report, signal: aborted }),
    ),
  ),
  leftBehind: os.archive.leftBehind.handler(({ input }) =>
    announcing(async () => (input.decision === 'remove' ? removeLeft(session()) : keepLeft(session()))),
  ),
  setAside: os.archive.setAside.handler(({ input, signal }) =>
    running(signal, (report, aborted) => setAside(holder, files.writePath(input.token), report, aborted)),
  ),
  reopen: os.archive.reopen.handler(async () => {
    await holder.open();
    announce(events, [...topics]);
    return state();
  }),
});
