import { isAddress, isPersonName, looksLikeCompany } from '../../../../src-shared/company-names.ts';
import type { CustomerPatch } from '../../../../src-shared/customers.ts';
import { columnLabels } from '../../../../src-shared/labels.ts';
import { noFindings, type Findings } from '../../../../src-shared/pasted-findings.ts';
import { addLabelled } from '../../../../src-shared/pasted-labelled.ts';
import { readLabels } from '../../../../src-shared/pasted-labels.ts';
import { readTokens, type Token } from '../../../../src-shared/pasted-tokens.ts';
import { tidyPasted } from '../../../../src-shared/pasted.ts';
import type { Cell } from '../readers/cells.ts';
import type { MadeRecord } from './made-sheet.ts';

const plainFields = [
  'code',
  'shortName',
  'gender',
  'birthday',
  'identityNumber',
  'creditCode',
  'legalRepresentative',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
  'website',
  'industry',
  'postcode',
  'source',
  'owner',
] as const satisfies readonly (keyof CustomerPatch)[];

const labels = columnLabels['zh-CN'];

/** What can stand in a line, in the order of the columns: the headers are those by which the columns are mapped. */
export const lineColumns: ReadonlyMap<string, string> = new Map([
  ['company', '公司名称'],
  ['person', '姓名'],
  ['title', '职务'],
  ['phones', labels.phone],
  ['wechat', labels.wechat],
  ['qq', labels.qq],
  ['email', labels.email],
  ['address', labels.address],
  ...plainFields.map((field) => [field, labels[field]] as const),
  ['notes', labels.notes],
  // As it was written, to be compared with what became of it; the dictionary knows that it is nothing more.
  ['text', '原文'],
]);

/** What is said of a delivery, and not of a place: 送到阳光小区. */
const bring =
  /(?:送货?到|送至|寄到|寄至|寄往|发到|发往|送货地址|收货地址|地址)(?:是|[:：])?\s*(?=[\p{Script=Han}\dA-Z])/gu;
const mobile = '1[3-9]\\d{9}';
/** 张三-13812345678-3栋: signs between what belongs together. */
const signs = new RegExp(
  `\\s{0,4}[-—_+＋/／~]{1,4}\\s{0,4}(?=${mobile})|(?<=${mobile})\\s{0,4}[-—_+＋/／~]{1,4}\\s{0,4}`,
  'gu',
);
/** 王芳：月季5株. */
const named = /^(\p{Script=Han}{2,4}):\s*/u;
const isNamed = (word: string): boolean => isPersonName(word) || isAddress(word);
const house =
  /^(?:[A-Z东西南北]?\d{1,3}\s*(?:栋|幢|号楼|座|号|单元|#)[-\d\p{Script=Han}]{0,12}|[A-Z]?\d{1,3}(?:-\d{1,4}){1,3}室?|\d{3,4}室)$/iu;
const estate =
  /^\p{Script=Han}{2,10}(?:小区|花园|花苑|苑|公寓|新村|村|大厦|家园|名苑|名邸|府|湾|里|广场|市场|商城)(?:[A-Z\d一二三四五六七八九十]{1,3}期)?$/u;
const amount =
  /^(?:[×xX*]?\s*)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]{1,3})\s*(?:[箱份斤盒袋个只瓶套件包条桶公件提罐枚串把束盆棵株人位元块]|公斤|kg)?$|^[×xX*+]\d+$|\d+(?:\.\d+)?(?:箱|份|斤|盒|袋|瓶|套|件|包|条|桶|提|罐)$/iu;

