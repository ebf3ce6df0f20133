import { parentPort } from 'node:worker_threads';
import { loadSqlite } from '../sqlite-thread.ts';
import { nameKeys, termsOf } from './customer-words.ts';
import { FullTextBuilder } from './full-text-builder.ts';
import { buffersOf } from './full-text-parts.ts';
import type { WordsAnswer, WordsRequest } from './words-maker.ts';
import type { SearchableCustomer } from './words.ts';

// The entry of a worker. Making the words of many customers, and the index of them, takes as long as writing them; in here
// it is done meanwhile.

loadSqlite();
let builder = new FullTextBuilder();

parentPort?.on('message', (request: WordsRequest) => {
  if (request === 'parts') {
    const parts = builder.finish();
    builder = new FullTextBuilder();
    parentPort?.postMessage({ parts } satisfies WordsAnswer, parts ? buffersOf(parts) : []);
    return;
  }
  const customers = JSON.parse(request.customers) as SearchableCustomer[];
  for (const [index, terms] of termsOf(customers).entries()) builder.add(request.firstId + index, terms);
  const keys = JSON.stringify(customers.map(({ name }) => nameKeys(name)));
  parentPort?.postMessage({ keys } satisfies WordsAnswer);
});
