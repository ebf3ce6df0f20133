/** Excel opens no workbook whose sheets have longer names. */
const longest = 31;

/** Names that a workbook may give to its sheets, as close to the wanted ones as they can be, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const allowed =
      name
        .replace(/[\\/?*:[\]\p{Cc}]/gu, '_')
        .replace(/^'|'$/gu, '_')
        .trim() || 'Sheet';
    for (let number = 1; ; number++) {
      const mark = number === 1 ? '' : ` (${number})`;
      const fitted = allowed.slice(0, longest - mark.length) + mark;
      // Excel tells names apart without regard to case.
      if (taken.has(fitted.toLowerCase())) continue;
      taken.add(fitted.toLowerCase());
      return fitted;
    }
  });
}
