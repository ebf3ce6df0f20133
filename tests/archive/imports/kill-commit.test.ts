import { describe, expect, it } from 'vitest';
import { expectAgreement } from '../../support/agreement.ts';
import { draft, finish, openTestFolder, temporaryFolder } from '../../support/open-test-archive.ts';
import { archivedRows } from '../../support/rows.ts';
import { killChild, lineOf, runChild } from '../../support/run-child.ts';
import { temporaryFile } from '../../support/sheet-import.ts';

const child = new URL('./children/commit-until-killed.ts', import.meta.url);
const rows = 1_500;
const known = '第7号贸易有限公司';

/** Customers of which the archive knows one, with less than the sheet does. */
const sheet = (): string =>
  temporaryFile(
    '客户.csv',
    `客户名称,联系人,手机,负责人\n${Array.from(
      { length: rows },
      (_, row) => `第${row}号贸易有限公司,王伟,${13_800_000_000 + row},老陈`,
    ).join('\n')}`,
  );

describe('a commit that is killed', () => {
  it('at 1, 25, 50, 75 and 99 % leaves nothing or everything, and search agrees with the rows', async () => {
    const folder = temporaryFolder();
    const file = sheet();
    const first = await openTestFolder(folder);
    await finish(first.client.archive.create({}));
    await first.client.customers.create({ draft: draft({ name: known }) });
    const before = archivedRows(first.archive.holder.session().sqlite);
    await first.archive.close();

    const outcomes: string[] = [];
    for (const percent of [1, 25, 50, 75, 99]) {
      const process = runChild(child, [folder, file, String(percent)]);
      let said = '';
      process.stdout?.on('data', (data: Buffer) => (said += data.toString()));
      await lineOf(process, 'at');
      await killChild(process);

      const { archive, client } = await openTestFolder(folder);
      const session = archive.holder.session();
      expectAgreement(session);
      const { total } = await client.customers.list({ filter: {} });
      const { total: owned } = await client.customers.list({ filter: { owner: ['老陈'] } });
      const found = await client.customers.list({ filter: { text: '王伟' } });
      const [batch, ...others] = (await client.imports.list({})).batches;
      expect(others).toEqual([]);
      if (total === 1) {
        expect({ owned, found: found.total, batch }).toEqual({ owned: 0, found: 0, batch: undefined });
        expect(archivedRows(session.sqlite)).toEqual(before);
        // What was acknowledged is never lost.
        expect(said).not.toContain('committed');
      } else {
        expect({ total, owned, found: found.total }).toEqual({ total: rows, owned: rows, found: rows });
        expect(batch).toMatchObject({ created: rows - 1, updated: 1, inEffect: true });
      }
      outcomes.push(total === 1 ? 'nothing' : 'everything');
      await archive.close();
      if (total > 1) break;
    }
    // Else the moments were never those of a commit under way.
    expect(outcomes.slice(0, 3)).toEqual(['nothing', 'nothing', 'nothing']);
  }, 120_000);
});
