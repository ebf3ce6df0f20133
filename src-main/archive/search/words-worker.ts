import { parentPort } from 'node:worker_threads';
import { packWords } from './customer-words.ts';
import type { SearchableCustomer } from './words.ts';

// The entry of a worker. Making the words of many customers takes as long as writing them; in here it is done meanwhile.

parentPort?.on('message', (asked: string) => {
  const words = packWords(JSON.parse(asked) as SearchableCustomer[]);
  parentPort?.postMessage(words, [words.terms.buffer, words.ends.buffer]);
});
