import { appendFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, logFileName } from '../../src-main/archive/log.ts';
import { finish, openTestArchive, temporaryFolder } from '../support/open-test-archive.ts';

test('diagnostics tell of the installation, and of nobody', async () => {
  const folder = temporaryFolder('王敏的客户');
  const { client } = await openTestArchive({ folder });
  await client.customers.create({
    draft: {
      name: '杭州八骏科技有限公司',
      notes: '欠款三万',
      methods: [{ type: 'mobile', value: '13812345678' }],
    },
  });
  await finish(client.backups.create({}));
  const incident = createLog(folder).incident(new TypeError('张三 13900001111'));
  appendFileSync(
    join(folder, logFileName),
    '    at read (C:\\Users\\王敏\\AppData\\Local\\Kedang\\out\\main\\index.js:12:5)\n',
  );

  const text = await client.archive.diagnostics();
  expect(text).toMatch(/^Kedang 0\.0\.0-test, schema \d+, /u);
  expect(text).toContain('customers 1');
  expect(text).toContain('synchronous 2');
  expect(text).toMatch(/backups: 1, good 1, newest \d{4}-/u);
  expect(text).toContain(`incident ${incident}`);
  expect(text).toContain('at read (index.js:12:5)');
  expect(text).toMatch(/at .*diagnostics\.test\.ts:\d+/u);
  expect(text).not.toMatch(/八骏|欠款|张三|王敏|\d{11}/u);
  expect(text).not.toContain(folder);
  expect(text).not.toContain(homedir());
});

test('without an archive they still tell what there is', async () => {
  const { archive, client, folder } = await openTestArchive();
  await archive.holder.closeSession();
  expect(await client.archive.diagnostics()).toContain('archive: none');
  expect(folder).not.toBe('');
});
