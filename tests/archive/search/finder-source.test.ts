import { expect, it } from 'vitest';
import { finderCustomers } from '../../../src-main/archive/search/finder-source.ts';
import { draft, finish, openTestArchive } from '../../support/open-test-archive.ts';

it('reads what the finder needs of every customer outside the trash, batch by batch', async () => {
  const { client, session } = await openTestArchive();
  const { customer } = await client.customers.create({
    draft: draft({
      name: '杭州八骏科技有限公司',
      code: 'KH-7',
      shortName: '八骏',
      aliases: ['骏业商行'],
      notes: '老客户',
      methods: [{ type: 'phone', value: '0571-88123456' }],
      contacts: [
        { name: '单小丽', methods: [{ type: 'mobile', value: '13812345678' }] },
        { name: '王建国', left: true },
      ],
    }),
  });
  const { customer: gone } = await client.customers.create({
    draft: draft({ name: '红光照相馆', code: 'KH-8' }),
  });
  await finish(client.customers.bulk({ selection: { ids: [gone.id] }, action: { type: 'trash' } }));
  for (let number = 0; number < 3; number++) {
    await client.customers.create({ draft: draft({ name: `绍兴${number}号仓`, code: `SX-${number}` }) });
  }

  const batches = [...finderCustomers(session.sqlite)];
  expect(batches.flat().map(({ name }) => name)).toEqual([
    '杭州八骏科技有限公司',
    '绍兴0号仓',
    '绍兴1号仓',
    '绍兴2号仓',
  ]);
  expect(batches[0]?.[0]).toEqual({
    id: customer.id,
    code: 'KH-7',
    name: '杭州八骏科技有限公司',
    shortName: '八骏',
    aliases: ['骏业商行'],
    contacts: [{ name: '单小丽' }, { name: '王建国' }],
    methods: [
      { type: 'phone', value: '0571-88123456' },
      { type: 'mobile', value: '13812345678' },
    ],
  });
});
