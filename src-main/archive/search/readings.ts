import { pinyin } from 'pinyin-pro';
import { simplifyCharacter } from './simplify.ts';

/**
 * Readings that people do use beside a character's first one, in names of people, places and firms. The rare
 * ones of a full dictionary (女 as ru, 广 as an) would only make wrong hits.
 */
const alsoRead =
  'bai:柏 bang:蚌 bao:薄剥曝 bei:陂 beng:蚌 bi:秘泌辟贲 bing:槟 bo:柏薄剥卜蕃 bu:堡埔 cha:查刹 chai:差 chan:单禅颤 chao:朝 ' +
  'chen:谌 cheng:盛铛晟乘 chi:郗匙 chong:重种 chu:畜褚 chuang:幢 cong:枞 dan:弹单澹 dang:铛 dao:焘 deng:澄 di:翟地的 diao:调 ' +
  'dong:侗 dou:都 du:都度 dun:囤敦 e:阿 fan:繁番蕃 fei:芾 fo:佛 fu:脯宓芾 ga:咖伽 gai:盖 gao:镐 ge:盖蛤 gou:句枸 gu:贾 guan:莞 ' +
  'gui:炅桧 guo:涡 ha:蛤 hang:行 hao:镐 huan:还郇 hui:珲桧会 hun:珲 hu:浒 ji:给稽 jia:伽贾 jian:犍槛 jiao:校觉角 jie:解桔颉 ' +
  'jin:劲 jing:劲靓 jiong:炅 ju:桔枸 juan:圈隽 jue:角觉嚼 jun:隽筠浚 ka:卡咖 kan:槛 kuai:会 kui:隗 le:乐了勒 lei:勒 li:栎 ' +
  'liang:靓俩 liao:了蓼 long:弄泷 lou:露 lu:六露陆 luo:泺漯络 man:蔓 mi:宓秘泌 miao:缪 min:玟 mo:模 mou:牟缪 mu:模牟 na:娜那 ' +
  'nai:佴 nian:粘 nie:乜 ning:宁 nuo:娜 ou:区 pan:番 pang:磅 pi:辟陂 pian:便扁 piao:朴 po:泊繁 pu:堡埔曝朴 qi:俟亓 qia:卡 ' +
  'qian:茜荨犍乾 qiao:壳 qie:郄 qin:覃溱 qiu:仇 qu:瞿 quan:圈 sai:塞 se:塞 sha:厦刹莎 shan:单禅栅 shang:裳 shao:召苕 ' +
  'she:歙 shen:参谌莘什 sheng:盛晟 shi:什匙 shu:术 shuai:率 shuang:泷 suo:莎 ta:拓漯 tan:弹覃澹 tiao:调苕 tou:钭 tun:囤 ' +
  'tuo:拓 wan:蔓莞菀 wei:隗尉圩 wen:汶玟 xi:铣茜郗歙郄 xia:厦 xian:铣洗冼 xiang:降 xiao:校 xie:解颉血 xin:莘 xing:省荥行 ' +
  'xiu:宿 xu:畜圩浒 xue:削 xun:荨郇浚 ya:轧 yan:铅 yao:钥幺 yin:圻 ying:荥 yu:尉蔚吁 yue:乐栎钥 yun:员筠 za:扎 zai:仔 ' +
  'zang:藏 zeng:曾 zha:查轧栅柞祭扎 zhai:翟祭 zhan:粘占颤 zhang:长 zhao:朝着爪 zhe:着 zhen:溱 zhu:褚术 zhua:爪 zhuan:传 zhuang:幢 ' +
  'zhuo:着 zi:仔 zong:枞 zuo:柞';

/** Words in which a very common character is read as it is nowhere else. */
const words: Readonly<Record<string, readonly string[]>> = {
  万俟: ['mo', 'qi'],
  大夫: ['dai', 'fu'],
};

const inWords = new Set(Object.keys(words).join(''));

const extra = new Map<string, string[]>();
for (const group of alsoRead.split(' ')) {
  const [reading, characters] = group.split(':');
  if (!reading || !characters) continue;
  for (const character of characters) extra.set(character, [...(extra.get(character) ?? []), reading]);
}

/** Of the characters up to the end of the common Hanzi by their code, of others by themselves. */
const known: (readonly string[] | undefined)[] = Array.from({ length: 0xa000 });
const knownRare = new Map<string, readonly string[]>();
const none: readonly string[] = [];

/**
 * The toneless readings of a character (one code point), the most frequent first: 长 → chang, zhang. ü is v, and
 * a second time u, as people type it: 吕 → lv, lu. Empty when it has none.
 */
export function readingsOf(character: string): readonly string[] {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < known.length) return (known[code] ??= look(character));
  let readings = knownRare.get(character);
  if (!readings) knownRare.set(character, (readings = look(character)));
  return readings;
}

function look(character: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(character)) return none;
  // 乾 is qian and, as the traditional form of 干, gan: what it becomes does not say how it was read.
  const simplified = simplifyCharacter(character);
  const found = new Set<string>();
  for (const form of new Set([character, simplified])) {
    for (const reading of [firstReading(form), ...(extra.get(form) ?? [])]) {
      if (reading === '') continue;
      found.add(reading.replace('ü', 'v'));
      if (reading.includes('ü')) found.add(reading.replace('ü', 'u'));
    }
  }
  return [...found];
}

function firstReading(character: string): string {
  const [reading = ''] = pinyin(character, { toneType: 'none', type: 'array', nonZh: 'removed' });
  return /^[a-zü]+$/u.test(reading) ? reading : '';
}

/** Readings that hold only because of the neighbours: for 万俟雪 `mo` at 0. */
export function readingInWord(characters: readonly string[], at: number): string | undefined {
  if (!inWords.has(characters[at] ?? '')) return undefined;
  for (const [word, readings] of Object.entries(words)) {
    const offset = word.indexOf(characters[at] ?? ' ');
    if (offset < 0) continue;
    const matches = [...word].every((character, index) => characters[at - offset + index] === character);
    if (matches) return readings[offset];
  }
  return undefined;
}
