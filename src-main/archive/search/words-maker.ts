import type { Worker } from 'node:worker_threads';
import { startSqliteThread } from '../sqlite-thread.ts';
import { workerFile } from '../worker-file.ts';
import { customerWords, nameKeys, type CustomerWords, type NameKeys } from './customer-words.ts';
import type { FullTextParts } from './full-text-parts.ts';
import type { SearchableCustomer } from './words.ts';

/** Makes the words of customers that are about to be written. */
export interface WordsMaker {
  /**
   * Begins to make the words of customers.
   *
   * @param firstId the id that the first of them gets; the others get those that follow
   */
  make(customers: readonly SearchableCustomer[], firstId: number): Words;
  /** The terms of all customers whose words came without since it was last asked; null where there are none, or they were lost. */
  parts(): Promise<FullTextParts | null>;
  /** Ends the thread; what was asked for and has not come is of no use any more. */
  close(): void;
}

/** Words that are being made. */
export interface Words {
  /** Takes them, once; what is not made by then is made now. */
  take(): CustomerWords[];
}

/** What goes to the thread. Customers are JSON: one string is copied in a tenth of the time that cloning its objects takes. */
export type WordsRequest = { readonly customers: string; readonly firstId: number } | 'parts';

/** What comes back: JSON of the {@link NameKeys} of the customers, or the index of those since the last one. */
export type WordsAnswer = { readonly keys: string } | { readonly parts: FullTextParts | null };

// For fewer the thread would take longer to start than it saves.
const enoughForThread = 2_000;

const atOnce: WordsMaker = {
  make: (customers) => ({ take: () => customerWords(customers) }),
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
 * A thread makes the keys of names, and keeps the terms until they are asked for. It answers in the order in which it was
 * asked. While it sorts what it has collected, it does not answer for a while: whoever takes words then makes the keys without it, and
 * waits for nothing. Should it fail, the words that it has not answered are made here, and the terms that it kept are lost.
 */
function openThread(entry: URL): WordsMaker {
  const waiting: Asked[] = [];
  const options = { name: 'words', resourceLimits: { maxYoungGenerationSizeMb: 8 } };
  const thread = startSqliteThread(entry, options, (answer) => {
    waiting.shift()?.answer(answer as WordsAnswer);
  });
  let worker: Worker | null = thread.worker;
  const fail = (): void => {
    worker = null;
    for (const { giveUp } of waiting.splice(0)) giveUp();
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    make: (all, firstId) => {
      if (!worker) return { take: () => customerWords(all) };
      // What waits for a while is kept as text, which the garbage collector need not look into.
      const customers = JSON.stringify(all);
      const names = all.map(({ name }) => name);
      let keys: readonly NameKeys[] | null = null;
      let failed = false;
      waiting.push({
        answer: (answer) => {
          if ('keys' in answer) keys = JSON.parse(answer.keys) as NameKeys[];
        },
        giveUp: () => (failed = true),
      });
      worker.postMessage({ customers, firstId } satisfies WordsRequest);
      return {
        take: () =>
          failed
            ? customerWords(JSON.parse(customers) as SearchableCustomer[])
            : (keys ?? names.map(nameKeys)).map((own) => ({ ...own, terms: null })),
      };
    },
    parts: () =>
      new Promise((resolve) => {
        if (!worker) {
          resolve(null);
          return;
        }
        waiting.push({
          answer: (answer) => {
            resolve('parts' in answer ? answer.parts : null);
          },
          giveUp: () => {
            resolve(null);
          },
        });
        worker.postMessage('parts' satisfies WordsRequest);
      }),
    close: () => {
      waiting.length = 0;
      void thread.end();
      worker = null;
    },
  };
}
