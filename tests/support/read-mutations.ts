import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../../src-main/archive/imports/readers/read-content.ts';
import { ReadError } from '../../src-main/archive/imports/readers/read-error.ts';
import { repeatable } from './made-up-customers.ts';
import { mutated, wholeFiles } from './mutations.ts';

/*
 * Reads files that were changed at random, each without a worker around it, and prints how many were read, were refused
 * by name, or are damaged, and what else happened, which must be nothing. Arguments: the seed and the count. Before each
 * file its number is written to standard error, so that who waits knows which one it was.
 */

const [seed = 1, count = 1_000] = process.argv.slice(2).map(Number);
const draw = repeatable(seed);
const folder = mkdtempSync(join(tmpdir(), 'kedang-mutations-'));
const path = join(folder, '客户.xlsx');
const output = { progress() {}, beginSheet() {}, chunk() {}, endSheet() {} };
const untouched = Object.getOwnPropertyNames(Object.prototype).join();
const counts = { read: 0, refused: 0, damaged: 0 };
const wrong: string[] = [];
process.on('unhandledRejection', (reason) => wrong.push(`unhandled: ${String(reason)}`));

const wholes = await wholeFiles();
for (let number = 0; number < count; number++) {
  const whole = wholes[number % wholes.length];
  if (!whole) break;
  writeFileSync(path, mutated(whole, draw));
  process.stderr.write(`${number}\n`);
  try {
    await readContent({ path, fileName: '客户.xlsx', encoding: null, delimiter: null }, output);
    counts.read++;
  } catch (error) {
    if (error instanceof ReadError) counts.refused++;
    else if (error instanceof Error && !('syscall' in error)) counts.damaged++;
    else wrong.push(`${number}: ${String(error)}`);
  }
  if (Object.getOwnPropertyNames(Object.prototype).join() !== untouched)
    wrong.push(`${number}: Object.prototype`);
}
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ ...counts, wrong }));
