import characters from 'opencc-js/dict/TSCharacters';

// Parts that programs emit instead of the character when text is copied out of a PDF; NFKC leaves them alone.
const radicals =
  '⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';

const table: ReadonlyMap<string, string> = readTable();

function readTable(): Map<string, string> {
  const simplified = new Map<string, string>();
  for (const entry of characters.split('|')) {
    const [from, to] = entry.split(' ');
    if (from && to) simplified.set(from, to);
  }
  for (let at = 0; at < radicals.length; at += 2)
    simplified.set(radicals.charAt(at), radicals.charAt(at + 1));
  return simplified;
}

/** Marks the UTF-16 units that may change: those of the table, and halves of pairs, of which some do. */
const mayChange = new Uint8Array(0x1_0000).fill(1, 0xd800, 0xe000);
for (const character of table.keys()) mayChange[character.charCodeAt(0)] = 1;

/** The simplified form of one character (code point), or the character itself. */
export const simplifyCharacter = (character: string): string => table.get(character) ?? character;

/**
 * Traditional characters become simplified ones, one by one and whatever stands beside them.
 *
 * OpenCC also has phrases (乾坤 keeps its 乾, 乾淨 becomes 干净). They are left out on purpose: what is compared
 * and searched must not depend on where a text was cut, or 乾 would not find 乾坤.
 */
export function toSimplified(text: string): string {
  let at = 0;
  // Nearly every text is simplified already.
  while (at < text.length && mayChange[text.charCodeAt(at)] !== 1) at++;
  if (at === text.length) return text;
  let result = '';
  for (const character of text) result += table.get(character) ?? character;
  return result;
}
