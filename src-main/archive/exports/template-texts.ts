import {
  columnLabels,
  valueLabels,
  type SheetColumn,
  type SheetLanguage,
} from '../../../src-shared/labels.ts';

/** A column of the template: what it is called, how to fill it in, and what the two examples hold. */
export interface TemplateColumn {
  readonly header: string;
  readonly width: number;
  readonly note: string;
  /** A company and a person. */
  readonly examples: readonly [string, string];
  readonly choices?: readonly string[];
  /** Numbers that are names. */
  readonly asText?: boolean;
}

type Words = readonly [note: string, company: string, person: string];

interface Entry {
  readonly field: SheetColumn | 'contactTitle';
  readonly width: number;
  readonly words: Record<SheetLanguage, Words>;
  readonly list?: 'kind' | 'stage' | 'level' | 'gender';
  readonly asText?: boolean;
}

const entry = (
  field: Entry['field'],
  width: number,
  chinese: Words,
  english: Words,
  more: Pick<Entry, 'list' | 'asText'> = {},
): Entry => ({ field, width, words: { 'zh-CN': chinese, en: english }, ...more });

const text = { asText: true };

const entries: readonly Entry[] = [
  entry(
    'name',
    30,
    ['必填。公司填全称，个人填姓名。', '杭州示例贸易有限公司', '王小明'],
    [
      'Required. A company by its full name, a person by theirs.',
      'Hangzhou Sample Trading Co., Ltd.',
      'Wang Xiaoming',
    ],
  ),
  entry(
    'code',
    14,
    ['您自己的编号；空着会自动编。', 'KH-0001', ''],
    ['Your own number; left empty, one is given.', 'KH-0001', ''],
    text,
  ),
  entry(
    'kind',
    12,
    ['公司或个人，点右边的箭头选。', '公司', '个人'],
    ['Company or Person; choose with the arrow beside the cell.', 'Company', 'Person'],
    { list: 'kind' },
  ),
  entry(
    'contactName',
    12,
    ['公司里找谁。个人不用填。', '李娜', ''],
    ['Whom to ask for at a company. Not needed for persons.', 'Li Na', ''],
  ),
  entry(
    'contactTitle',
    12,
    ['联系人的职务。', '采购经理', ''],
    ['What the contact does there.', 'Purchasing manager', ''],
  ),
  entry(
    'mobile',
    18,
    ['手机号。有几个就用、隔开。', '13800000001', '13800000002、13800000003'],
    ['Mobile numbers; several with a comma between them.', '13800000001', '13800000002, 13800000003'],
    text,
  ),
  entry(
    'phone',
    16,
    ['座机，带区号。', '0571-88000001', ''],
    ['Landline with its area code.', '0571-88000001', ''],
    text,
  ),
  entry('wechat', 16, ['微信号。', 'lina_sample', ''], ['WeChat ID.', 'lina_sample', ''], text),
  entry('email', 24, ['电子邮箱。', 'lina@example.com', ''], ['E-mail address.', 'lina@example.com', '']),
  entry(
    'tags',
    18,
    ['随便起的标签，几个用、隔开；没有的会新建。', '义乌展会、重点', '老街坊'],
    ['Free labels, with commas between them; new ones are made.', 'Trade fair, Key account', 'Neighbour'],
  ),
  entry(
    'stage',
    8,
    ['做到哪一步了，点箭头选。', '成交', '意向'],
    ['How far it has come; choose with the arrow.', 'Active', 'Prospect'],
    {
      list: 'stage',
    },
  ),
  entry('level', 8, ['A、B、C，点箭头选。', 'A', 'B'], ['A, B or C; choose with the arrow.', 'A', 'B'], {
    list: 'level',
  }),
  entry('industry', 14, ['所在行业。', '五金批发', ''], ['Line of business.', 'Hardware wholesale', '']),
  entry(
    'source',
    14,
    ['从哪里认识的。', '展会', '朋友介绍'],
    ['Where you know them from.', 'Trade fair', 'A friend'],
  ),
  entry('owner', 12, ['由谁跟进。', '小王', '小王'], ['Who looks after them.', 'Xiao Wang', 'Xiao Wang']),
  entry('province', 12, ['省、自治区或直辖市。', '浙江省', '浙江省'], ['Province.', '浙江省', '浙江省']),
  entry('city', 12, ['地级市。', '杭州市', '杭州市'], ['City.', '杭州市', '杭州市']),
  entry('district', 12, ['区或县。', '西湖区', ''], ['District or county.', '西湖区', '']),
  entry(
    'address',
    36,
    ['街道和门牌。省市区也可以一起写在这里。', '文一西路 8 号', ''],
    ['Street and number. Province and city may stand here as well.', '文一西路 8 号', ''],
  ),
  entry('gender', 8, ['个人填，点箭头选。', '', '男'], ['For persons; choose with the arrow.', '', 'Male'], {
    list: 'gender',
  }),
  entry(
    'birthday',
    14,
    ['如 1988-08-08、8月8日；农历写“农历八月初八”。', '', '1988-08-08'],
    ['As 1988-08-08, or 8月8日 without a year.', '', '1988-08-08'],
    text,
  ),
  entry('identityNumber', 22, ['18 位身份证号。', '', ''], ['Identity number of 18 signs.', '', ''], text),
  entry(
    'creditCode',
    22,
    ['18 位统一社会信用代码。', '', ''],
    ['Unified social credit code of 18 signs.', '', ''],
    text,
  ),
  entry(
    'website',
    24,
    ['公司网址。', 'www.example.com', ''],
    ['Address of their website.', 'www.example.com', ''],
  ),
  entry('taxId', 22, ['开票用的税号。', '', ''], ['Tax ID for invoices.', '', ''], text),
  entry('bankName', 24, ['开户银行。', '', ''], ['Their bank.', '', '']),
  entry('bankAccount', 24, ['银行账号。', '', ''], ['Their bank account.', '', ''], text),
  entry(
    'registeredAddress',
    36,
    ['开票用的注册地址。', '', ''],
    ['Registered address for invoices.', '', ''],
  ),
  entry(
    'registeredPhone',
    18,
    ['开票用的注册电话。', '', ''],
    ['Registered phone for invoices.', '', ''],
    text,
  ),
  entry(
    'notes',
    40,
    ['其他想记下的话。', '只接受月结', ''],
    ['Whatever else is worth knowing.', 'Pays monthly', ''],
  ),
];

