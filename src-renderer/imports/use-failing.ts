import { useCallback, useState } from 'react';
import type { Failure } from '../../src-shared/failures.ts';
import { toFailure } from '../app/failures/to-failure.ts';

/** What went wrong last in the import under way; null when nothing did since. */
export interface Failing {
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
  /** Shows an error as what went wrong; what the user cancelled is nothing of the kind. */
  readonly fail: (error: unknown) => void;
}

export const useFailing = (): Failing => {
  const [failure, setFailure] = useState<Failure | null>(null);
  const fail = useCallback((error: unknown) => {
    const found = toFailure(error);
    if (found.code !== 'cancelled') setFailure(found);
  }, []);
  return { failure, setFailure, fail };
};
