import { simplifyCharacter } from './simplify.ts';

const known = new Map<string, string>();

/** What a UTF-16 unit becomes, where that is one unit; {@link unknown} at first. */
const units = new Uint16Array(0x1_0000);
const unknown = 0;
/** For what becomes nothing or more than one unit, and for halves of pairs. */
const asCharacter = 0xffff;

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  const folded = isHalf ? '' : foldCharacter(String.fromCharCode(unit));
  return (units[unit] = folded.length === 1 ? folded.charCodeAt(0) : asCharacter);
}

/**
 * One character (code point) as search compares it: compatibility forms and full width resolved (NFKC), lower
 * case, no accents, simplified. The result holds a-z, 0-9, other letters, and ASCII punctuation or a space for
 * whatever separates; symbols such as emoji stand between spaces; what is invisible becomes ''.
 */
export function foldCharacter(character: string): string {
  let result = known.get(character);
  if (result === undefined) known.set(character, (result = foldUnknown(character)));
  return result;
}

/** {@link foldCharacter} over a whole text. Most characters stay what they are, and nothing is made anew for them. */
export function fold(text: string): string {
  let result = '';
  let taken = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let folded = units[unit] ?? unknown;
    if (folded === unknown) folded = learn(unit);
    if (folded === unit && folded !== asCharacter) continue;
    result += text.slice(taken, at);
    if (folded === asCharacter) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      result += foldCharacter(character);
      at += character.length - 1;
    } else result += String.fromCharCode(folded);
    taken = at + 1;
  }
  return taken === 0 ? text : result + text.slice(taken);
}

/** Whether a folded character is a symbol such as an emoji: found alone, and never part of a word. */
export const isSymbol = (character: string): boolean => /^\p{So}/u.test(character);

/** Whether a folded character belongs to a word that is not a-z or 0-9: Chinese above all. */
export const isIdeograph = (character: string): boolean => character > '\u007F';

function foldUnknown(character: string): string {
  if (character === 'ı') return 'i';
  let result = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    result += /[\p{M}\p{Cf}\p{Sk}]/u.test(part) && part > '\u007F' ? '' : part;
  }
  let folded = '';
  for (const part of result.normalize('NFC')) folded += foldPart(part);
  return folded;
}

function foldPart(part: string): string {
  if (part <= '\u007F') return /\s/u.test(part) ? ' ' : part < ' ' || part === '\u007F' ? '' : part;
  if (/[\p{L}\p{N}]/u.test(part)) return simplifyCharacter(part);
  if (/\p{Pd}/u.test(part)) return '-';
  if (/\p{So}/u.test(part)) return radicalOrSymbol(part);
  return ' ';
}

// CJK radicals are symbols to Unicode, and characters to whoever copied them out of a PDF.
function radicalOrSymbol(part: string): string {
  const simplified = simplifyCharacter(part);
  return simplified === part ? ` ${part} ` : simplified;
}
