import { createRouterClient } from '@orpc/server';
import { closeSync, fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openArchive } from '../../../../src-main/archive/archive.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';
import { finish } from '../../../support/drive.ts';
import { importFile } from '../../../support/import-file.ts';

/**
 * Works on an archive for a while: edits, tags, bulk changes, an import, undo, redo, backups, closing. Whatever was
 * acknowledged is written as a line to `acknowledged` in the folder: `change N` or `backup NAME`. With `normal` as second
 * argument the connection does what SQLite's package does by default.
 */
async function work(folder: string, synchronous: string | undefined): Promise<void> {
  const archive = await openArchive({
    folder,
    appVersion: '0.0.0-test',
    log: silentLog,
    files: { readPath: (token) => token, writePath: (token) => token },
  });
  const client = createRouterClient(archive.router);
  await finish(client.archive.create({}));
  const { sqlite } = archive.holder.session().writer;
  // Small logs, so that a short run has many checkpoints.
  sqlite.pragma('wal_autocheckpoint = 60');
  if (synchronous === 'normal') sqlite.pragma('synchronous = NORMAL');

  const acknowledged = openSync(join(folder, 'acknowledged'), 'a');
  const say = (line: string): void => void writeSync(acknowledged, `${line}\n`);
  const changed = ({ changeId }: { changeId: number }): void => say(`change ${changeId}`);

  const { tag } = await client.tags.create({ name: '重点关注', colour: 1, group: '' });
  const ids: number[] = [];
  for (let round = 1; round <= 8; round += 1) {
    const made = await client.customers.create({
      draft: {
        name: `杭州第${round}号五金有限公司`,
        notes: '对账。'.repeat(200 * round),
        contacts: [{ name: '张三', methods: [{ type: 'mobile', value: `1381234${1_000 + round}` }] }],
        tagIds: [tag.id],
      },
    });
    changed(made);
    const { id, version } = made.customer;
    ids.push(id);
    changed(
      await client.customers.update({
        id,
        baseVersion: version,
        patch: { owner: '李娜', notes: `第 ${round} 次` },
      }),
    );
    changed(
      await finish(
        client.customers.bulk({
          selection: { ids },
          action: { type: 'set', field: 'owner', value: `王${round}` },
        }),
      ),
    );
    if (round % 3 === 0) changed(await finish(client.changes.undo({})));
    if (round === 4) {
      const sheet = join(folder, '台账.csv');
      writeFileSync(
        sheet,
        `名称,手机\n${Array.from({ length: 60 }, (_, row) => `宁波${row}号建材有限公司,139${10_000_000 + row}`).join('\n')}\n`,
      );
      changed(await importFile(client, sheet));
      changed(await finish(client.changes.undo({})));
      changed(await finish(client.changes.redo({})));
    }
    if (round % 4 === 0) say(`backup ${relative(folder, (await finish(client.backups.create({}))).path)}`);
  }
  changed(
    await finish(client.customers.bulk({ selection: { ids: ids.slice(0, 2) }, action: { type: 'trash' } })),
  );
  await archive.close();
  fsyncSync(acknowledged);
  closeSync(acknowledged);
}

const [, , folder, synchronous] = process.argv;
if (folder) await work(folder, synchronous);
