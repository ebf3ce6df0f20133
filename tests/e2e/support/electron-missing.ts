import { electronBinary } from '../../../scripts/electron-binary.ts';

/** Set by the global setup for all workers: looking for Electron can mean an attempt to download it. */
const variable = 'KEDANG_ELECTRON_MISSING';

/** Why Electron cannot be started here; null when it can. */
export const electronMissing = (): string | null => process.env[variable] ?? null;

/** Looks for Electron and a display, and remembers for all workers what is missing. */
export function lookForElectron(): void {
  const reason = whyNot();
  if (reason !== null) process.env[variable] = reason;
}

function whyNot(): string | null {
  if (process.platform === 'linux' && !process.env['DISPLAY']) return 'there is no display and no Xvfb';
  try {
    electronBinary();
    return null;
  } catch {
    return 'the Electron binary is missing and cannot be downloaded';
  }
}
