import { appendFileSync } from 'node:fs';

/** Whether this is `npm run soak`: many more examples, other ones each time, and archives on the disk instead of in memory. */
export const isSoak = process.env['KEDANG_SOAK'] !== undefined;

/** Puts a line into the summary at the end of the soak. */
export function tellSoak(line: string): void {
  const report = process.env['KEDANG_SOAK_REPORT'];
  if (report !== undefined) appendFileSync(report, `${line}\n`);
}
