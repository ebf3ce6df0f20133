/** What a code is made of: the running number stands between prefix and suffix, with at least `width` digits. */
export interface CodePattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly width: number;
}

/** `KH-{YY}{0000}` at 2026-11-22 → prefix `KH-26`, width 4. Dates are those of this PC. */
export const readCodePattern = (pattern: string, at: Date): CodePattern => {
  const year = String(at.getFullYear());
  const dated = pattern
    .replaceAll('{YYYY}', year)
    .replaceAll('{YY}', year.slice(-2))
    .replaceAll('{MM}', String(at.getMonth() + 1).padStart(2, '0'))
    .replaceAll('{DD}', String(at.getDate()).padStart(2, '0'));
  const running = /\{(0+)\}/u.exec(dated);
  if (!running) return { prefix: dated, suffix: '', width: 1 };
  return {
    prefix: dated.slice(0, running.index),
    suffix: dated.slice(running.index + running[0].length),
    width: running[1]?.length ?? 1,
  };
};

/** The code that carries this running number. */
export const formatCode = ({ prefix, suffix, width }: CodePattern, number: number): string =>
  `${prefix}${String(number).padStart(width, '0')}${suffix}`;