/** Reads a record of one or several lines: who it is, with phones and address, and the rest as a note. */
export function readLine(lines: readonly string[]): MadeRecord {
  const found = noFindings();
  const tokens: Token[] = [];
  for (const line of lines) {
    const text = tidyPasted(line)
      .replace(signs, ' ')
      .replace(named, (whole, name: string) => (isNamed(name) ? `${name} ` : whole));
    const { before, pairs } = readLabels(
      text.replace(bring, (whole) => (/[:：]/u.test(whole) ? whole : ' ')),
    );
    tokens.push(...readTokens(before).map(asPlace));
    for (const { target, value } of pairs) addLabelled(found, target, value);
  }
  const who = nameIn(tokens, found);
  const record = new Map<string, string>();
  const add = (key: string, text: string, between = ' '): void => {
    if (text.trim() === '') return;
    const before = record.get(key);
    record.set(key, before === undefined ? text.trim() : `${before}${between}${text.trim()}`);
  };
  const [person, ...others] = found.persons;
  add('company', who.company);
  add('person', who.person);
  add('notes', who.remark);
  add('title', person?.title ?? '');
  let last = -1;
  for (const [at, { type, value }] of tokens.entries()) {
    if (who.taken.has(at)) continue;
    if (type === 'phone') add('phones', value, ' / ');
    else if (type === 'email' || type === 'wechat') add(type, value, ' / ');
    else if (type === 'title') add('title', value);
    else if (type === 'address') {
      // 阳光小区 3-501 is one place.
      add('address', value, last === at - 1 ? '' : ' ');
      last = at;
    } else if (isPlain(type) && !record.has(type)) add(type, value);
    else add('notes', value);
  }
  const methods = [...found.own, ...found.loose, ...found.persons.flatMap((one) => one.methods)];
  for (const { type, value } of methods) {
    if (type === 'wechat' || type === 'qq' || type === 'email') add(type, value, ' / ');
    else if (!record.get('phones')?.includes(value)) add('phones', value, ' / ');
  }
  for (const address of found.addresses) add('address', address);
  for (const field of plainFields) add(field, textOf(found.fields, field));
  for (const other of others) add('notes', [other.name, other.title].join(' '));
  for (const text of [found.fields.notes ?? '', ...found.companies.slice(1), ...found.rest])
    add('notes', text);
  add('text', lines.join(' '));
  return new Map([...record].map(([key, text]): [string, Cell] => [key, { column: 0, type: 'text', text }]));
}

const isPlain = (type: string): type is (typeof plainFields)[number] =>
  plainFields.some((field) => field === type);

function textOf(fields: CustomerPatch, field: (typeof plainFields)[number]): string {
  const value = fields[field];
  if (field === 'gender') return value === 'male' ? '男' : value === 'female' ? '女' : '';
  return typeof value === 'string' ? value : '';
}

/** 3栋501 and 阳光小区 in a line are where somebody lives. */
const asPlace = (token: Token): Token =>
  (token.type === 'rest' || token.type === 'person') && (house.test(token.value) || estate.test(token.value))
    ? { type: 'address', value: token.value }
    : token;

/** Whom a line is about; '' for nobody. */
interface Who {
  readonly company: string;
  readonly person: string;
  /** What stands in brackets behind the name. */
  readonly remark: string;
  /** Tokens that have been read as these. */
  readonly taken: ReadonlySet<number>;
}

/**
 * Whom a line is about: the person beside the phone, else what it begins with; quantities, goods and places are nobody, though 白菜
 * has a surname.
 */
function nameIn(tokens: readonly Token[], found: Findings): Who {
  const taken = new Set<number>();
  const labelled = { company: found.companies[0], person: found.persons[0]?.name };
  const isPerson = (at: number): boolean => isNamed(bareName(tokens[at]?.value ?? ''));
  let company = labelled.company;
  if (company === undefined) {
    const at = tokens.findIndex(({ type }) => type === 'company');
    if (at >= 0) {
      company = tokens[at]?.value;
      taken.add(at);
    }
  }
  let person = labelled.person;
  if (person === undefined) {
    const phone = tokens.findIndex(({ type }) => type === 'phone');
    const beside = phone < 0 ? [] : [phone - 1, phone + 1].filter(isPerson);
    const firstWord = tokens.findIndex(
      ({ type, value }) => type !== 'address' && type !== 'phone' && !amount.test(value),
    );
    const candidates = company === undefined ? [...beside, firstWord] : beside;
    const at = candidates.find((one) => {
      const type = tokens[one]?.type;
      return (type === 'person' || type === 'rest') && !taken.has(one);
    });
    const further = at ?? (company === undefined ? -1 : tokens.findIndex(({ type }) => type === 'person'));
    if (further >= 0) {
      person = tokens[further]?.value;
      taken.add(further);
    }
  }
  const [, name = person ?? '', remark = ''] =
    /^(.{1,20}?)\s*[(（]([^()（）]+)[)）]$/u.exec(person ?? '') ?? [];
  return { company: company ?? '', person: bareName(name), remark, taken };
}

const bareName = (text: string): string =>
  looksLikeCompany(text) ? text : text.replace(/收$/u, '').replace(/^[-—_~.、:]+|[-—_~.、:]+$/gu, '');
