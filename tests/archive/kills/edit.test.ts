import { expect, test } from 'vitest';
import { archiveOf, lookInto } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';

test(
  `killed ${kills} times while editing, changing many, undoing and redoing, nothing acknowledged is lost, nothing half done`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(61);
    await killAgainAndAgain({
      work: 'edit',
      folder,
      look: () =>
        lookInto(folder, ({ sqlite }) => {
          const notes = sqlite.prepare('select notes from customers where id = 1').pluck().get();
          const owners = sqlite.prepare('select distinct owner from customers where id > 1').pluck().all();
          const trashed = sqlite.prepare('select count(trashedAt) from customers').pluck().get();
          expect(owners).toHaveLength(1);
          return [notes, owners[0], trashed].join(' ');
        }),
    });
  },
);
