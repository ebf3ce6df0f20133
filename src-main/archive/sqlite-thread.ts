import { parentPort, Worker, type WorkerOptions } from 'node:worker_threads';
import { openInMemory } from './database/open.ts';

const isLoaded = 'sqlite is loaded';

/** A worker that uses SQLite. */
export interface SqliteThread {
  readonly worker: Worker;
  /** Ends it as soon as that may be; resolves when it has ended. */
  end(): Promise<void>;
}

/**
 * Starts a worker whose entry calls {@link loadSqlite} first. A thread that is ended while it loads a native library takes the
 * whole process with it; so it is let finish that.
 *
 * @param hear gets what the worker's entry sends
 */
export function startSqliteThread(
  entry: URL,
  options: WorkerOptions,
  hear: (message: unknown) => void,
): SqliteThread {
  const worker = new Worker(entry, options);
  const loaded = new Promise<void>((resolve) => {
    worker.on('message', (message: unknown) => {
      if (message === isLoaded) resolve();
      else hear(message);
    });
    worker.on('exit', resolve);
  });
  return {
    worker,
    async end() {
      await loaded;
      await worker.terminate();
    },
  };
}

/** Loads SQLite into the thread of a worker, and says so; the first thing that its entry does. */
export function loadSqlite(): void {
  openInMemory().close();
  parentPort?.postMessage(isLoaded);
}
