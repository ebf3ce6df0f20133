import { z } from 'zod';

/**
 * A file the user chose. The page never handles paths: the host keeps the path under a random token, which the
 * archive resolves. In Electron the native dialog gives it; in the browser, and for dropped files, an upload does.
 */
export const fileRefSchema = z.object({
  token: z.string().min(1).max(100),
  name: z.string().max(500),
  sizeBytes: z.number().int(),
});
export type FileRef = z.infer<typeof fileRefSchema>;

/** A place to write a file to. `download` is the address to fetch it from when the host cannot write to the user's disk. */
export const targetRefSchema = z.object({
  token: z.string().min(1).max(100),
  name: z.string(),
  download: z.string().nullable(),
});
export type TargetRef = z.infer<typeof targetRefSchema>;

/** A folder the user chose to write to. */
export const folderRefSchema = z.object({ token: z.string().min(1).max(100), path: z.string() });
export type FolderRef = z.infer<typeof folderRefSchema>;

export const tokenSchema = z.string().min(1).max(100);
