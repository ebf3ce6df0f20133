import type { CustomerDraftInput } from '../../../src-shared/customers.ts';

/** Customers of a trader in hardware, each with a reason to be found by. */
export const hardwareTrader: readonly (CustomerDraftInput & { tags?: readonly string[] })[] = [
  {
    name: '杭州八骏科技有限公司',
    shortName: '八骏',
    stage: 'active',
    level: 'A',
    owner: '王芳',
    industry: '五金机电',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    notes: '每月 25 日对账，月底前付清',
    contacts: [{ name: '张三', title: '采购经理', methods: [{ type: 'mobile', value: '138 1234 5678' }] }],
    tags: ['重点关注', '月结'],
  },
  {
    name: '宁波恒通五金有限公司',
    stage: 'prospect',
    owner: '王芳',
    province: '浙江省',
    city: '宁波市',
    methods: [{ type: 'phone', value: '0574-87654321' }],
    tags: ['高意向'],
  },
  {
    name: '上海利源建材商行',
    stage: 'active',
    level: 'B',
    owner: '赵敏',
    province: '上海市',
    city: '上海市',
    district: '浦东新区',
    methods: [{ type: 'mobile', value: '13900001111' }],
    tags: ['月结'],
  },
  { name: '苏州盛隆机械厂', stage: 'dormant', owner: '赵敏', province: '江苏省', city: '苏州市' },
  { name: '南京瑞丰装饰工程有限公司', stage: 'lost', province: '江苏省', city: '南京市' },
  { kind: 'person', name: '单晓东', stage: 'lead', methods: [{ type: 'mobile', value: '1370000222' }] },
  { kind: 'person', name: '李娜', stage: 'lead', methods: [{ type: 'wechat', value: 'lina_wj' }] },
];
