import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../../src-shared/failures.ts';
import type { Report } from '../../long-work.ts';
import { workerFile } from '../../worker-file.ts';
import type { SheetChunk } from './cells.ts';
import { workerLimits, type WorkerLimits } from './limits.ts';
import type { Encoding, FileFacts, ReadOrder, WorkerMessage } from './messages.ts';
import { Sheet } from './sheet.ts';

export interface ReadFile extends FileFacts {
  readonly sheets: readonly Sheet[];
}

export interface ReadFileOptions {
  /** The user's own choices for a text file; found by themselves otherwise. */
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: string | undefined;
  readonly report?: Report;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: WorkerLimits;
}

/**
 * Reads a spreadsheet or delimited text in a worker thread, by its content. The worker is killed, not awaited,
 * when it passes a limit or the signal aborts.
 *
 * @param fileName as the user knows it; it stands in failures.
 * @throws FailureError `sheetUnsupported`, `sheetUnreadable`, `sheetEncrypted`, `sheetEmpty`, `sheetTooLarge`
 * (`max` in bytes, for `time` in ms), `sheetSuspicious`, `cancelled`; errors of the file system with their code.
 */
export async function readFile(
  path: string,
  fileName: string,
  options: ReadFileOptions = {},
): Promise<ReadFile> {
  const limits = options.limits ?? workerLimits;
  const order: ReadOrder = {
    path,
    fileName,
    encoding: options.encoding ?? null,
    delimiter: options.delimiter ?? null,
  };
  const file = await new Promise<ReadFile>((resolve, reject) => {
    if (options.signal?.aborted) {
      reject(new FailureError({ code: 'cancelled' }));
      return;
    }
    const worker = new Worker(workerFile(import.meta.url, 'sheet-worker'), {
      workerData: order,
      // A small young generation costs a little time and spares the archive process some 40 MiB for good.
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 8 },
    });
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
      worker.removeAllListeners();
      // What a dying worker still throws concerns nobody any more.
      worker.on('error', () => {});
      void worker.terminate();
      finish();
    };
    const fail = (error: Error): void => settle(() => reject(error));
    const cancel = (): void => fail(new FailureError({ code: 'cancelled' }));
    const timer = setTimeout(() => fail(tooLarge(fileName, 'time', limits.timeMs)), limits.timeMs);
    options.signal?.addEventListener('abort', cancel);

    const collector = new Collector();
    worker.on('message', (message: WorkerMessage) => {
      switch (message.type) {
        case 'progress':
          options.report?.({ phase: 'reading', done: message.done, total: message.total });
          break;
        case 'done':
          settle(() => resolve({ ...message.facts, sheets: collector.sheets }));
          break;
        case 'failed':
          fail(new FailureError(message.failure));
          break;
        case 'systemError':
          fail(Object.assign(new Error(message.code), { code: message.code, path }));
          break;
        default:
          collector.take(message);
      }
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(
        outOfMemory
          ? tooLarge(fileName, 'memory', limits.heapMiB * 1024 * 1024)
          : new FailureError({ code: 'sheetUnreadable', name: fileName, sheet: null }, { cause: error }),
      );
    });
    worker.on('exit', () => fail(new FailureError({ code: 'sheetUnreadable', name: fileName, sheet: null })));
  });
  if (file.sheets.every((sheet) => sheet.filledRows === 0)) {
    throw new FailureError({ code: 'sheetEmpty', name: fileName });
  }
  return file;
}

const tooLarge = (name: string, limit: 'time' | 'memory', max: number): FailureError =>
  new FailureError({ code: 'sheetTooLarge', name, limit, max });

/** Puts the worker's messages together again. */
class Collector {
  readonly sheets: Sheet[] = [];
  #name = '';
  #hidden = false;
  #chunks: SheetChunk[] = [];

  take(message: Extract<WorkerMessage, { type: 'beginSheet' | 'chunk' | 'endSheet' }>): void {
    if (message.type === 'chunk') this.#chunks.push(message.chunk);
    else if (message.type === 'endSheet') {
      this.sheets.push(new Sheet(this.#name, this.#hidden, this.#chunks, message.facts));
    } else {
      this.#name = message.name;
      this.#hidden = message.hidden;
      this.#chunks = [];
    }
  }
}
