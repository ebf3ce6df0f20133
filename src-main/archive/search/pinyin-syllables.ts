const syllables: ReadonlySet<string> = new Set(
  (
    'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng ' +
    'cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu ' +
    'cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ' +
    'ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan ' +
    'guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian ' +
    'jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan ' +
    'kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lue ' +
    'lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne ' +
    'nei nen neng ng ni nian niang niao nie nin ning niu nong nou nu nuan nue nun nuo nv nve o ou pa pai pan pang pao ' +
    'pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ' +
    'ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang ' +
    'shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta ' +
    'tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo ' +
    'wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu ' +
    'yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu ' +
    'zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo'
  ).split(' '),
);
const longest = 6;

/** Whether the letters are one whole syllable of pinyin (toneless, ü as v or u). */
export const isSyllable = (letters: string): boolean => syllables.has(letters);

const beginnings = new Set<string>();
for (const syllable of syllables) {
  for (let length = 1; length <= syllable.length; length++) beginnings.add(syllable.slice(0, length));
}

/**
 * Positions at which a syllable begins however the letters are cut into syllables (the last may be unfinished):
 * in `xianshi` that is 4 alone, since 2 is a cut only of xi-an. Empty when the letters are not pinyin.
 */
export function sureBoundaries(letters: string): number[] {
  const { length } = letters;
  const reached = Array<boolean>(length + 1).fill(false);
  const completes = Array<boolean>(length + 1).fill(false);
  reached[0] = true;
  completes[length] = true;
  for (let at = 0; at < length; at++) {
    if (!reached[at]) continue;
    for (const end of ends(letters, at)) reached[end] = true;
  }
  for (let at = length - 1; at >= 0; at--) completes[at] = ends(letters, at).some((end) => completes[end]);
  if (!completes[0]) return [];

  const crossed = Array<boolean>(length + 1).fill(false);
  for (let at = 0; at < length; at++) {
    if (!reached[at]) continue;
    for (const end of ends(letters, at)) {
      if (completes[end]) crossed.fill(true, at + 1, end);
    }
  }
  const sure: number[] = [];
  for (let at = 1; at < length; at++) if (!crossed[at]) sure.push(at);
  return sure;
}

function ends(letters: string, at: number): number[] {
  const found: number[] = [];
  for (let end = at + 1; end <= letters.length && end <= at + longest; end++) {
    const part = letters.slice(at, end);
    if (syllables.has(part) || (end === letters.length && beginnings.has(part))) found.push(end);
  }
  return found;
}

/** A stretch of a query that is spelled out, or that is initials. */
export interface Stretch {
  readonly letters: string;
  readonly spelled: boolean;
}

/**
 * Letters that mix pinyin and initials, cut where they change: `wangxm` is wang + xm, `hzbajun` hz + bajun. As
 * many letters as possible count as spelled. Empty when the letters cannot be read so.
 */
export function stretchesOf(letters: string): Stretch[] {
  // For each position, the best way to read all up to it: how many letters are spelled, and the last piece.
  const best: ({ spelled: number; from: number } | null)[] = [{ spelled: 0, from: -1 }];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let from = Math.max(0, end - longest); from < end; from++) {
      const before = best[from];
      const piece = letters.slice(from, end);
      if (!before || !(syllables.has(piece) || /^[b-df-hj-np-tw-z]$/u.test(piece))) continue;
      const spelled = before.spelled + (syllables.has(piece) ? piece.length : 0);
      if (spelled > (best[end]?.spelled ?? -1)) best[end] = { spelled, from };
    }
  }
  const stretches: Stretch[] = [];
  for (let end = letters.length; end > 0;) {
    const from = best[end]?.from;
    if (from === undefined) return [];
    const piece = letters.slice(from, end);
    const [next] = stretches;
    const spelled = syllables.has(piece);
    if (next?.spelled === spelled) stretches[0] = { letters: piece + next.letters, spelled };
    else stretches.unshift({ letters: piece, spelled });
    end = from;
  }
  const last = stretches.at(-1);
  const before = stretches.at(-2);
  if (!last || !before || last.spelled || last.letters.length > 1) return stretches;
  // One letter at the end of what is spelled is the next syllable, begun.
  return [...stretches.slice(0, -2), { letters: before.letters + last.letters, spelled: true }];
}
