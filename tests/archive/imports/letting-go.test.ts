import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { heldPlan, heldReading } from '../../../src-main/archive/imports/held-imports.ts';
import { finish } from '../../support/drive.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';

test('what a large import held in memory is given back when it is discarded', async () => {
  const { client, session, folder } = await openTestArchive();
  const path = join(folder, '大表.csv');
  const rows = Array.from({ length: 10_000 }, (_, index) => `客户${index},138${String(10_000_000 + index)}`);
  writeFileSync(path, `客户名称,手机\n${rows.join('\n')}\n`);
  const { readingId } = await finish(client.imports.read({ token: path }));
  const { header, kind, columns: guessed } = await client.imports.understand({ readingId, sheet: 0 });
  const columns = guessed.map(({ index, target }) => ({ index, target }));
  const { planId } = await finish(
    client.imports.plan({ sheets: [{ readingId, sheet: 0, header, kind, columns }] }),
  );
  const reading = new WeakRef(heldReading(session, readingId));
  const plan = new WeakRef(heldPlan(session, planId));
  await client.imports.discard({ readingId });
  // Only whether they are there: what an assertion has seen it keeps.
  await expect
    .poll(() => reading.deref() !== undefined || plan.deref() !== undefined, { timeout: 10_000 })
    .toBe(false);
});
