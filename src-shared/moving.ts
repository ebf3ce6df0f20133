import { z } from 'zod';
import { archivePlaceSchema } from './archive-state.ts';
import { failureSchema } from './failures.ts';

/** What moving the archive to a folder that the user chose would come to. */
export const movePreviewSchema = z.object({
  from: z.string(),
  /** The folder that the archive would lie in: the chosen one when it is empty, else one of its own inside it. */
  to: z.string(),
  /** What is copied: the archive, its keys and its backups. */
  bytes: z.number().int(),
  backups: z.number().int(),
  /** What has to be free there, and what is; null where it cannot be told. */
  neededBytes: z.number().int(),
  freeBytes: z.number().int().nullable(),
  /** Null for an ordinary folder of this computer. */
  place: archivePlaceSchema.nullable(),
  /** Why it cannot be moved there; null when it can. */
  obstacle: failureSchema.nullable(),
});
export type MovePreview = z.infer<typeof movePreviewSchema>;

/** Where the archive is from now on; the host opens it there. */
export const movedSchema = z.object({ to: z.string() });

/** A copy of a damaged archive that was put somewhere safe. */
export const setAsideSchema = z.object({
  folder: z.string(),
  /** Names of the files in it. */
  files: z.array(z.string()),
  bytes: z.number().int(),
});
export type SetAside = z.infer<typeof setAsideSchema>;
