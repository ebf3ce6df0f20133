import { parentPort } from 'node:worker_threads';
import { loadSqlite } from '../sqlite-thread.ts';
import { FullTextBuilder } from './full-text-builder.ts';
import { buffersOf } from './full-text-parts.ts';
import type { TermsAnswer, TermsRequest } from './terms-maker.ts';
import { termsOf, type SearchableCustomer } from './words.ts';

// The entry of a worker. Making the terms of many customers, and the index of them, takes as long as writing them; in here
// it is done meanwhile.

loadSqlite();
let builder = new FullTextBuilder();

parentPort?.on('message', (request: TermsRequest) => {
  if (request === 'parts') {
    const parts = builder.finish();
    builder = new FullTextBuilder();
    parentPort?.postMessage(parts satisfies TermsAnswer, parts ? buffersOf(parts) : []);
    return;
  }
  const customers = JSON.parse(request.customers) as SearchableCustomer[];
  for (const [index, terms] of termsOf(customers).entries()) builder.add(request.firstId + index, terms);
});
