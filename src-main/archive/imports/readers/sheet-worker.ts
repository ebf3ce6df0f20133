import { parentPort, workerData } from 'node:worker_threads';
import type { Failure } from '../../../../src-shared/failures.ts';
import { ReadError } from './read-error.ts';
import { buffersOf } from './cells.ts';
import type { ReaderOutput, ReadOrder, WorkerMessage } from './messages.ts';
import { readContent } from './read-content.ts';

// The entry of the worker thread in which files are read: what a hostile file does to it stays in it.
const order = workerData as ReadOrder;
const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

let sheet: string | null = null;
let lastProgress = 0;
const output: ReaderOutput = {
  progress(done, total) {
    const now = performance.now();
    if (now - lastProgress < 50) return;
    lastProgress = now;
    send({ type: 'progress', done, total });
  },
  beginSheet(name, hidden) {
    sheet = name;
    send({ type: 'beginSheet', name, hidden });
  },
  chunk: (chunk) => send({ type: 'chunk', chunk }, buffersOf(chunk)),
  endSheet(facts) {
    sheet = null;
    send({ type: 'endSheet', facts });
  },
};

try {
  send({ type: 'done', facts: await readContent(order, output) });
} catch (error) {
  send(explained(error));
}

function explained(error: unknown): WorkerMessage {
  if (error instanceof ReadError) return { type: 'failed', failure: error.failure };
  if (isSystemError(error)) return { type: 'systemError', code: error.code };
  const failure: Failure = { code: 'sheetUnreadable', name: order.fileName, sheet };
  return { type: 'failed', failure };
}

/** Errors of the file system carry a system call; those of zlib and others, which mean a damaged file, do not. */
function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
