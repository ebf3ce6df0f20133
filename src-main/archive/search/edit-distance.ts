/**
 * The fewest insertions, deletions and replacements of characters that turn `wanted` into some stretch of `text`
 * (Sellers). `most + 1` when more than `most` are needed.
 *
 * @param mayBegin whether a stretch may begin at this position of the text; anywhere when not given
 */
export function distanceWithin(
  text: string,
  wanted: string,
  most: number,
  mayBegin?: (at: number) => boolean,
): number {
  const far = most + 1;
  const row = Array.from({ length: wanted.length + 1 }, (_, at) => Math.min(at, far));
  let least = far;
  for (let position = 0; position < text.length; position++) {
    // What row[0] costs decides whether a stretch may begin before this character.
    let diagonal = mayBegin && !mayBegin(position) ? far : 0;
    row[0] = diagonal;
    for (let at = 1; at <= wanted.length; at++) {
      const above = row[at] ?? far;
      const replaced = diagonal + (wanted.charCodeAt(at - 1) === text.charCodeAt(position) ? 0 : 1);
      row[at] = Math.min(replaced, above + 1, (row[at - 1] ?? far) + 1, far);
      diagonal = above;
    }
    least = Math.min(least, row[wanted.length] ?? far);
  }
  return least;
}

/** The fewest insertions, deletions and replacements that turn one text into the other (Levenshtein). */
export function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let index = 1; index <= one.length; index++) {
    const before = row;
    row = [index];
    for (let at = 1; at <= other.length; at++) {
      const replaced = (before[at - 1] ?? 0) + (one.charAt(index - 1) === other.charAt(at - 1) ? 0 : 1);
      row.push(Math.min(replaced, (before[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1));
    }
  }
  return row[other.length] ?? 0;
}
