import type { Failure } from '../../../../src-shared/failures.ts';

/**
 * A failure inside the worker; {@link ./read-file.ts} throws it as a FailureError on the other side. That class itself
 * would bring the whole contract into every worker, and with it most of the time that a small file takes.
 */
export class ReadError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'ReadError';
    this.failure = failure;
  }
}
