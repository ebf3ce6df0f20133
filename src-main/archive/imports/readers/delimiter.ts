import { parseRecords } from './csv-records.ts';

const candidates = [',', '\t', ';', '|', '，'] as const;

/**
 * The character between the fields: the candidate that splits the first records into the most fields while
 * most records have the same number of them. A file of one column is taken as comma-separated.
 */
export function findDelimiter(text: string): string {
  const named = /^sep=(.)\r?\n/iu.exec(text)?.[1];
  if (named !== undefined) return named;
  const sample = text.slice(0, 65_536);
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const score = scoreOf(sample, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function scoreOf(sample: string, delimiter: string): number {
  const counts = new Map<number, number>();
  let records = 0;
  for (const record of parseRecords(sample, delimiter)) {
    if (record.length === 1 && record[0] === '') continue;
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
    if (++records === 100) break;
  }
  let [fields, times] = [1, 0];
  for (const [length, count] of counts) {
    if (length > 1 && count > times) [fields, times] = [length, count];
  }
  return fields < 2 ? 0 : (times / records) ** 2 * Math.log2(fields);
}
