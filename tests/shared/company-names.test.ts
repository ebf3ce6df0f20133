import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readFile } from '../../src-main/archive/imports/readers/read-file.ts';
import {
  companyCore,
  companyKey,
  companyParts,
  compareCompanies,
  guessKind,
  isAddress,
  isPersonName,
  looksLikeCompany,
  shortNameOf,
} from '../../src-shared/company-names.ts';

const toSimplified = (text: string) => text.replaceAll('駿', '骏').replaceAll('貿', '贸');

describe('one customer under another spelling', () => {
  test.each([
    ['深圳隆润服饰有限公司\u3000', '深圳隆润服饰有限公司'],
    ['上海市汇祥物流有限公司', '上海汇祥物流有限公司'],
    ['上海市联源食品商行', '上海联源食品商行'],
    ['浙江省杭州市航利贸易有限公司', '杭州航利贸易有限公司'],
    ['杭州航利贸易', '杭州航利贸易有限公司'],
    ['杭州航利贸易有限责任公司', '杭州航利贸易有限公司'],
    ['杭州航利贸易股份有限公司', '杭州航利贸易有限公司'],
    ['航利贸易（杭州）有限公司', '航利贸易(杭州)有限公司'],
    ['杭州 八骏 科技有限公司', '杭州八骏科技有限公司'],
    ['杭州八骏科技有限公司。', '“杭州八骏科技有限公司”'],
    ['ＡＢＣ贸易有限公司', 'abc贸易有限公司'],
    ['杭州八骏商行（个体工商户）', '杭州八骏商行'],
    ['Hangzhou Bajun Tech Co., Ltd.', 'HANGZHOU BAJUN TECH CO LTD'],
    ['Hangzhou Bajun Tech Company Limited', 'Hangzhou Bajun Tech'],
  ])('%s is the same as %s', (one, other) => {
    expect(companyKey(one)).toBe(companyKey(other));
    expect(compareCompanies(one, other)).toBe('same');
  });

  test.each([
    ['鑫华服饰', '杭州鑫华服饰有限公司'],
    ['星创科技', '重庆星创科技商行'],
    ['航利贸易(杭州)有限公司', '杭州航利贸易有限公司'],
    ['八骏科技有限公司', '杭州八骏科技'],
    ['杭州八骏商行', '杭州市西湖区八骏商行'],
    ['苏州昆山恒通五金厂', '昆山恒通五金厂'],
  ])('%s is likely the same as %s, but not for certain', (one, other) => {
    expect(companyKey(one)).not.toBe(companyKey(other));
    expect(compareCompanies(one, other)).toBe('likely');
  });

  test.each([
    ['宁波安汇五金有限公司', '杭州安汇五金股份有限公司'],
    ['重庆昌盛科技商行', '宁波昌盛科技有限公司'],
    ['深圳联宁电子有限责任公司', '深圳联宁电子商行'],
    ['上海丰航汽车配件经营部', '上海丰航汽车配件商行'],
    ['浙江杭州八骏科技', '浙江宁波八骏科技'],
  ])('%s only resembles %s: place or form contradict', (one, other) => {
    expect(compareCompanies(one, other)).toBe('similar');
  });

  test.each([
    ['杭州酒店有限公司', '宁波酒店有限公司'],
    ['杭州银行', '宁波银行'],
    ['北京大学', '南京大学'],
    ['杭州八骏科技有限公司', '杭州八俊科技有限公司'],
    ['杭州八骏科技有限公司', '杭州八骏科技有限公司宁波分公司'],
    ['永康五金厂', '义乌五金厂'],
    ['有限公司', '公司'],
    ['——', '……'],
  ])('%s is another than %s', (one, other) => {
    expect(compareCompanies(one, other)).toBe('different');
  });

  it('traditional characters are the same with the caller’s table', () => {
    expect(companyKey('杭州八駿貿易有限公司', toSimplified)).toBe(companyKey('杭州八骏贸易有限公司'));
    expect(companyCore('杭州八駿科技有限公司', toSimplified)).toBe('八骏科技');
  });

  it('finds exactly the 12 rows of the sample ledger that are a customer under another spelling', async () => {
    const path = fileURLToPath(new URL('../fixtures/samples/客户台账2015-2024.xlsx', import.meta.url));
    const { sheets } = await readFile(path, '客户台账2015-2024.xlsx');
    const ledger = sheets[0];
    const names = Array.from(
      { length: ledger?.filledRows ?? 0 },
      (_, position) => ledger?.cellsAt(position) ?? [],
    )
      .filter((cells) => /^\d+$/u.test(cells.find(({ column }) => column === 0)?.text ?? ''))
      .map((cells) => cells.find(({ column }) => column === 1)?.text ?? '');
    expect(names).toHaveLength(416);
    const found = { same: 0, likely: 0, similar: 0 };
    for (const [position, name] of names.entries())
      for (const other of names.slice(0, position)) {
        const relation = compareCompanies(name, other);
        if (relation !== 'different') found[relation] += 1;
      }
    // Six with 市 put in or left out, six shortened to their core; five others share a core with another business.
    expect(found).toEqual({ same: 6, likely: 6, similar: 5 });
  });
});

