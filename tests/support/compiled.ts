import { resolve } from 'node:path';

/**
 * Where Node keeps what it compiled of the sources, for the next process or thread that loads them: in `NODE_COMPILE_CACHE` of whatever
 * starts one. Most of the time of a start goes into reading TypeScript, and each backup, each import starts a thread.
 */
export const compiledFolder = resolve(import.meta.dirname, '../../node_modules/.cache/compiled');
