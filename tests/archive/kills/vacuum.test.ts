import { test } from 'vitest';
import { archiveOf, lookInto } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';

test(
  `killed ${kills} times while SQLite writes the file anew, it is whole and holds every change that was acknowledged`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(150);
    await killAgainAndAgain({
      work: 'vacuum',
      folder,
      look: () =>
        lookInto(folder, ({ sqlite }) =>
          String(sqlite.prepare('select notes from customers where id = 1').pluck().get()),
        ),
    });
  },
);
