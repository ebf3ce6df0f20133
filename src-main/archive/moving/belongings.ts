import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { partialPattern } from '../atomic-file.ts';
import { belongingOf } from '../own-files.ts';

/** A file that goes where the archive goes. */
export interface BelongingFile {
  /** Relative to the archive folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** Changes when the file does. */
  readonly modified: number;
}

/** Everything that goes with the archive but its database, as it is now. What else lies in the folder is not ours. */
export const belongings = (folder: string): BelongingFile[] =>
  readdirSync(folder)
    .filter((name) => belongingOf(name) === 'belongs')
    .flatMap((name) => filesOf(folder, name));

/** A file, or whatever lies in a folder, such as that of the backups, but for what is not finished. */
const filesOf = (folder: string, name: string): BelongingFile[] => {
  const status = statSync(join(folder, name), { throwIfNoEntry: false });
  if (status?.isFile()) return [{ name, bytes: status.size, modified: status.mtimeMs }];
  if (!status?.isDirectory()) return [];
  return readdirSync(join(folder, name))
    .filter((inside) => !partialPattern.test(inside))
    .flatMap((inside) => filesOf(folder, `${name}/${inside}`));
};
