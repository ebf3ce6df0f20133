import { contactMethodTypes, type ContactMethodType } from './contact-methods.ts';
import { fieldNameKey } from './custom-fields.ts';
import { genders, kinds, levels, stages, type DoubtReason } from './customers.ts';
import type { ExportColumn } from './exports.ts';
import type { ImportTarget } from './imports.ts';

/** The languages a sheet can be written in. The page has its own, longer texts; these are names of columns. */
export const sheetLanguages = ['zh-CN', 'en'] as const;
export type SheetLanguage = (typeof sheetLanguages)[number];

/** What can be a column of an exported sheet, contacts apart. */
export type SheetColumn = ExportColumn | 'province' | 'city' | 'district' | ContactMethodType;

/** Headers of exported sheets. An import maps each back to exactly the field it came from. */
export const columnLabels: Record<SheetLanguage, Record<SheetColumn, string>> = {
  'zh-CN': {
    code: '客户编号',
    name: '客户名称',
    shortName: '简称',
    aliases: '曾用名',
    kind: '类型',
    contactName: '联系人',
    mobile: '手机',
    phone: '电话',
    email: '邮箱',
    wechat: '微信',
    qq: 'QQ',
    fax: '传真',
    other: '其他联系方式',
    tags: '标签',
    stage: '阶段',
    level: '等级',
    industry: '行业',
    size: '规模',
    region: '地区',
    province: '省',
    city: '市',
    district: '区县',
    address: '地址',
    postcode: '邮编',
    source: '来源',
    owner: '负责人',
    gender: '性别',
    birthday: '生日',
    identityNumber: '身份证号',
    creditCode: '统一社会信用代码',
    legalRepresentative: '法定代表人',
    registeredCapital: '注册资本（元）',
    foundedOn: '成立日期',
    website: '网址',
    taxId: '税号',
    bankName: '开户行',
    bankAccount: '银行账号',
    registeredAddress: '注册地址',
    registeredPhone: '注册电话',
    notes: '备注',
    contacts: '全部联系人',
    contactMethods: '全部联系方式',
    doubts: '有疑问的资料',
    createdAt: '建档时间',
    updatedAt: '更新时间',
  },
  en: {
    code: 'Customer code',
    name: 'Customer name',
    shortName: 'Short name',
    aliases: 'Former names',
    kind: 'Kind',
    contactName: 'Contact',
    mobile: 'Mobile',
    phone: 'Phone',
    email: 'E-mail',
    wechat: 'WeChat',
    qq: 'QQ',
    fax: 'Fax',
    other: 'Other contact details',
    tags: 'Tags',
    stage: 'Stage',
    level: 'Level',
    industry: 'Industry',
    size: 'Size',
    region: 'Region',
    province: 'Province',
    city: 'City',
    district: 'District',
    address: 'Address',
    postcode: 'Postcode',
    source: 'Source',
    owner: 'Owner',
    gender: 'Gender',
    birthday: 'Birthday',
    identityNumber: 'Identity number',
    creditCode: 'Unified social credit code',
    legalRepresentative: 'Legal representative',
    registeredCapital: 'Registered capital (CNY)',
    foundedOn: 'Founded on',
    website: 'Website',
    taxId: 'Tax ID',
    bankName: 'Bank',
    bankAccount: 'Bank account',
    registeredAddress: 'Registered address',
    registeredPhone: 'Registered phone',
    notes: 'Notes',
    contacts: 'All contacts',
    contactMethods: 'All contact details',
    doubts: 'Doubtful details',
    createdAt: 'Added',
    updatedAt: 'Changed',
  },
};

/** What is exported of each contact: `联系人1/姓名`, `联系人1/手机` … */
export const contactParts = ['name', 'title', 'department', ...contactMethodTypes] as const;
export type ContactPart = (typeof contactParts)[number];

const contactWords: Record<SheetLanguage, Record<'contact' | 'name' | 'title' | 'department', string>> = {
  'zh-CN': { contact: '联系人', name: '姓名', title: '职务', department: '部门' },
  en: { contact: 'Contact ', name: 'Name', title: 'Title', department: 'Department' },
};

/** The header of a contact's column. `index` counts from 0 as in {@link ImportTarget}; the header counts from 1. */
export const contactLabel = (language: SheetLanguage, index: number, part: ContactPart): string => {
  const words = contactWords[language];
  const own =
    part === 'name' || part === 'title' || part === 'department' ? words[part] : columnLabels[language][part];
  return `${words.contact}${index + 1}/${own}`;
};

