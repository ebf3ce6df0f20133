/** One stretch of a folded text that makes terms: Chinese (and whatever is not a-z, 0-9), or letters and digits. */
export interface Run {
  readonly kind: 'ideographs' | 'latin';
  /** The stretch; of a `latin` run without what joined its parts: `138-1234` is `1381234`. */
  readonly text: string;
  /** The parts of a `latin` run as they were joined: `kh-0021` has ['kh', '0021']. Of other runs the text itself. */
  readonly parts: readonly string[];
  /** Whether it is a number typed in groups with spaces between: `138 1234`. */
  readonly grouped: boolean;
}

// What stands inside codes, numbers, mail and web addresses; and a space that groups digits.
const pattern =
  /[\u0080-\u{10FFFF}]+|[a-z0-9]+(?:(?:[-_.@/+'&:~#*()]{1,3}|(?<=[0-9]) (?=[0-9]))[a-z0-9]+)*/gu;
const joint = /[^a-z0-9]+/u;

/** The runs of a folded text, in order. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  for (const match of folded.match(pattern) ?? []) {
    if (match > '\u007F') runs.push({ kind: 'ideographs', text: match, parts: [match], grouped: false });
    else runs.push(latinRun(match));
  }
  return runs;
}

function latinRun(match: string): Run {
  if (!joint.test(match)) return { kind: 'latin', text: match, parts: [match], grouped: false };
  const parts = match.split(joint);
  return { kind: 'latin', text: parts.join(''), parts, grouped: match.includes(' ') };
}

/**
 * A folded text without anything between its words, so that 八骏（杭州）科技 is also found as 八骏杭州科技.
 * Returns the text itself when there is nothing to leave out.
 */
export const bridged = (folded: string): string =>
  /[^a-z0-9\u0080-\uFFFF]/u.test(folded)
    ? folded.replace(/ \p{So} |[^a-z0-9\u0080-\u{10FFFF}]+/gu, '')
    : folded;

/** Calls back for every piece of `size` characters (code points) of a run. */
export function eachGram(text: string, size: number, callback: (gram: string) => void): void {
  const characters = hasSurrogates(text) ? [...text] : null;
  const { length } = characters ?? text;
  for (let at = 0; at + size <= length; at++) {
    callback(characters ? characters.slice(at, at + size).join('') : text.slice(at, at + size));
  }
}

/** Whether a text has characters of two UTF-16 units: emoji and the rarer Hanzi of some names. */
export const hasSurrogates = (text: string): boolean => /[\u{10000}-\u{10FFFF}]/u.test(text);
