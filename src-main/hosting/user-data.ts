import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the program keeps what belongs to this user on this computer: the folder that Electron calls `userData`,
 * worked out without Electron, so that both hosts find the same archive.
 */
export function userDataFolder(): string {
  return join(applicationData(), 'Kedang');
}

function applicationData(): string {
  const home = homedir();
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}

/** What the shell remembers, and the archive folder where nobody chose another, inside `userDataFolder()`. */
export const memoryPath = (userData: string): string => join(userData, 'shell.json');
export const usualArchiveFolder = (userData: string): string => join(userData, 'archive');
