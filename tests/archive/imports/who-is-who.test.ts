import { describe, expect, it } from 'vitest';
import { commitImport, importPlanRows } from '../../../src-main/archive/imports/imports.ts';
import type { CustomerDraftInput } from '../../../src-shared/customers.ts';
import type { TestCell } from '../../support/build-workbook.ts';
import { draft, openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { allCustomers, planUnderstood, understandFile, workbookFile } from '../../support/sheet-import.ts';

type Rows = readonly (readonly TestCell[])[];

async function archiveOf(...customers: CustomerDraftInput[]): Promise<TestArchive> {
  const test = await openTestArchive();
  for (const parts of customers) await test.client.customers.create({ draft: draft(parts) });
  return test;
}

/** Brings rows in as they are understood; what became of each of them, by whom, and the result. */
async function bring({ session }: TestArchive, rows: Rows) {
  const { planId } = await planUnderstood(session, await understandFile(session, workbookFile(rows)));
  const planned = await importPlanRows(session, { planId, offset: 0, limit: 50 });
  const result = await commitImport(
    session,
    { planId },
    async () => {},
    () => {},
  );
  return { rows: planned.rows, said: planned.rows.map(({ status, match }) => [status, match?.key]), result };
}

const namesOf = ({ session }: TestArchive): string[] => allCustomers(session).map(({ name }) => name);

const [codeOfBajun, codeOfHongtu] = ['91330106X98567XHEW', '91110000600037341L'];

describe('two customers are never made one', () => {
  it('by a name, once a row of the file has said the credit code of the first', async () => {
    const rows: Rows = [
      ['客户名称', '统一社会信用代码'],
      ['杭州八骏科技有限公司', ''],
      ['杭州八骏科技有限公司', codeOfBajun],
      ['杭州八骏科技有限公司', codeOfHongtu],
    ];
    const inFile = await archiveOf();
    expect((await bring(inFile, rows)).said.at(-1)).toEqual(['possible', 'name']);
    const inArchive = await archiveOf({ name: '杭州八骏科技有限公司' });
    await bring(inArchive, rows);
    for (const { session } of [inFile, inArchive])
      expect(allCustomers(session).map(({ creditCode }) => creditCode)).toEqual([codeOfBajun, codeOfHongtu]);
  });

  it('by a credit code, where the name is that of another customer', async () => {
    const test = await archiveOf(
      { name: '杭州八骏科技有限公司', creditCode: codeOfBajun },
      { name: '上海宏图贸易有限公司', methods: [{ type: 'mobile', value: '13800138000' }] },
    );
    const rows: Rows = [
      ['客户名称', '统一社会信用代码', '手机'],
      ['上海宏图贸易有限公司', codeOfBajun, '13800138000'],
    ];
    expect((await bring(test, rows)).said).toEqual([['possible', 'creditCode']]);
    expect(allCustomers(test.session)[0]).toMatchObject({ aliases: [], methods: [] });
    // The same sheet once more finds the customer that it made.
    expect((await bring(test, rows)).result).toMatchObject({ changeId: 0, skipped: 1 });
  });

  it('by a 身份证 that parents give for a child, or that was dragged down', async () => {
    const rows: Rows = [
      ['患者姓名', '身份证号', '电话'],
      ['张伟', '11010519491231002X', '13800138000'],
      ['张小宝', '11010519491231002X', '13800138000'],
      ['张伟', '11010519491231002X', '13900139000'],
    ];
    const test = await archiveOf();
    expect((await bring(test, rows)).said.slice(1)).toEqual([
      ['possible', 'identityNumber'],
      ['create', 'identityNumber'],
    ]);
    expect(namesOf(test)).toEqual(['张伟', '张小宝']);
    expect((await bring(test, rows)).result).toMatchObject({ changeId: 0, skipped: 3 });
  });

  it('because a group and the company under it, or shops in two cities, have one name', async () => {
    const test = await archiveOf();
    const { said } = await bring(test, [
      ['客户名称', '地址'],
      ['杭州八骏科技有限公司', ''],
      ['杭州八骏科技集团有限公司', ''],
      ['全家便利店', '杭州市西湖区文一路1号'],
      ['全家便利店', '上海市浦东新区世纪大道8号'],
      ['全家便利店', ''],
      ['华强电子（深圳）有限公司', '深圳市南山区深南大道1号'],
      ['华强电子（深圳）有限公司', '北京市朝阳区建国路8号'],
    ]);
    expect(said.map(([status]) => status)).toEqual([
      'create',
      'possible',
      'create',
      'possible',
      'possible',
      'create',
      'skip',
    ]);
    expect(namesOf(test)).toEqual([
      '杭州八骏科技有限公司',
      '杭州八骏科技集团有限公司',
      '全家便利店',
      '全家便利店',
      '全家便利店',
      '华强电子（深圳）有限公司',
    ]);
  });

  it('where several of the archive have the name: the one that is written so, or none without being asked', async () => {
    const test = await archiveOf(
      { name: '杭州八骏科技有限公司', owner: '老陈' },
      { name: '杭州八骏科技股份有限公司' },
    );
    const { rows } = await bring(test, [
      ['客户名称', '备注'],
      ['杭州八骏科技股份有限公司', '月结'],
      ['杭州八骏科技', '现结'],
    ]);
    expect(rows.map(({ status, match }) => [status, match?.customerId])).toEqual([
      ['update', 2],
      ['possible', 1],
    ]);
  });
});

describe('one customer stays one', () => {
  it('under a former name, and is asked about under a mere byname, unless a phone agrees', async () => {
    const test = await archiveOf({
      name: '杭州宏图科技有限公司',
      shortName: '宏图',
      aliases: ['杭州八骏科技有限公司', '阿里'],
      methods: [{ type: 'mobile', value: '13800138000' }],
    });
    const { said } = await bring(test, [
      ['客户名称', '备注', '电话'],
      ['杭州市八骏科技有限公司', '月结', ''],
      ['阿里', '现结', ''],
      ['宏图', '现结', ''],
      ['宏图', '开专票', '13800138000'],
      ['阿里', '自提', '138-0013-8000'],
    ]);
    expect(said).toEqual([
      ['update', 'name'],
      ['possible', 'name'],
      ['possible', 'name'],
      ['update', 'phone'],
      ['update', 'phone'],
    ]);
  });

  it('with a 身份证 of 15 digits, or with a small x', async () => {
    const test = await archiveOf(
      { name: '张伟', kind: 'person', identityNumber: '110105491231002' },
      { name: '李敏', kind: 'person', identityNumber: '33010619880305005x' },
    );
    const { said } = await bring(test, [
      ['姓名', '身份证号', '手机'],
      ['张伟', '11010519491231002X', '13800138000'],
      ['李敏', '33010619880305005X', '13900139000'],
    ]);
    expect(said.map(([, key]) => key)).toEqual(['identityNumber', 'identityNumber']);
    expect(namesOf(test)).toEqual(['张伟', '李敏']);
  });

  it.each<[string, Rows]>([
    [
      'of a clinic, without phones',
      [
        ['姓名', '出生日期', '住址', '备注'],
        ['张伟', '1980-05-01', '杭州市西湖区文一路1号', '过敏'],
        ['李敏', '1990-02-03', '', ''],
        ['李敏', '1970-02-03', '', ''],
        ['王芳', '', '杭州市上城区解放路2号', ''],
        ['赵敏', '', '', '老街坊'],
        ...Array.from({ length: 12 }, (_, at) => ['王秀英', `19${60 + at}-01-02`, '', '']),
      ],
    ],
    [
      'of WeChat',
      [
        ['姓名', '微信号', '备注'],
        ['王强', 'WangQ_88', '八骏'],
        ['李敏', 'minmin88', ''],
        ['李敏', 'limin_hz', ''],
      ],
    ],
  ])('where a list %s comes in twice', async (_what, rows) => {
    const test = await archiveOf();
    const first = await bring(test, rows);
    expect(first.result.created).toBe(rows.length - 1);
    const second = await bring(test, rows);
    expect(second.said.map(([status]) => status)).toEqual(rows.slice(1).map(() => 'skip'));
    expect(second.result.changeId).toBe(0);
  });

  it('by WeChat or birthday also when the next list says more', async () => {
    const test = await archiveOf(
      { name: '王强', kind: 'person', methods: [{ type: 'wechat', value: 'WangQ_88' }] },
      { name: '李敏', kind: 'person', birthday: '1990-02-03' },
    );
    const { said } = await bring(test, [
      ['姓名', '微信号', '出生日期', '手机'],
      ['王强', 'wangq_88', '', '13800138000'],
      ['李敏', '', '1990-02-03', '13900139000'],
      ['李敏', '', '1970-02-03', '13700137000'],
    ]);
    // The third has another phone than the second now has.
    expect(said).toEqual([
      ['update', 'name'],
      ['update', 'name'],
      ['create', undefined],
    ]);
  });
});

describe('what a row says is neither lost nor doubled', () => {
  const bajun: CustomerDraftInput = {
    name: '杭州八骏科技有限公司',
    notes: '无欠款，合作愉快',
    contacts: [
      { name: '王强', title: '采购', methods: [{ type: 'mobile', value: '138-0013-8000' }] },
      { name: '', title: '财务', methods: [{ type: 'mobile', value: '13900139000' }] },
      { name: '李总', methods: [{ type: 'mobile', value: '13700137000' }] },
      { name: '周杰', methods: [{ type: 'phone', value: '0571-88123456' }] },
    ],
  };

  it('tags of other case, notes that stand there already, people as others call them', async () => {
    const test = await archiveOf();
    const { tag } = await test.client.tags.create({ name: 'VIP' });
    await test.client.customers.create({ draft: draft({ ...bajun, tagIds: [tag.id] }) });
    const rows: Rows = [
      ['客户名称', '标签', '备注', '联系人', '职务', '手机'],
      ['杭州八骏科技有限公司', 'vip、Ｖip', '欠款', '王经理', '经理', '13800138000'],
      ['杭州八骏科技有限公司', '', '合作愉快', '赵云', '', '13900139000'],
      ['杭州八骏科技有限公司', '', '', '李小龙', '', '13700137000'],
    ];
    const { rows: planned } = await bring(test, rows);
    expect(planned[0]).toMatchObject({
      changes: [{ field: 'notes' }],
      left: [
        { field: 'contacts.name', before: '王强', after: '王经理' },
        { field: 'contacts.title', before: '采购', after: '经理' },
      ],
    });
    const [customer] = allCustomers(test.session);
    expect(customer?.notes).toBe('无欠款，合作愉快\n欠款');
    expect(customer?.contacts.map(({ name, title, notes }) => [name, title, notes])).toEqual([
      ['王强', '采购', ''],
      ['赵云', '财务', ''],
      ['李小龙', '', '李总'],
      ['周杰', '', ''],
    ]);
    expect((await bring(test, rows)).result.changeId).toBe(0);
  });

  it('extensions of one switchboard, and a switchboard that two people share', async () => {
    const test = await archiveOf(bajun);
    const rows: Rows = [
      ['客户名称', '联系人', '联系人电话'],
      ['杭州八骏科技有限公司', '吴涛', '0571-88123456-801'],
      ['杭州八骏科技有限公司', '周工', '0571-88123456'],
    ];
    await bring(test, rows);
    const numbers = allCustomers(test.session).flatMap(({ methods, contacts }) =>
      [...methods, ...contacts.slice(3).flatMap((contact) => contact.methods)].map(({ value }) => value),
    );
    expect(numbers).toContain('0571-88123456-801');
    expect(allCustomers(test.session)[0]?.contacts.map(({ name }) => name)).toEqual([
      '王强',
      '',
      '李总',
      '周杰',
      '吴涛',
      '周工',
    ]);
    expect((await bring(test, rows)).result.changeId).toBe(0);
    const more: Rows = [
      ['客户名称', '电话'],
      ['杭州八骏科技有限公司', '0571-88123456转802'],
    ];
    expect((await bring(test, more)).result.updated).toBe(1);
    expect((await bring(test, more)).result.changeId).toBe(0);
  });

  it('what a row with the code of its customer says in other words than an export of ours', async () => {
    const test = await archiveOf({ name: '杭州八骏科技有限公司', code: 'A-1', province: '浙江省' });
    const { rows } = await bring(test, [
      ['客户编号', '客户名称', '省市区', '客户阶段', '客户等级'],
      ['A-1', '杭州八骏科技有限公司', '浙江省杭州市西湖区', '老客户', ''],
    ]);
    expect(rows[0]).toMatchObject({ status: 'update' });
    expect(allCustomers(test.session)[0]).toMatchObject({
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      stage: 'active',
    });
    // And what it says in other words is no other value.
    const { rows: again } = await bring(test, [
      ['客户编号', '客户名称', '省份', '城市', '微信'],
      ['A-1', '杭州八骏科技有限公司', '浙江', '杭州', ''],
    ]);
    expect(again[0]).toMatchObject({ status: 'skip', left: [] });
  });

  it('a WeChat id with other capitals', async () => {
    const test = await archiveOf({
      name: '杭州八骏科技有限公司',
      methods: [{ type: 'wechat', value: 'WangQ_88' }],
    });
    const { result } = await bring(test, [
      ['客户名称', '微信'],
      ['杭州八骏科技有限公司', 'wangq_88'],
    ]);
    expect(result.changeId).toBe(0);
  });
});
