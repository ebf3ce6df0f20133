import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { failureSchema } from './failures.ts';
import { fileRefSchema, folderRefSchema, targetRefSchema, tokenSchema } from './files.ts';

/** What a folder is chosen for: copies of backups, an archive that moves, a copy of a damaged archive. */
export const folderPurposes = ['secondPlace', 'move', 'setAside'] as const;
export type FolderPurpose = (typeof folderPurposes)[number];

export const hostCommands = [
  'new',
  'find',
  'import',
  'export',
  'backup',
  'undo',
  'redo',
  'settings',
  'keys',
  'about',
] as const;
export type HostCommand = (typeof hostCommands)[number];

const operation = oc.errors({ FAILURE: { status: 422, data: failureSchema } });

/** What only the host can do. Electron answers with native dialogs, the browser host with uploads and downloads. */
export const hostContract = {
  info: operation.output(
    z.object({
      kind: z.enum(['electron', 'browser']),
      appVersion: z.string(),
      /** `process.platform` of the host. */
      platform: z.string(),
      /** BCP 47 tag of the system language. */
      locale: z.string(),
      versions: z.record(z.string(), z.string()),
      folder: z.string(),
    }),
  ),
  /**
   * Native dialog: several files to import, or one to restore; none when it was closed. The browser host answers
   * none: there the page asks and uploads.
   */
  pickFiles: operation
    .input(z.object({ purpose: z.enum(['import', 'restore']) }))
    .output(z.array(fileRefSchema).max(50)),
  /** Deletes the copy of a file that the page handed over, once it is not read again; a file that was chosen in place stays. */
  releaseFile: operation.input(z.object({ token: tokenSchema })).output(z.void()),
  /** Where to write a file; null when the dialog was closed. */
  pickTarget: operation
    .input(z.object({ purpose: z.enum(['export', 'backup']), name: z.string().min(1).max(200) }))
    .output(targetRefSchema.nullable()),
  /** Native dialog for a folder to write to; null when it was closed, and always in the browser host. */
  pickFolder: operation
    .input(z.object({ purpose: z.enum(folderPurposes) }))
    .output(folderRefSchema.nullable()),
  /** Sticks and other disks to choose from where there is no native dialog; empty where there is one. */
  drives: operation.output(z.array(z.object({ path: z.string(), name: z.string() }))),
  /**
   * A folder by the path that the user typed, where there is no native dialog. Where there is one this is refused:
   * a page must not name folders by itself.
   */
  nameFolder: operation.input(z.object({ path: z.string().min(1).max(1_000) })).output(folderRefSchema),
  /** Shows a written file, the archive folder, or one of the two places of backups in the system's file manager. */
  reveal: operation
    .input(
      z.union([
        z.object({ token: tokenSchema }),
        z.object({ folder: z.enum(['archive', 'backups', 'secondPlace']) }),
      ]),
    )
    .output(z.void()),
  /**
   * Another archive folder: one that was chosen already, or through a dialog. True when the program is starting again with
   * it; without a folder always false in the browser host.
   */
  changeFolder: operation.input(z.object({ token: tokenSchema.optional() })).output(z.boolean()),
  /** Opens the folder that the archive was moved to; false when it is still where it was. */
  followMove: operation.output(z.boolean()),
  openWindow: operation.output(z.void()),
  /** Opens a tel: or mailto: or https: address with the system's program. */
  openExternal: operation.input(z.object({ url: z.string().max(2_000) })).output(z.void()),
  quit: operation.output(z.void()),
  /** Menu commands from the native menu, by the name of the key that does the same. */
  commands: operation.output(eventIterator(z.enum(hostCommands))),
};