/** Where the name in exports would say too little in an empty sheet. */
const headers: Partial<Record<Entry['field'], Record<SheetLanguage, string>>> = {
  contactTitle: { 'zh-CN': '职务', en: 'Job title' },
  kind: { 'zh-CN': '公司或个人', en: 'Kind' },
};

const headerOf = (field: Entry['field'], language: SheetLanguage): string =>
  headers[field]?.[language] ?? (field === 'contactTitle' ? field : columnLabels[language][field]);

/** The columns of the template, in order; the first is the name, which marks the examples. */
export const templateColumns = (language: SheetLanguage): TemplateColumn[] =>
  entries.map(({ field, width, words, list, asText }) => {
    const [note, company, person] = words[language];
    return {
      header: headerOf(field, language),
      width,
      note,
      examples: [company, person],
      ...(list === undefined ? {} : { choices: Object.values(valueLabels[language][list]) }),
      ...(asText === undefined ? {} : { asText }),
    };
  });

/** Everything else that the template says. */
export const templateWords: Record<
  SheetLanguage,
  {
    readonly sheet: string;
    readonly notesSheet: string;
    readonly lines: readonly string[];
    readonly column: string;
    readonly how: string;
  }
> = {
  'zh-CN': {
    sheet: '客户',
    notesSheet: '说明',
    lines: [
      '一行填一位客户。只有“客户名称”必填，别的有什么填什么，空着也没关系。',
      '灰色的两行是示例，导入时会自动略过；可以留着，也可以删掉。',
      '列的顺序可以换，不用的列可以删，也可以添您自己的列：导入时会先给您看认成了什么。',
      '填好后保存，回到客档的“导入”，把文件拖进去就行。',
    ],
    column: '栏目',
    how: '怎么填',
  },
  en: {
    sheet: 'Customers',
    notesSheet: 'Notes',
    lines: [
      'One customer a row. Only the name is required; fill in what you have.',
      'The two grey rows are examples and are left out by the import; keep them or delete them.',
      'Columns may be moved, deleted or added: the import shows first what it takes them for.',
      'Save the file and drop it onto “Import” in Kedang.',
    ],
    column: 'Column',
    how: 'How to fill it in',
  },
};
