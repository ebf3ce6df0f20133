import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { complainOfNameless } from './nameless.ts';

/** Listens to pages for what must never happen: requests that leave the app, errors, and controls without a name. */
export interface Watch {
  /** Sees every page of the context; to be called before there is one. */
  follow(context: BrowserContext, origin: string): Promise<void>;
  /** Reads what Electron's main process noted of requests that it blocked. */
  readLog(path: string): void;
  /** Expects a console message or page error that matches; it is not counted. */
  tolerate(pattern: RegExp): void;
  /** Everything that should not have happened. */
  readonly complaints: () => string[];
}

/** A watch that has seen nothing yet. */
export function createWatch(): Watch {
  const seen: string[] = [];
  const tolerated: RegExp[] = [];
  return {
    async follow(context, origin) {
      const allowed = [`${origin}/`, `${origin.replace('http:', 'ws:')}/`, 'data:', 'blob:', 'about:blank'];
      context.on('request', (request) => {
        const url = request.url();
        if (!allowed.some((start) => url.startsWith(start))) seen.push(`request left the app: ${url}`);
      });
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) seen.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (webError) => {
        const error = webError.error();
        seen.push(`page error: ${error.name} ${error.message} ${error.stack ?? ''}`);
      });
      await context.addInitScript(complainOfNameless);
    },
    readLog(path) {
      const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
      seen.push(...lines.filter((line) => line.includes('request blocked')));
    },
    tolerate: (pattern) => void tolerated.push(pattern),
    complaints: () => seen.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint))),
  };
}
