import { Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file.ts';
import { customerWords, unpackWords, type CustomerWords, type PackedWords } from './customer-words.ts';
import type { SearchableCustomer } from './words.ts';

/** Makes the words of customers that are about to be written. */
export interface WordsMaker {
  make(customers: readonly SearchableCustomer[]): Promise<CustomerWords[]>;
  /** Ends the thread; what was asked for and has not come is of no use any more. */
  close(): void;
}

// For fewer the thread would take longer to start than it saves.
const enoughForThread = 2_000;

const atOnce: WordsMaker = {
  make: (customers) => Promise.resolve(customerWords(customers)),
  close: () => {},
};

/** @param expected about how many customers there will be: many have a thread of their own */
export const openWordsMaker = (expected: number, entry?: URL): WordsMaker =>
  expected < enoughForThread ? atOnce : openThread(entry ?? workerFile(import.meta.url, 'words-worker'));

interface Asked {
  readonly customers: readonly SearchableCustomer[];
  readonly resolve: (words: CustomerWords[]) => void;
}

/**
 * A thread answers in the order in which it was asked. Should it fail, the words are made here instead. What goes to it is
 * JSON: one string is copied in a tenth of the time that cloning its objects takes.
 */
function openThread(entry: URL): WordsMaker {
  const waiting: Asked[] = [];
  let worker: Worker | null = new Worker(entry, {
    name: 'words',
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const giveUp = (): void => {
    worker = null;
    for (const { customers, resolve } of waiting.splice(0)) resolve(customerWords(customers));
  };
  worker.on('message', (words: PackedWords) => waiting.shift()?.resolve(unpackWords(words)));
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    make: (customers) =>
      new Promise((resolve) => {
        if (!worker) {
          resolve(customerWords(customers));
          return;
        }
        waiting.push({ customers, resolve });
        worker.postMessage(JSON.stringify(customers));
      }),
    close: () => {
      waiting.length = 0;
      void worker?.terminate();
      worker = null;
    },
  };
}