describe('the parts of a name', () => {
  it('are its places, its core and its form', () => {
    expect(companyParts('浙江省杭州市八骏科技有限公司')).toEqual({
      places: ['浙江', '杭州'],
      core: '八骏科技',
      form: 'company',
    });
    expect(companyParts('八骏科技（杭州）有限公司')).toEqual({
      places: ['杭州'],
      core: '八骏科技',
      form: 'company',
    });
    expect(companyParts('义乌恒通百货商行')).toEqual({ places: ['义乌'], core: '恒通百货', form: '商行' });
    expect(companyParts('吉林市政工程有限公司').core).toBe('吉林市政工程');
    expect(companyParts('阿里巴巴（中国）有限公司').places).toEqual([]);
  });

  test.each([
    ['杭州八骏科技有限公司', '八骏科技'],
    ['上海联源食品商行', '联源食品'],
    ['宁波信隆汽车配件股份有限公司', '信隆汽车配件'],
    ['八骏（上海）信息科技有限公司', '八骏信息科技'],
    ['杭州银行股份有限公司', '杭州银行'],
    ['Hangzhou Bajun Tech Co., Ltd.', 'Hangzhou Bajun Tech'],
    ['八骏科技', ''],
    ['张三', ''],
    ['有限公司', ''],
    ['', ''],
  ])('%s is called “%s” for short', (name, short) => {
    expect(shortNameOf(name)).toBe(short);
  });
});

describe('company or person', () => {
  test.each([
    '张三',
    '欧阳娜娜',
    '解平磊',
    '单雄信',
    '仇超',
    '曾丽',
    '司马懿',
    '古丽·买买提',
    '王经理',
    '李总',
    '老陈',
    '小张',
    '陈姐',
    '解敏建',
  ])('%s is a person', (name) => {
    expect(guessKind(name)).toBe('person');
    expect(isPersonName(name) || isAddress(name)).toBe(true);
    expect(isPersonName(name) && isAddress(name)).toBe(false);
  });

  test.each([
    '杭州八骏科技有限公司',
    '八骏科技',
    '上海联源食品商行',
    '永康五金厂',
    '李记包子铺',
    '林家铺子',
    '新华书店',
    '杭州银行',
    '北京大学',
    '浙江省人民医院',
    '王麻子剪刀店',
    'Bajun Tech Co., Ltd.',
  ])('%s is a company', (name) => {
    expect(guessKind(name)).toBe('company');
    expect(isPersonName(name)).toBe(false);
  });

  it('a remark is neither', () => {
    for (const text of ['做五金的', '介绍人王姐', '同上', '13812345678', '']) {
      expect(isPersonName(text)).toBe(false);
      expect(looksLikeCompany(text)).toBe(false);
    }
  });
});

it('a key is its own key however signs and spaces are put in, and nothing throws', () => {
  const place = fc.constantFrom('', '杭州', '杭州市', '浙江省杭州市', '昆山');
  const core = fc.constantFrom('八骏科技', '航利贸易', '星创', '鑫华服饰');
  const form = fc.constantFrom('', '有限公司', '有限责任公司', '股份有限公司', '商行', '经营部');
  fc.assert(
    fc.property(
      place,
      core,
      form,
      fc.constantFrom(' ', '　', '·', '（', '-'),
      fc.nat(20),
      (p, c, f, sign, at) => {
        const name = p + c + f;
        const key = companyKey(name);
        expect(companyKey(key)).toBe(key);
        // Spaces inside a place or a legal form are beyond anyone; at their joints they do not count.
        const joints = [0, p.length, p.length + c.length, name.length];
        const joint = joints[at % joints.length] ?? 0;
        expect(companyKey(name.slice(0, joint) + sign + name.slice(joint))).toBe(key);
      },
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      compareCompanies(text, `杭州${text}有限公司`);
      shortNameOf(text);
      guessKind(text);
      if (/[\p{L}\p{N}]/u.test(text.normalize('NFKC').trim())) expect(companyCore(text)).not.toBe('');
    }),
  );
});
