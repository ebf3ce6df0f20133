/** The options with one more; unchanged when it is blank or there already. */
export const withOption = (options: readonly string[], added: string): string[] => {
  const option = added.trim();
  return option === '' || options.includes(option) ? [...options] : [...options, option];
};

/** The options with the one at a place moved a step. */
export const moveOption = (options: readonly string[], at: number, by: -1 | 1): string[] => {
  const option = options[at];
  const to = at + by;
  if (option === undefined || to < 0 || to >= options.length) return [...options];
  return options.toSpliced(at, 1).toSpliced(to, 0, option);
};

/** Options as typed into one line or several: 现款、月结、预付. */
export const optionsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,，、;；/|]/u)
      .map((option) => option.trim().slice(0, 100))
      .filter((option) => option !== ''),
  ),
];
