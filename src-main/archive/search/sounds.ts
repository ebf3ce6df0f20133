import { foldCharacter, isIdeograph } from './fold.ts';
import { readingsOf } from './readings.ts';

const codes = new Map<string, string>();
// V8 looks for a character by the larger of its two bytes. Here that is the low one, which differs from syllable to
// syllable; in the private use area it would be the same for all, and a scan would take ten times as long.
const firstCode = 0x01_00;

const codeOf = (reading: string): string => {
  let code = codes.get(reading);
  if (code === undefined) {
    code = String.fromCharCode(firstCode + codes.size);
    codes.set(reading, code);
  }
  return code;
};

const known = new Map<string, string>();

function soundOfCharacter(character: string): string {
  let sound = known.get(character);
  if (sound === undefined) {
    sound = '';
    const folded = foldCharacter(character);
    for (const part of folded) {
      const [reading] = isIdeograph(part) ? readingsOf(part) : [];
      if (reading) sound += codeOf(reading);
      else if (/[a-z0-9]/u.test(part) || isIdeograph(part)) sound += part;
    }
    known.set(character, sound);
  }
  return sound;
}

/**
 * How a text sounds, one UTF-16 unit a syllable: equal for 八骏 and 八俊. Spaces and punctuation make no sound;
 * letters and digits are themselves. Only for comparing within one run of the program.
 */
export function soundOf(text: string): string {
  let sound = '';
  for (const character of text) sound += known.get(character) ?? soundOfCharacter(character);
  return sound;
}

/** Where in a text `length` units of its sound stand, counted from `start`, as UTF-16 positions. */
export function soundRange(text: string, start: number, length: number): [number, number] {
  let at = 0;
  let sounded = 0;
  let from = 0;
  for (const character of text) {
    const units = soundOfCharacter(character).length;
    if (sounded <= start) from = at;
    sounded += units;
    at += character.length;
    if (sounded >= start + length) break;
  }
  return [from, at];
}
