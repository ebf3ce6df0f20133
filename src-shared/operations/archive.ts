import { z } from 'zod';
import { archiveStateSchema } from '../archive-state.ts';
import { tokenSchema } from '../files.ts';
import { movePreviewSchema, movedSchema, setAsideSchema } from '../moving.ts';
import { progressThen } from '../progress.ts';
import { salvageReportSchema } from '../salvage.ts';
import { operation } from './operation.ts';

export const archiveOperations = {
  state: operation.output(archiveStateSchema),
  /** Makes a new archive in the empty folder. `sample` fills it with made-up customers to look around. */
  create: operation
    .input(z.object({ businessName: z.string().max(100).default(''), sample: z.boolean().default(false) }))
    .output(progressThen(archiveStateSchema)),
  /**
   * Makes a new archive of what can still be read in a damaged one, and puts it in its place; the damaged file is
   * kept. For when there is no good backup.
   */
  salvage: operation.output(progressThen(salvageReportSchema)),
  /** What somebody who helps needs to know of this installation; nothing of customers, no names, no paths. */
  diagnostics: operation.output(z.string()),
  /** What moving the archive to a folder would come to; nothing is changed. */
  previewMove: operation.input(z.object({ token: tokenSchema })).output(movePreviewSchema),
  /**
   * Moves the archive with its keys and backups to the folder of a preview, checked; cancelling leaves everything where it was.
   * Afterwards `host.followMove` opens it there.
   */
  move: operation.input(z.object({ token: tokenSchema })).output(progressThen(movedSchema)),
  /** Deletes what an archive that was moved left in its folder of before, or keeps it and speaks of it no more. */
  leftBehind: operation.input(z.object({ decision: z.enum(['remove', 'keep']) })).output(z.void()),
  /** Copies a damaged archive with its keys into a new folder inside the chosen one, and checks the copy byte by byte. */
  setAside: operation.input(z.object({ token: tokenSchema })).output(progressThen(setAsideSchema)),
  /** Tries again to open a folder that had a problem. */
  reopen: operation.output(archiveStateSchema),
};
