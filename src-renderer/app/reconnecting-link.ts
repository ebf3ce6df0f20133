import type { ClientLink } from '@orpc/client';
import { failed } from './failed.ts';

type Link = ClientLink<Record<never, never>>;

/** How long (ms) a call waits for a lost connection to come back before it fails. */
const patience = 10_000;

/**
 * One link for the lifetime of the page over connections that may be lost and replaced. A call that was under way
 * when its connection was lost fails with `connectionLost` (whether it took effect is unknown); a call made
 * meanwhile waits up to ten seconds for the next connection. Event iterators end with `connectionLost` too: whoever
 * listens must listen again.
 */
export function reconnectingLink(): Link & { attach(link: Link): void; detach(): void } {
  let current: Link | null = null;
  const waiting = new Set<(link: Link) => void>();

  const present = (signal: AbortSignal | undefined): Promise<Link> => {
    if (current !== null) return Promise.resolve(current);
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        waiting.delete(take);
        signal?.removeEventListener('abort', abort);
        end();
      };
      const take = (link: Link) => settle(() => resolve(link));
      const abort = () => settle(() => reject(signal?.reason));
      const timer = setTimeout(() => settle(() => reject(failed({ code: 'connectionLost' }))), patience);
      waiting.add(take);
      signal?.addEventListener('abort', abort);
    });
  };

  return {
    async call(path, input, options) {
      const link = await present(options.signal);
      const explain = (error: unknown): never => {
        throw link !== current && !options.signal?.aborted ? failed({ code: 'connectionLost' }) : error;
      };
      const output = await link.call(path, input, options).catch(explain);
      return isIterator(output) ? explained(output, explain) : output;
    },
    attach(link) {
      current = link;
      for (const take of waiting) take(link);
    },
    detach() {
      current = null;
    },
  };
}

const isIterator = (value: unknown): value is AsyncIterator<unknown> & object =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;

const ended = (value: unknown) => Promise.resolve({ done: true as const, value });

// Not an async generator: its `return()` would wait for the pending `next()`, and a cancel would never arrive.
function explained(iterator: AsyncIterator<unknown>, explain: (error: unknown) => never) {
  return {
    next: (value?: unknown) => iterator.next(value).catch(explain),
    return: (value?: unknown) => iterator.return?.(value) ?? ended(value),
    throw: (error?: unknown) => iterator.throw?.(error) ?? Promise.reject(error),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
