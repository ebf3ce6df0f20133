import type { Range } from '../../../src-shared/customers.ts';
import { foldCharacter } from './fold.ts';
import { syllablesOf, type Syllable } from './name-pinyin.ts';

/** How letters stand for a name: spelled out, by the first letters of its syllables, or now so, now so. */
export type Sound = 'pinyin' | 'initials' | 'mixed';

export interface SoundMatch {
  readonly sound: Sound;
  /** The characters that are spoken, as a range of the name. */
  readonly range: Range;
  /** Index of the first syllable, and one past the last. */
  readonly syllables: readonly [number, number];
}

const remembered = new Map<string, readonly Syllable[]>();
const mostRemembered = 2_000;

function syllablesOfName(name: string): readonly Syllable[] {
  let syllables = remembered.get(name);
  if (!syllables) {
    const originals = [...name];
    syllables = syllablesOf(originals, originals.map(foldCharacter));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(name, syllables);
  }
  return syllables;
}

/** Where a name begins to sound like the letters, from any syllable on; the first such place, or null. */
export function findSound(name: string, letters: string): SoundMatch | null {
  const syllables = syllablesOfName(name);
  for (const sound of ['initials', 'pinyin', 'mixed'] as const) {
    for (let start = 0; start < syllables.length; start++) {
      const end = speak(syllables, start, letters, sound);
      const [first, last] = [syllables[start], syllables[end - 1]];
      if (end < 0 || !first || !last) continue;
      const characters = [...name];
      const from = characters.slice(0, first.at).join('').length;
      const to = characters.slice(0, last.at + last.length).join('').length;
      return { sound, range: [from, to], syllables: [start, end] };
    }
  }
  return null;
}

/** Index after the syllable in which the letters end; -1 when they do not fit. */
function speak(syllables: readonly Syllable[], at: number, letters: string, sound: Sound): number {
  const syllable = syllables[at];
  if (!syllable) return -1;
  for (const spelling of spellingsOf(syllable, sound)) {
    if (spelling.startsWith(letters)) return at + 1;
    if (!letters.startsWith(spelling)) continue;
    const end = speak(syllables, at + 1, letters.slice(spelling.length), sound);
    if (end > 0) return end;
  }
  return -1;
}

const spellingsOf = ({ readings, initials }: Syllable, sound: Sound): readonly string[] =>
  sound === 'pinyin' ? readings : sound === 'initials' ? initials : [...readings, ...initials];
