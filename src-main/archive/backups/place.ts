import { access, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, isAbsolute, resolve } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import { backupExtension } from './format.ts';

/** In the folder that a user chooses, backups get one of their own: a stick holds other things as well. */
const folderName = '客档备份';

/** Lies beside the backups; whoever finds the stick years later reads it. */
const noteName = '客档备份说明.txt';

// A byte order mark first: old editors on Windows take a text without one for another encoding.
const note = `\uFEFF这个文件夹里是“客档”的备份。每个 .kedang 文件都是一份完整的客户档案，请不要改名、删除或编辑。
换了电脑：先装好客档，在第一个界面选“从备份恢复”，再选这里最新的一个文件。

This folder holds backups made by Kedang. Each .kedang file is a whole customer archive; please do not rename, edit or
delete them. On a new computer: install Kedang, choose “Restore a backup” on its first screen, then the newest file here.
`;

/**
 * Makes a folder the second place of an archive, and answers where in it the backups go.
 *
 * @throws FailureError `placeNotConnected` when it is not there, `placeUnsuitable` when it lies in the archive's own folder;
 * what the file system says where it cannot be written to
 */
export const preparePlace = async (chosen: string, archiveFolder: string): Promise<string> => {
  const status = await stat(chosen).catch(() => null);
  if (!status?.isDirectory()) throw new FailureError({ code: 'placeNotConnected', path: chosen });
  const path = resolve(
    basename(chosen) === folderName || (await isPlace(chosen)) ? chosen : join(chosen, folderName),
  );
  if (isWithin(path, archiveFolder)) {
    throw new FailureError({ code: 'placeUnsuitable', path: chosen, archive: archiveFolder });
  }
  await mkdir(path, { recursive: true });
  await writeFile(join(path, noteName), note);
  return path;
};

/**
 * Whether the second place is there. A folder that is merely of that name is not: where a stick is pulled out, its mount
 * point or drive letter may remain, and copies in there would be no second place at all.
 */
export const isPlace = async (path: string): Promise<boolean> => {
  const noted = await access(join(path, noteName)).then(
    () => true,
    () => false,
  );
  if (noted) return true;
  const names = await readdir(path).catch(() => []);
  return names.some((name) => name.endsWith(backupExtension));
};

/** Whether both lie on one disk, which would be lost together. */
export const onSameDisk = async (a: string, b: string): Promise<boolean> => {
  const [first, second] = await Promise.all([stat(a), stat(b)].map((one) => one.catch(() => null)));
  return first != null && second != null && first.dev === second.dev;
};

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(resolve(folder), path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};
