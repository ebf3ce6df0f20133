/** What may stand between several values in one cell. */
const separators = /[;；、,，|｜\n]/u;

/**
 * Several values as one cell. People read `甲；乙`; when a value holds something that separates, they stand on lines
 * of their own instead, so that {@link splitList} gives back exactly what went in. Values are trimmed and not
 * empty; line feeds within one become spaces.
 *
 * @example joinList(['展会', 'VIP']) // '展会；VIP'
 * @example joinList(['甲、乙']) // '甲、乙\n'
 */
export const joinList = (values: readonly string[]): string => {
  const lines = values.map((value) => value.replace(/\s*\n\s*/gu, ' '));
  if (!lines.some((line) => separators.test(line))) return lines.join('；');
  return lines.length === 1 ? `${lines.join('')}\n` : lines.join('\n');
};

/** The values of a cell: its lines where it has line feeds, else what stands between separators. */
export const splitList = (cell: string): string[] =>
  cell
    .split(cell.includes('\n') ? '\n' : separators)
    .map((value) => value.trim())
    .filter((value) => value !== '');
