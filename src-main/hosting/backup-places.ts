import { createRouterClient } from '@orpc/server';
import type { ArchiveRouter } from '../archive/router.ts';

/** Where backups lie: the folder beside the archive, and the second place. */
export type BackupPlace = 'backups' | 'secondPlace';

/** The folder of one of the two; null where the archive is not open, or has no second place. */
export async function backupPlace(router: ArchiveRouter, place: BackupPlace): Promise<string | null> {
  const client = createRouterClient(router, { context: {} });
  const { state } = await client.archive.state();
  if (state !== 'open') return null;
  const { folder, second } = await client.backups.state();
  return place === 'backups' ? folder : (second?.path ?? null);
}
