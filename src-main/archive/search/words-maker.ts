import { Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file.ts';
import { customerWords, type CustomerWords, type NameKeys } from './customer-words.ts';
import type { FullTextParts } from './full-text-parts.ts';
import type { SearchableCustomer } from './words.ts';

/** Makes the words of customers that are about to be written. */
export interface WordsMaker {
  /**
   * The words of customers; answered in the order of the asking.
   *
   * @param firstId the id that the first of them gets; the others get those that follow
   */
  make(customers: readonly SearchableCustomer[], firstId: number): Promise<CustomerWords[]>;
  /** The terms of all customers whose words came without since it was last asked; null where there are none, or they were lost. */
  parts(): Promise<FullTextParts | null>;
  /** Ends the thread; what was asked for and has not come is of no use any more. */
  close(): void;
}

/** What goes to the thread. Customers are JSON: one string is copied in a tenth of the time that cloning its objects takes. */
export type WordsRequest = { readonly customers: string; readonly firstId: number } | 'parts';

/** What comes back: JSON of the {@link NameKeys} of the customers, or the index of those since the last one. */
export type WordsAnswer = { readonly keys: string } | { readonly parts: FullTextParts | null };

// For fewer the thread would take longer to start than it saves.
const enoughForThread = 2_000;

const atOnce: WordsMaker = {
  make: (customers) => Promise.resolve(customerWords(customers)),
  parts: () => Promise.resolve(null),
  close: () => {},
};

/** @param expected about how many customers there will be: many have a thread of their own */
export const openWordsMaker = (expected: number, entry?: URL): WordsMaker =>
  expected < enoughForThread ? atOnce : openThread(entry ?? workerFile(import.meta.url, 'words-worker'));

interface Asked {
  readonly answer: (answer: WordsAnswer) => void;
  /** Called when the thread has failed. */
  readonly giveUp: () => void;
}

/**
 * A thread answers in the order in which it was asked, and keeps the terms until they are asked for. Should it fail, words are made here
 * instead, and the terms that it kept are lost.
 */
function openThread(entry: URL): WordsMaker {
  const waiting: Asked[] = [];
  let worker: Worker | null = new Worker(entry, {
    name: 'words',
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const fail = (): void => {
    worker = null;
    for (const { giveUp } of waiting.splice(0)) giveUp();
  };
  worker.on('message', (answer: WordsAnswer) => waiting.shift()?.answer(answer));
  worker.on('error', fail);
  worker.on('exit', fail);
  const ask = (request: () => WordsRequest, asked: Asked): void => {
    if (!worker) {
      asked.giveUp();
      return;
    }
    waiting.push(asked);
    worker.postMessage(request());
  };
  return {
    make: (customers, firstId) =>
      new Promise((resolve) => {
        ask(() => ({ customers: JSON.stringify(customers), firstId }), {
          answer: (answer) => {
            resolve('keys' in answer ? withoutTerms(answer.keys) : customerWords(customers));
          },
          giveUp: () => {
            resolve(customerWords(customers));
          },
        });
      }),
    parts: () =>
      new Promise((resolve) => {
        ask(() => 'parts', {
          answer: (answer) => {
            resolve('parts' in answer ? answer.parts : null);
          },
          giveUp: () => {
            resolve(null);
          },
        });
      }),
    close: () => {
      waiting.length = 0;
      void worker?.terminate();
      worker = null;
    },
  };
}

const withoutTerms = (keys: string): CustomerWords[] =>
  (JSON.parse(keys) as NameKeys[]).map((own) => ({ ...own, terms: null }));
