import { lineAt, type Block, type Entry, type Lines } from './finder-block.ts';

export type LinesOf = 'names' | 'sounds' | 'pinyin' | 'numbers';

/** One place where a scan found something. */
export interface Found {
  readonly entry: Entry;
  /** Which text of the entry. */
  readonly which: number;
  /** Length of the scanned line, and where in it something was found. */
  readonly lineLength: number;
  readonly at: number;
  /** What was found; of a pattern, what it matched. */
  readonly matched: string;
  /** The scanned line. */
  readonly line: () => string;
}

/**
 * Calls back for each line that holds the text or pattern (global), once a line, the newest customers first,
 * until the callback returns false. What is wanted must not hold line breaks.
 */
export function scan(
  blocks: readonly Block[],
  of: LinesOf,
  wanted: string | RegExp,
  callback: (found: Found) => boolean | void,
): void {
  for (const block of blocks) if (!scanLines(block, block[of], wanted, callback)) return;
}

function scanLines(
  block: Block,
  lines: Lines,
  wanted: string | RegExp,
  callback: (found: Found) => boolean | void,
): boolean {
  const { text, starts } = lines;
  let from = 0;
  for (;;) {
    let at: number;
    let matched: string;
    if (typeof wanted === 'string') {
      at = text.indexOf(wanted, from);
      matched = wanted;
      if (at < 0) return true;
    } else {
      wanted.lastIndex = from;
      const match = wanted.exec(text);
      if (!match) return true;
      at = match.index;
      [matched] = match;
    }
    const number = lineAt(lines, at);
    const start = starts[number] ?? 0;
    from = (starts[number + 1] ?? text.length + 1) - 1;
    const end = from;
    const entry = block.entries[lines.owners[number] ?? 0];
    if (!entry) continue;
    const found = {
      entry,
      which: lines.which[number] ?? 0,
      lineLength: end - start,
      at: at - start,
      matched,
      line: () => text.slice(start, end),
    };
    if (callback(found) === false) return false;
  }
}
