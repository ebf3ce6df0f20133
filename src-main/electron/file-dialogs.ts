import { basename, extname, join } from 'node:path';
import { stat } from 'node:fs/promises';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { FileRef, FolderRef, TargetRef } from '../../src-shared/files.ts';
import type { FolderPurpose } from '../../src-shared/host.ts';
import { safeFileName } from '../hosting/file-name.ts';
import { type Grant, newToken } from '../hosting/grants.ts';
import type { Words } from './words.ts';

type GrantPath = (grant: Grant) => Promise<void>;

const sheetExtensions = [
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'et',
  'ods',
  'csv',
  'tsv',
  'txt',
  'xml',
  'htm',
  'html',
];
const backupExtensions = ['kedang'];

/** So many files are brought in together. */
const mostFiles = 50;

/** Asks for files to read and grants them: several to import, one to restore; none when the dialog was closed. */
export async function pickFiles(
  window: BrowserWindow,
  purpose: 'import' | 'restore',
  words: Words,
  grant: GrantPath,
): Promise<FileRef[]> {
  const wanted =
    purpose === 'import'
      ? { name: words.sheets, extensions: sheetExtensions }
      : { name: words.backups, extensions: backupExtensions };
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: purpose === 'import' ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: [wanted, everything(words)],
  });
  const files: FileRef[] = [];
  for (const path of filePaths.slice(0, mostFiles)) {
    const { size } = await stat(path);
    const token = newToken();
    await grant({ token, path, access: 'read' });
    files.push({ token, name: basename(path), sizeBytes: size });
  }
  return files;
}

/** Asks where to write a file of the suggested name and grants it; null when the dialog was closed. */
export async function pickTarget(
  window: BrowserWindow,
  options: { readonly name: string; readonly folder: string },
  words: Words,
  grant: GrantPath,
): Promise<TargetRef | null> {
  const name = safeFileName(options.name);
  const extension = extname(name).slice(1);
  const own = extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(options.folder, name),
    filters: [...own, everything(words)],
  });
  if (!filePath) return null;
  const token = newToken();
  await grant({ token, path: filePath, access: 'write' });
  return { token, name: basename(filePath), download: null };
}

/** Asks for a folder; null when the dialog was closed. */
export async function pickFolder(
  window: BrowserWindow,
  words: Words,
  current: string,
): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.chooseFolder,
    defaultPath: current,
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
}

/** Asks for a folder and grants writing there; null when the dialog was closed. */
export async function pickPlace(
  window: BrowserWindow,
  purpose: FolderPurpose,
  words: Words,
  grant: GrantPath,
): Promise<FolderRef | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.folderFor[purpose],
    properties: ['openDirectory', 'createDirectory'],
  });
  const path = filePaths[0];
  if (path === undefined) return null;
  const token = newToken();
  await grant({ token, path, access: 'write' });
  return { token, path };
}

const everything = (words: Words): FileFilter => ({ name: words.allFiles, extensions: ['*'] });
