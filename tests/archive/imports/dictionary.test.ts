import { describe, expect, it } from 'vitest';
import { dictionaryEntries, type Meaning } from '../../../src-main/archive/imports/dictionary-entries.ts';
import { readHeader } from '../../../src-main/archive/imports/dictionary.ts';
import { headerKey } from '../../../src-main/archive/imports/header-key.ts';

const spellings = dictionaryEntries.flatMap(([meaning, words]) =>
  words.split(' ').map((word) => [word, meaning] as const),
);

describe('the header dictionary', () => {
  it('knows more than 300 spellings, each once', () => {
    expect(spellings.length).toBeGreaterThanOrEqual(300);
    expect(new Set(spellings.map(([word]) => word)).size).toBe(spellings.length);
  });

  it('reads every one of them back, also decorated as people decorate headers', () => {
    const decorations = [
      (word: string) => word,
      (word: string) => `*${word}`,
      (word: string) => `${word}：`,
      (word: string) => `${word}（必填）`,
      (word: string) => ` ${[...word].join(/\p{Script=Han}/u.test(word) ? ' ' : '')}\n`,
      (word: string) => `【${word}】`,
      (word: string) => word.toUpperCase(),
    ];
    const wrong = spellings.flatMap(([word, meaning]) =>
      decorations
        .map((decorate) => decorate(word))
        .filter((header) => readHeader([header])?.meaning !== meaning)
        .map((header) => `${header} → ${readHeader([header])?.meaning ?? 'nothing'}, not ${meaning}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each<[string[], Meaning | null]>([
    [['*手 机\n号码：'], 'mobile'],
    [['手機號碼'], 'mobile'],
    [['客戶名稱'], 'customerName'],
    [['客户名称 Customer Name'], 'customerName'],
    [['E-mail'], 'email'],
    [['Tel.'], 'phone'],
    [['Fax No.'], 'fax'],
    [['No.'], 'serial'],
    [['#'], 'serial'],
    [['2、客户名称'], 'customerName'],
    [['统一社会信用代吗'], 'creditCode'],
    [['adress'], 'address'],
    [['经理电话'], 'phone'],
    [['采购联系人手机'], 'mobile'],
    [['身份证号（18位）'], 'identityNumber'],
    [['客户等级（A/B/C）'], 'level'],
    [['省/市/区'], 'region'],
    [['电话/传真'], 'phone'],
    [['联系人', '姓名'], 'contactName'],
    [['联系人', '手机'], 'mobile'],
    [['开票资料', '电话'], 'registeredPhone'],
    [['开票资料', '地址'], 'registeredAddress'],
    [['法人', '姓名'], 'legalRepresentative'],
    [['客户信息', '姓名'], 'customerName'],
    [['首次合作\n日期'], 'unused'],
    [['年采购额\n（万元）'], 'unused'],
    [['合同编号'], null],
    [['毛利'], null],
    [['上次拜访日期'], null],
    [['__proto__'], null],
    [['constructor'], null],
    [[''], null],
  ])('takes %j for %s', (header, meaning) => {
    expect(readHeader(header)?.meaning ?? null).toBe(meaning);
  });

  it.each([
    ['手机1', '手机', 1],
    ['联系人（二）', '联系人', 2],
    ['第二联系人', '联系人', 2],
    ['联系人2电话', '联系人电话', 2],
    ['联系人 3', '联系人', 3],
    ['手机', '手机', null],
  ])('finds the number in %s', (header, key, number) => {
    expect(headerKey(header)).toMatchObject({ key, number });
  });
});
