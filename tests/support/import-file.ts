import type { z } from 'zod';
import type { PlanCounts, sheetPlanSchema } from '../../src-shared/import-plan.ts';
import type { ImportResult } from '../../src-shared/imports.ts';
import { finish } from './drive.ts';
import type { ArchiveClient } from './open-test-archive.ts';

/** Plans the import of a file as it is understood, without touching a guess. `token` is its path. */
export async function planFile(
  client: ArchiveClient,
  token: string,
  changed: Partial<z.input<typeof sheetPlanSchema>> = {},
): Promise<{ readingId: string; planId: string; counts: PlanCounts }> {
  const { readingId, suggestedSheet } = await finish(client.imports.read({ token }));
  const sheet = changed.sheet ?? suggestedSheet;
  const { header, columns: guesses, kind } = await client.imports.understand({ readingId, sheet });
  const columns = guesses.map(({ index, target }) => ({ index, target }));
  const { planId, counts } = await finish(
    client.imports.plan({ sheets: [{ readingId, sheet, header, kind, columns, ...changed }] }),
  );
  return { readingId, planId, counts };
}

/** Imports a file as it is understood. */
export async function importFile(client: ArchiveClient, token: string): Promise<ImportResult> {
  const { planId } = await planFile(client, token);
  return finish(client.imports.commit({ planId }));
}
