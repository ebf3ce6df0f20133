import type { Range } from '../../../src-shared/customers.ts';
import { fold, isSymbol } from './fold.ts';
import { beginsPart, joinRanges, rangeOf, squeeze, squeezedText, type Squeezed } from './positions.ts';
import { runsOf, type Run } from './runs.ts';
import { findSound } from './sound-matches.ts';

/** What a text is: only names have a sound, and the number at the end of a code is found without its zeros. */
export type TextKind = 'name' | 'code' | 'text';

/** One part of a query, made ready to be looked for in many texts. */
export interface Needle {
  readonly text: string;
  readonly kind: Run['kind'];
  /** A number without the country it was typed with; else ''. */
  readonly national: string;
  /** The groups in which a number was typed: they may also stand apart, as the first and the last digits do. */
  readonly groups: readonly string[];
}

let lastQuery = '';
let lastNeedles: readonly Needle[] = [];

/** The parts of a query; one query is asked of many texts in a row. */
export function needlesOf(query: string): readonly Needle[] {
  if (query !== lastQuery) {
    lastNeedles = runsOf(fold(query)).map(needleOf);
    lastQuery = query;
  }
  return lastNeedles;
}

function needleOf({ text, kind, parts, grouped }: Run): Needle {
  const [, national = ''] = /^(?:00)?86(\d{5,})$/u.exec(text) ?? [];
  return { text, kind, national, groups: grouped ? parts : [] };
}

/**
 * Where the query stands in a text, in UTF-16 positions of the text as written: the words themselves in any
 * width and script, fragments of numbers across dashes and spaces, and in names what sounds so.
 */
export function matchRanges(text: string, query: string, kind: TextKind = 'name'): Range[] {
  const squeezed = squeezedText(text);
  return joinRanges(needlesOf(query).flatMap((needle) => needleRanges(text, squeezed, needle, kind)));
}

/** Ranges of one part of a query; `squeezed` is {@link squeezedText} of the text. */
export function needleRanges(text: string, squeezed: string, needle: Needle, kind: TextKind): Range[] {
  if (isSymbol(needle.text)) return occurrences(squeeze(text, true), needle.text);
  for (const pieces of [[needle.text], [needle.national], needle.groups]) {
    const all = pieces.length > 0 && pieces.every((piece) => piece !== '' && squeezed.includes(piece));
    if (!all) continue;
    const positions = squeeze(text);
    const ranges = pieces.map((piece) => occurrences(positions, piece));
    if (ranges.every((found) => found.length > 0)) return ranges.flat();
  }
  if (kind === 'code') return codeNumber(text, needle.text);
  if (kind !== 'name' || needle.kind !== 'latin') return [];
  const sound = findSound(text, needle.text);
  return sound ? [sound.range] : [];
}

/** Every place of a piece; one or two letters or digits only where a part begins, as they are indexed. */
export function occurrences(squeezed: Squeezed, piece: string): Range[] {
  const ranges: Range[] = [];
  const anywhere = piece.length > 2 || piece > '\u007F';
  for (let at = squeezed.text.indexOf(piece); at >= 0; at = squeezed.text.indexOf(piece, at + 1)) {
    if (anywhere || beginsPart(squeezed, at)) ranges.push(rangeOf(squeezed, at, piece.length));
  }
  return ranges;
}

function codeNumber(text: string, digits: string): Range[] {
  const [, number] = /(?:^|\D)0*([1-9]\d?)$/u.exec(text) ?? [];
  return number === digits ? [[text.length - number.length, text.length]] : [];
}
