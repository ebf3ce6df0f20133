/** One stretch of a folded text that makes terms: Chinese (and whatever is not a-z, 0-9), or letters and digits. */
export interface Run {
  readonly kind: 'ideographs' | 'latin';
  /** The stretch; of a `latin` run without what joined its parts: `138-1234` is `1381234`. */
  readonly text: string;
  /** Where in `text` the parts of a `latin` run begin: `kh-0021` and `kh0021` both have [0, 2]. */
  readonly parts: readonly number[];
  /** A number that was typed in groups with spaces: `138 1234` has ['138', '1234']. Else empty. */
  readonly groups: readonly string[];
}

// What stands inside codes, numbers, mail and web addresses; and a space that groups digits.
const pattern =
  /[\u0080-\u{10FFFF}]+|[a-z0-9]+(?:(?:[-_.@/+'&:~#*()]{1,3}|(?<=[0-9]) (?=[0-9]))[a-z0-9]+)*/gu;
const boundaries = /[0-9]+|[a-z]+/gu;
const nothing: readonly never[] = [];

/** The runs of a folded text, in order. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  for (const [match] of folded.matchAll(pattern)) {
    if (match > '\u007F') runs.push({ kind: 'ideographs', text: match, parts: nothing, groups: nothing });
    else runs.push(latinRun(match));
  }
  return runs;
}

function latinRun(match: string): Run {
  let text = '';
  const parts: number[] = [];
  for (const [part] of match.matchAll(boundaries)) {
    parts.push(text.length);
    text += part;
  }
  return { kind: 'latin', text, parts, groups: match.includes(' ') ? match.split(' ') : nothing };
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
  const characters = /[\u{10000}-\u{10FFFF}]/u.test(text) ? [...text] : null;
  const { length } = characters ?? text;
  for (let at = 0; at + size <= length; at++) {
    callback(characters ? characters.slice(at, at + size).join('') : text.slice(at, at + size));
  }
}
