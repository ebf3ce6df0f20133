/**
 * The same function, which remembers its answers: for one that is asked for the same texts again and again, as every row of
 * a sheet names the same few towns. What it answers must not be changed.
 *
 * @param most when so many are remembered, all are forgotten
 */
export function remembered<T>(answer: (text: string) => T, most = 5_000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    let known = answers.get(text);
    if (known === undefined) {
      known = answer(text);
      if (answers.size >= most) answers.clear();
      answers.set(text, known);
    }
    return known;
  };
}
