import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeHeader } from '../../../src-main/archive/backups/format.ts';
import { currentSchema, migrate, migrations } from '../../../src-main/archive/database/migrate.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { finish, openTestFolder, temporaryFolder } from '../../support/open-test-archive.ts';

/** A backup as the program of an older schema made it, of one customer and without an archive id. */
const backupOfSchema = (schema: number): string => {
  const folder = temporaryFolder('旧电脑');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'old.db');
  const sqlite = openDatabase(path, { mustExist: false, key: null });
  migrate(sqlite, migrations.slice(0, schema));
  sqlite.exec(`
    insert into changes (id, at, actor, action, kind, rows) values
      (1, '2024-05-01T02:00:00.000Z', '', '{"type":"createCustomer","name":"杭州八骏科技有限公司"}', 'do', 1);
    insert into openChange (id) values (1);
    insert into customers (code, name, kind, createdAt, updatedAt, nameSort) values
      ('KH-0001', '杭州八骏科技有限公司', 'company', '2024-05-01T02:00:00.000Z', '2024-05-01T02:00:00.000Z', 'hang');
    delete from openChange;`);
  const image = join(folder, 'image.db');
  sqlite.prepare('vacuum into ?').run(image);
  sqlite.close();
  const bytes = readFileSync(image);
  const header = encodeHeader({
    number: 3,
    madeAt: '2024-05-01T02:05:00.000Z',
    reason: 'manual',
    appVersion: '0.1.0',
    schema,
    counts: { customers: 1, contacts: 0, contactMethods: 0, tags: 0, trashed: 0, changes: 1 },
    keys: null,
    lastChange: { id: 1, at: '2024-05-01T02:00:00.000Z' },
    imageBytes: bytes.length,
    imageSha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const target = join(folder, `备份 ${schema}.kedang`);
  writeFileSync(target, Buffer.concat([header, bytes]));
  return target;
};

test.each(Array.from({ length: currentSchema }, (_, index) => index + 1))(
  'a backup of schema %i comes back on an empty machine, and gives single customers back',
  async (schema) => {
    const token = backupOfSchema(schema);
    const { client, archive } = await openTestFolder(temporaryFolder('新电脑'));
    const { needsMigration, now, inspectionId } = await finish(client.backups.inspect({ source: { token } }));
    expect([needsMigration, now]).toEqual([schema < currentSchema, null]);
    await client.backups.closeInspection({ inspectionId });
    const { counts, safetyBackup } = await finish(client.backups.restore({ source: { token } }));
    expect([counts.customers, safetyBackup]).toEqual([1, null]);
    const { rows } = await client.customers.list({ filter: {} });
    expect(rows.map(({ name }) => name)).toEqual(['杭州八骏科技有限公司']);

    const id = rows[0]?.id ?? 0;
    await finish(client.customers.bulk({ selection: { ids: [id] }, action: { type: 'trash' } }));
    const inspection = await finish(client.backups.inspect({ source: { token } }));
    expect(inspection.differences).toEqual({ back: 1, gone: 0, changed: 0 });
    await finish(
      client.backups.bringBack({ inspectionId: inspection.inspectionId, ids: [id], mode: 'fillGaps' }),
    );
    expect((await client.customers.list({ filter: {} })).total).toBe(1);
    expectAgreement(archive.holder.session());
    // What is made from now on goes on counting after the backup that everything came from.
    expect(archive.holder.surroundings.backupMemory.now().lastNumber).toBeGreaterThanOrEqual(3);
  },
);