/** The words for fixed values; a sheet shows these, never the codes. */
export const valueLabels = {
  'zh-CN': {
    kind: { company: '公司', person: '个人' },
    stage: { lead: '潜在', prospect: '意向', active: '成交', dormant: '沉睡', lost: '流失' },
    level: { A: 'A', B: 'B', C: 'C' },
    gender: { male: '男', female: '女' },
  },
  en: {
    kind: { company: 'Company', person: 'Person' },
    stage: { lead: 'Lead', prospect: 'Prospect', active: 'Active', dormant: 'Dormant', lost: 'Lost' },
    level: { A: 'A', B: 'B', C: 'C' },
    gender: { male: 'Male', female: 'Female' },
  },
} as const satisfies Record<SheetLanguage, Record<LabelledField, Record<string, string>>>;

const codes = { kind: kinds, stage: stages, level: levels, gender: genders } as const;
export type LabelledField = keyof typeof codes;

/** The code that a word in a sheet stands for, in either language: `成交` and `Active` are `active`. */
export const codeOfLabel = <F extends LabelledField>(
  field: F,
  label: string,
): (typeof codes)[F][number] | undefined => {
  const wanted = label.trim().toLowerCase();
  return codes[field].find((code) =>
    sheetLanguages.some((language) => {
      const words: Record<string, string> = valueLabels[language][field];
      return words[code]?.toLowerCase() === wanted;
    }),
  );
};

/** What is doubtful, in as many words as fit into a cell. */
export const doubtLabels: Record<SheetLanguage, Record<DoubtReason, string>> = {
  'zh-CN': {
    phoneInvalid: '电话号码不对',
    phoneDestroyed: '电话号码末几位丢失',
    emailInvalid: '邮箱不对',
    identityNumberInvalid: '身份证号不对',
    identityNumberDestroyed: '身份证号末几位丢失',
    identityNumberUsedTwice: '身份证号重复',
    creditCodeInvalid: '统一社会信用代码不对',
    dateInvalid: '日期不对',
    dateInFuture: '日期在将来',
    genderContradictsIdentityNumber: '性别与身份证号不符',
    birthdayContradictsIdentityNumber: '生日与身份证号不符',
    postcodeInvalid: '邮编不对',
    taxIdInvalid: '税号不对',
    nameLooksLikeNumber: '名称像是号码',
    regionUnknown: '地区不认识',
    customValueUnfit: '不符合字段类型',
    numberDestroyed: '号码末几位丢失',
    cellDestroyed: '只剩 #####',
    dateAmbiguous: '日期分不清日和月',
  },
  en: {
    phoneInvalid: 'Phone looks wrong',
    phoneDestroyed: 'Phone lost its last digits',
    emailInvalid: 'E-mail looks wrong',
    identityNumberInvalid: 'Identity number looks wrong',
    identityNumberDestroyed: 'Identity number lost its last digits',
    identityNumberUsedTwice: 'Identity number used twice',
    creditCodeInvalid: 'Credit code looks wrong',
    dateInvalid: 'Date looks wrong',
    dateInFuture: 'Date in the future',
    genderContradictsIdentityNumber: 'Gender contradicts identity number',
    birthdayContradictsIdentityNumber: 'Birthday contradicts identity number',
    postcodeInvalid: 'Postcode looks wrong',
    taxIdInvalid: 'Tax ID looks wrong',
    nameLooksLikeNumber: 'Name looks like a number',
    regionUnknown: 'Region not known',
    customValueUnfit: 'Does not fit its field',
    numberDestroyed: 'Number lost its last digits',
    cellDestroyed: 'Only ##### is left',
    dateAmbiguous: 'Day and month cannot be told apart',
  },
};

/** Columns that show what other columns hold, or what only the archive writes: an import leaves them out. */
const shownOnly: readonly SheetColumn[] = ['contacts', 'contactMethods', 'doubts', 'createdAt', 'updatedAt'];

const targetOfColumn = (column: SheetColumn): ImportTarget => {
  if (shownOnly.includes(column)) return { field: 'ignore', contact: null };
  return { field: column, contact: column === 'contactName' ? 0 : null };
};

const contactFields: Partial<Record<ContactPart, string>> = {
  name: 'contactName',
  title: 'contactTitle',
  department: 'contactDepartment',
};

const targets = new Map<string, ImportTarget>(
  sheetLanguages.flatMap((language) => [
    ...Object.entries(columnLabels[language]).map(
      ([column, label]) => [label, targetOfColumn(column as SheetColumn)] as const,
    ),
    ...Array.from({ length: 10 }, (_, contact) =>
      contactParts.map(
        (part) =>
          [contactLabel(language, contact, part), { field: contactFields[part] ?? part, contact }] as const,
      ),
    ).flat(),
  ]),
);

const builtInKeys = new Set([...targets.keys()].map(fieldNameKey));

/** Whether a name is the header of a built-in field in either language, whatever its width, case and spaces. */
export const isBuiltInLabel = (name: string): boolean => builtInKeys.has(fieldNameKey(name));

/** What a header of an exported sheet stands for; undefined for a header that no export writes. */
export const targetOfLabel = (header: string): ImportTarget | undefined => targets.get(header);
