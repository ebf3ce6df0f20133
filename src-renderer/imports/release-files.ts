import type { FileRef } from '../../src-shared/files.ts';
import type { Api } from '../app/api.ts';

/**
 * Lets the host delete its copies of dropped and pasted sheets, which lie in the clear, as soon as nothing reads them again. Where that
 * fails they go with the next lock or the end of the program.
 */
export const releaseFiles = ({ host }: Api['client'], files: readonly FileRef[]): void => {
  for (const { token } of files) void host.releaseFile({ token }).catch(() => undefined);
};
