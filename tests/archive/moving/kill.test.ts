import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MoveStep } from '../../../src-main/archive/moving/move.ts';
import { homeOf } from '../../../src-main/archive/moving/notes.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { finish, openTestArchive, openTestFolder, temporaryFolder } from '../../support/open-test-archive.ts';
import { killChild, lineOf, runChild } from '../../support/run-child.ts';
import { archivedRows } from '../../support/rows.ts';
import { isSoak, tellSoak } from '../../support/soak.ts';

const child = new URL('./children/move-until.ts', import.meta.url);

/** Where the archive has to be after a kill at each step. */
const where = {
  begun: 'old',
  carried: 'old',
  copied: 'old',
  closed: 'old',
  complete: 'old',
  noted: 'old',
  retired: 'new',
  settled: 'new',
} as const satisfies Record<MoveStep, 'old' | 'new'>;

/** Kills at random moments besides the named steps. */
const kills = isSoak ? 200 : 3;
const whole = 1_200;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test(
  'killed at any step of a move, exactly one of the two folders holds an archive that opens, with everything in it',
  { timeout: 300_000 + kills * 20_000 },
  async () => {
    const { client, archive, folder: original, session } = await openTestArchive();
    await writeSampleData(session, undefined, undefined, 20);
    await finish(client.backups.create({}));
    const rows = archivedRows(session.sqlite);
    await archive.close();

    const root = temporaryFolder('搬家');
    const plans: { step: MoveStep | null }[] = [
      ...(Object.keys(where) as MoveStep[]).map((step) => ({ step })),
      ...Array.from({ length: kills }, () => ({ step: null })),
    ];
    const found = { old: 0, new: 0 };
    for (const [index, { step }] of plans.entries()) {
      const said = step ?? `a random moment, ${index}`;
      rmSync(root, { recursive: true, force: true });
      const folder = join(root, '旧的');
      const to = join(root, '新的');
      mkdirSync(to, { recursive: true });
      cpSync(original, folder, { recursive: true });

      const running = runChild(child, [folder, to, step ?? 'never']);
      await lineOf(running, step === null ? 'ready' : `reached ${step}`);
      if (step === null) await pause(Math.random() * whole);
      await killChild(running);

      const home = homeOf(folder);
      if (step !== null) expect(home, said).toBe(where[step] === 'old' ? folder : to);
      const other = home === to ? folder : to;
      const opened = await openTestFolder(home);
      const now = opened.archive.holder.state();
      if (now.state !== 'open') throw new Error(`after ${said} it is ${JSON.stringify(now)}`);
      expect(archivedRows(now.session.sqlite), said).toEqual(rows);
      expectAgreement(now.session);
      expect((await opened.client.backups.list()).map(({ verified }) => verified)).toEqual([true]);
      await opened.client.customers.create({ draft: { name: '接着工作' } });
      await opened.archive.close();
      expect(readdirSync(home)).toEqual(expect.arrayContaining(['kedang.db', 'kedang.keys', '备份']));
      expect(existsSync(join(home, 'kedang-arriving')), said).toBe(false);

      // The other folder holds no archive, whoever opens it; a move that was broken off can be begun again.
      const elsewhere = await openTestFolder(other);
      const { state } = await elsewhere.client.archive.state();
      expect(state, said).toBe(other === to ? 'none' : 'problem');
      await elsewhere.archive.close();
      found[home === to ? 'new' : 'old'] += 1;
      if (home === folder) {
        const again = await openTestFolder(folder);
        expect(await finish(again.client.archive.move({ token: to }))).toEqual({ to });
        await again.archive.close();
      }
    }
    expect(found.old + found.new).toBe(plans.length);
    tellSoak(
      `move: killed ${plans.length} times, whole in the old folder ${found.old}, in the new ${found.new}`,
    );
  },
);
