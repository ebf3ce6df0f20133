import { expect, test } from 'vitest';
import { archivedRows } from '../../support/rows.ts';
import { archiveOf, keptCopy, lookInto } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';
import { known, states } from './work/import.ts';

test(
  `killed ${kills} times while an import is read, planned, written and undone, it is there as a whole or not at all`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(0, (client) => client.customers.create({ draft: { name: known } }));
    const copy = keptCopy(folder);
    const before = await lookInto(folder, ({ sqlite }) => archivedRows(sqlite));
    await killAgainAndAgain({
      work: 'import',
      folder,
      // The journal grows with every import, and looking takes longer with it.
      prepare: (kill) => (kill % 20 === 0 ? (copy.putBack(), states.before) : undefined),
      look: () =>
        lookInto(folder, async ({ sqlite }, client) => {
          const { total } = await client.customers.list({ filter: {} });
          const { total: owned } = await client.customers.list({ filter: { owner: ['老陈'] } });
          const { total: found } = await client.customers.list({ filter: { text: '王伟' } });
          const batches = (await client.imports.list({})).batches.filter(({ inEffect }) => inEffect);
          const state = `${total} ${owned} ${batches.length}`;
          expect(found).toBe(owned);
          if (state === states.before) expect(archivedRows(sqlite)).toEqual(before);
          return state;
        }),
    });
  },
);
