import type { Worker } from 'node:worker_threads';
import { startSqliteThread } from '../sqlite-thread.ts';
import { workerFile } from '../worker-file.ts';
import type { FullTextParts } from './full-text-parts.ts';
import { termsOf, type SearchableCustomer } from './words.ts';

/** What finds a customer in the full-text table, as UTF-8; null where it comes in {@link FullTextParts}. See `documentTerms`. */
export type Terms = Uint8Array | null;

/** Makes the search terms of customers that are about to be written. */
export interface TermsMaker {
  /**
   * Makes the terms of customers, or begins to.
   *
   * @param firstId the id that the first of them gets; the others get those that follow
   */
  make(customers: readonly SearchableCustomer[], firstId: number): Terms[];
  /** The terms of all customers that came without since it was last asked; null where there are none, or they were lost. */
  parts(): Promise<FullTextParts | null>;
  /** Ends the thread; what was asked for and has not come is of no use any more. */
  close(): void;
}

/** What goes to the thread. Customers are JSON: one string is copied in a tenth of the time that cloning its objects takes. */
export type TermsRequest = { readonly customers: string; readonly firstId: number } | 'parts';

/** What comes back when it is asked for its parts. */
export type TermsAnswer = FullTextParts | null;

// For fewer the thread would take longer to start than it saves.
const enoughForThread = 2_000;

const atOnce: TermsMaker = {
  make: termsOf,
  parts: () => Promise.resolve(null),
  close: () => {},
};

/** @param expected about how many customers there will be: many have a thread of their own */
export const openTermsMaker = (expected: number, entry?: URL): TermsMaker =>
  expected < enoughForThread ? atOnce : openThread(entry ?? workerFile(import.meta.url, 'terms-worker'));

/** A thread makes the terms, and keeps their index until it is asked for. Should it fail, what it kept is lost. */
function openThread(entry: URL): TermsMaker {
  const waiting: ((answer: TermsAnswer) => void)[] = [];
  const options = { name: 'terms', resourceLimits: { maxYoungGenerationSizeMb: 8 } };
  const thread = startSqliteThread(entry, options, (answer) => waiting.shift()?.(answer as TermsAnswer));
  let worker: Worker | null = thread.worker;
  const send = (request: TermsRequest): void => worker?.postMessage(request);
  const fail = (): void => {
    worker = null;
    for (const answer of waiting.splice(0)) answer(null);
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    make: (customers, firstId) => {
      send({ customers: JSON.stringify(customers), firstId });
      return customers.map(() => null);
    },
    parts: () =>
      new Promise((resolve) => {
        if (!worker) {
          resolve(null);
          return;
        }
        waiting.push(resolve);
        send('parts');
      }),
    close: () => {
      waiting.length = 0;
      void thread.end();
      worker = null;
    },
  };
}
