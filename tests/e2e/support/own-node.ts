import { join, resolve } from 'node:path';
import { compiledFolder } from '../../support/compiled.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The project's own Node. */
export const ownNode = join(root, 'node_modules/.bin/node');

/** How it is started: in the project's folder, and with what it compiled kept for the next start. */
export const asOwnNode = {
  cwd: root,
  env: { ...process.env, NODE_COMPILE_CACHE: compiledFolder },
};
