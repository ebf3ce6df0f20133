import type { NumberedCustomer } from '../../support/made-up-customers.ts';

interface Written {
  name: string;
  shortName?: string;
  aliases?: string[];
  code?: string;
  /** `姓名 职务 部门` */
  contacts?: string[];
  /** `mobile 138 1234 5678`: the type, then the value as written. */
  methods?: string[];
  tags?: string[];
  texts?: string[];
  trashed?: boolean;
}

const written: Written[] = [
  {
    name: '杭州八骏科技有限公司',
    shortName: '八骏科技',
    contacts: ['单小丽 总经理 总经办', '王建国 采购经理 采购部'],
    methods: ['mobile 138 1234 5678', 'phone 0571-88123456', 'email zhang.san@bajun.com.cn'],
    tags: ['重点客户'],
    texts: ['浙江省', '杭州市', '西湖区文三路100号', '91330106MA2CG1U45X', '月底结款，喜欢微信联系'],
  },
  { name: '宁波八骏五金厂', contacts: ['解放 厂长'], methods: ['mobile 13912345670'] },
  { name: '上海骏八贸易有限公司', contacts: ['仇英 财务'], methods: ['mobile 13800138000'] },
  { name: '臺北八駿國際股份有限公司', contacts: ['張學友 經理'], methods: ['phone 886-2-27208889'] },
  {
    name: '重庆长江电器有限公司',
    shortName: '长江电器',
    contacts: ['曾国强 经理'],
    texts: ['重庆市', '渝中区解放碑'],
  },
  { name: '长沙银行股份有限公司', contacts: ['查良镛 行长'], methods: ['phone (0731)82345678'] },
  { name: '成都音乐坊文化传媒有限公司', contacts: ['任贤齐 总监'], methods: ['wechat yinyuefang_2020'] },
  { name: '乐清市华盛电气有限公司', contacts: ['华罗庚 工程师'], tags: ['重点客户', '月结'] },
  { name: '厦门厦工机械有限公司', contacts: ['盖叫天 仓库主管'] },
  { name: '六安瓜片茶业有限公司', contacts: ['朴树 店长'] },
  { name: '台州模具制造有限公司', contacts: ['区元祥 老板'], texts: ['专做注塑模具，交期 30 天'] },
  { name: '西藏参茸药业有限公司', contacts: ['冼星海 采购'] },
  { name: '万俟雪', code: 'VIP-0007', methods: ['mobile 136-0000-1111'], tags: ['会员'] },
  { name: '吕布', methods: ['mobile 13511112222', 'wechat lvbu_fengxian'], texts: ['赤兔马爱好者'] },
  { name: '吕小绿', methods: ['mobile 13511113333'] },
  { name: '单雄信', methods: ['mobile 18612340001'] },
  { name: '解晓东', methods: ['mobile 18612340002'] },
  { name: '仇和', methods: ['mobile 18612340003'] },
  { name: '曾志伟', methods: ['mobile 18612340004'] },
  { name: '翟天临', methods: ['mobile 18612340005'] },
  { name: '欧阳娜娜', methods: ['mobile 18612340006'], tags: ['会员'] },
  { name: '王晓明', methods: ['mobile 15900001234'] },
  { name: '王小明', methods: ['mobile 15900005678'] },
  { name: '阿里木·买买提', methods: ['mobile 15099990000'] },
  { name: '𠮷野家餐饮管理有限公司', contacts: ['山本一郎 店长'] },
  { name: '深圳市腾飞ABC电子有限公司', aliases: ['腾飞电子厂'], methods: ['qq 123456789'] },
  { name: 'ＢＪ国际贸易（北京）有限公司', shortName: 'BJ国际', methods: ['email info@bj-trade.cn'] },
  { name: 'Müller & Söhne GmbH', contacts: ["Jean-Luc O'Neil Manager"], methods: ['email jl@mueller.de'] },
  { name: '7天连锁酒店杭州店', code: 'HZ007' },
  { name: '北京同仁堂药店', aliases: ['同仁堂', '乐家老铺'] },
  { name: '苏州恒达纺织品有限公司', shortName: '恒达纺织' },
  { name: '恒达国际物流', shortName: '恒达' },
  { name: '衡达物流有限公司' },
  { name: '恒大地产集团' },
  { name: '杭州恒达（下沙）机械有限公司' },
  { name: '义乌小商品城6区8号', texts: ['"特价" NEAR(仓库) AND * OR NOT'] },
  { name: '金华火腿🐷专卖店', texts: ['微信名：🌸花开富贵🌸'] },
  { name: '南京金陵饭店', code: 'KH-0100', texts: ['每月对账，月底结款'] },
  { name: '无锡太湖明珠食品有限公司', code: 'KH-0210', texts: ['2023-05-01 签约，合同号 HT2023-0501'] },
  { name: '广州白云皮具厂', code: 'KH-0021', texts: ['欠款 12800 元'] },
  { name: '佛山顺德家具有限公司', texts: ['账号 6222021001116245702 工商银行'] },
  { name: '东莞厚街鞋业有限公司', texts: ['440106199001011234'] },
  { name: '武汉热干面馆', contacts: ['蔡明 老板娘'], tags: ['终端'] },
  { name: '西安大雁塔旅游有限公司', contacts: ['贾平凹 顾问'] },
  { name: '先安消防器材有限公司' },
  { name: '济南乾坤资本管理有限公司' },
  { name: '干净洗衣店' },
  { name: '青岛后海渔业有限公司', texts: ['後天送货'] },
  { name: '大连大夫诊所', contacts: ['王大夫 院长'] },
  { name: '哈尔滨秋林里道斯食品', texts: ['黑龙江省', '道里区'] },
  { name: '石家庄以岭药业', contacts: ['石磊'] },
  { name: '福州阿胶养生馆', contacts: ['陈阿姨'] },
  { name: '宁波舟山港集团有限公司' },
  { name: '嘉兴粽子有限公司', methods: ['fax 0573-82001234'] },
  { name: '绍兴黄酒集团', methods: ['phone 400-820-8820'] },
  { name: '温州皮鞋厂', methods: ['mobile +86 13777778888'] },
  { name: '张伟', methods: ['mobile 13311110001'] },
  { name: '章伟', methods: ['mobile 13311110002'] },
  { name: '张卫', methods: ['mobile 13311110003'] },
  { name: '红光照相馆', trashed: true, methods: ['mobile 13812349999'] },
];

/** Customers of a trading firm as search sees them; ids from 1, codes KH-0001 … where none is written. */
export const tradingFirm: readonly NumberedCustomer[] = written.map((customer, index) => ({
  id: index + 1,
  code: customer.code ?? `KH-1${String(index + 1).padStart(3, '0')}`,
  name: customer.name,
  shortName: customer.shortName ?? '',
  aliases: customer.aliases ?? [],
  contacts: (customer.contacts ?? []).map((contact) => {
    const [name = '', title = '', department = ''] = contact.split(' ');
    return { name, title, department };
  }),
  methods: (customer.methods ?? []).map((method) => {
    const [type = '', ...rest] = method.split(' ');
    const value = rest.join(' ');
    const digits = value.replace(/\D/gu, '');
    return { type, value, normal: type === 'mobile' && digits.length === 11 ? `+86${digits}` : '' };
  }),
  tags: customer.tags ?? [],
  texts: customer.texts ?? [],
  trashed: customer.trashed ?? false,
}));
