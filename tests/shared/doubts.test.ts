import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  customerFieldsSchema,
  doubtReasons,
  doubtSchema,
  type CustomerFields,
} from '../../src-shared/customers.ts';
import { doubtsOf, type Doubtable } from '../../src-shared/doubts.ts';

const today = '2024-11-08';
const sound: Doubtable = {
  ...customerFieldsSchema.parse({ name: '杭州八骏科技有限公司' }),
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  gender: 'female',
  birthday: '1949-12-31',
  identityNumber: '11010519491231002X',
  creditCode: '91330106MA2B100040',
  taxId: '91330106MA2B100040',
  foundedOn: '2015-03-18',
  postcode: '017053',
  registeredPhone: '0571-88012345',
  methods: [
    { id: 7, type: 'phone', value: '0571-88012345转802' },
    { id: 8, type: 'phone', value: '88012345' },
    { id: 9, type: 'wechat', value: '随便' },
    { id: 10, type: 'fax', value: '' },
  ],
  contacts: [
    {
      id: 3,
      fromDate: '2019-03-01',
      toDate: '2030-01-01',
      methods: [
        { id: 11, type: 'mobile', value: '131-0000-0004' },
        { id: 12, type: 'email', value: 'user＠example．com' },
      ],
    },
  ],
};

it('a sound customer raises no doubt', () => {
  expect(doubtsOf(sound, today)).toEqual([]);
});

it('empty fields raise none', () => {
  expect(doubtsOf(customerFieldsSchema.parse({ name: '张三' }), today)).toEqual([]);
});

describe('what looks wrong is named with its field and its text', () => {
  const wrong: [Partial<CustomerFields>, string, string][] = [
    [{ name: '13812345678' }, 'name', 'nameLooksLikeNumber'],
    [{ name: '1.38E+10' }, 'name', 'nameLooksLikeNumber'],
    [{ identityNumber: '110105194912310021' }, 'identityNumber', 'identityNumberInvalid'],
    [{ identityNumber: '330106191507134000' }, 'identityNumber', 'identityNumberDestroyed'],
    [{ creditCode: '91330106MA2B100041' }, 'creditCode', 'creditCodeInvalid'],
    [{ taxId: '3301' }, 'taxId', 'taxIdInvalid'],
    [{ birthday: '1985-02-30', identityNumber: '' }, 'birthday', 'dateInvalid'],
    [{ birthday: '不详', identityNumber: '' }, 'birthday', 'dateInvalid'],
    [{ birthday: '0085-02-03', identityNumber: '' }, 'birthday', 'dateInvalid'],
    [{ birthday: 'lunar:13-01' }, 'birthday', 'dateInvalid'],
    [{ birthday: '2024-11-09', identityNumber: '' }, 'birthday', 'dateInFuture'],
    [{ foundedOn: '2015年' }, 'foundedOn', 'dateInvalid'],
    [{ foundedOn: '2025-01-01' }, 'foundedOn', 'dateInFuture'],
    [{ gender: 'male' }, 'gender', 'genderContradictsIdentityNumber'],
    [{ birthday: '1949-12-30' }, 'birthday', 'birthdayContradictsIdentityNumber'],
    [{ birthday: '--12-30' }, 'birthday', 'birthdayContradictsIdentityNumber'],
    [{ postcode: '31000' }, 'postcode', 'postcodeInvalid'],
    [{ registeredPhone: '1381234567' }, 'registeredPhone', 'phoneInvalid'],
    [{ province: '火星省' }, 'province', 'regionUnknown'],
    [{ city: '苏州市' }, 'city', 'regionUnknown'],
    [{ district: '朝阳区' }, 'district', 'regionUnknown'],
  ];
  test.each(wrong)('%j', (fields, field, reason) => {
    const [value = ''] = Object.values(fields);
    expect(doubtsOf({ ...sound, ...fields }, today)).toEqual([{ field, reason, value }]);
  });

  it('methods and contacts by their ids, by position before they have one', () => {
    const contacts = [
      {
        id: 3,
        fromDate: '2019-02-30',
        toDate: '',
        methods: [{ id: 11, type: 'mobile' as const, value: '1380013800' }],
      },
      { methods: [{ type: 'email' as const, value: 'zhang@' }] },
    ];
    const methods = [{ id: 7, type: 'fax' as const, value: '0571-8801' }];
    expect(doubtsOf({ name: '杭州八骏科技有限公司', methods, contacts }, today)).toEqual([
      { field: 'methods.7', reason: 'phoneInvalid', value: '0571-8801' },
      { field: 'contacts.3.fromDate', reason: 'dateInvalid', value: '2019-02-30' },
      { field: 'contacts.3.methods.11', reason: 'phoneInvalid', value: '1380013800' },
      { field: 'contacts.1.methods.0', reason: 'emailInvalid', value: 'zhang@' },
    ]);
  });
});

it('what is odd but right raises no doubt', () => {
  const right: Partial<CustomerFields>[] = [
    { birthday: 'lunar:11-12' },
    { birthday: '--12-31' },
    { creditCode: '110108000000016' },
    { taxId: '330106799655058' },
    { identityNumber: '110105491231002' },
    { foundedOn: '1669-01-01' },
    { district: '江干区' },
    { district: '高新技术开发区' },
    { registeredPhone: '0571-88012345、13812345678' },
    { name: '360公司' },
  ];
  for (const fields of right) expect(doubtsOf({ ...sound, ...fields }, today)).toEqual([]);
});

it('whatever the fields hold, nothing throws and every doubt has the contract’s form', () => {
  const text = fc.record({
    name: fc.string(),
    birthday: fc.string(),
    foundedOn: fc.string(),
    identityNumber: fc.string(),
    creditCode: fc.string(),
    taxId: fc.string(),
    postcode: fc.string(),
    province: fc.string(),
    city: fc.string(),
    registeredPhone: fc.string(),
    methods: fc.array(
      fc.record({ type: fc.constantFrom('mobile' as const, 'email' as const), value: fc.string() }),
    ),
  });
  fc.assert(
    fc.property(text, (customer) => {
      for (const doubt of doubtsOf(customer, today)) {
        expect(doubtSchema.parse(doubt)).toEqual(doubt);
        expect(doubtReasons).toContain(doubt.reason);
      }
    }),
  );
});
