import { useQuery } from '@tanstack/react-query';
import type { Backup } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';

/** A backup with the places in which it lies. */
export type OpenBackup = Backup & { readonly places: readonly Backup['place'][] };

/** Backups of this archive that open without a password, newest first; undefined while it is not known. */
export const useOpenBackups = (): readonly OpenBackup[] | undefined => {
  const { archive } = useApi();
  const { data } = useQuery(archive.backups.list.queryOptions());
  if (data === undefined) return undefined;
  const found = new Map<string, OpenBackup>();
  for (const backup of data) {
    if (backup.hasPassword || backup.foreign) continue;
    const { places } = found.get(backup.sha256) ?? { places: [] };
    found.set(backup.sha256, { ...backup, places: [...places, backup.place] });
  }
  return [...found.values()];
};
