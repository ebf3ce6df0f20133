import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** The project's own Node. */
export const ownNode = join(root, 'node_modules/.bin/node');

/**
 * How it is started: in the project's folder, and with what it compiled kept for the next start. Most of the time of a start
 * goes into reading the sources.
 */
export const asOwnNode = {
  cwd: root,
  env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/e2e') },
};
