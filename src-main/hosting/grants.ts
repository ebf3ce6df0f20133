import { randomBytes } from 'node:crypto';
import { FailureError } from '../../src-shared/failures.ts';
import type { FileGrants } from '../archive/files.ts';

/** A path the user chose, under the token by which the page names it. */
export interface Grant {
  readonly token: string;
  readonly path: string;
  readonly access: 'read' | 'write';
}

/** 128 random bits, safe in an address. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** The paths that the user's choices opened so far. */
export interface Grants extends FileGrants {
  add(grant: Grant): void;
  find(token: string): Grant | null;
  all(): Grant[];
}

/** An empty set of grants. Reading does not allow writing, nor the other way round. */
export function createGrants(): Grants {
  const grants = new Map<string, Grant>();
  const path = (token: string, access: Grant['access']): string => {
    const grant = grants.get(token);
    if (grant?.access !== access) throw new FailureError({ code: 'notFound', what: 'file' });
    return grant.path;
  };
  return {
    readPath: (token) => path(token, 'read'),
    writePath: (token) => path(token, 'write'),
    add: (grant) => void grants.set(grant.token, grant),
    find: (token) => grants.get(token) ?? null,
    all: () => [...grants.values()],
  };
}
