import { FailureError } from '../../src-shared/failures.ts';

const schemes = ['https:', 'mailto:', 'tel:'];

/** Checks an address that the system is to open: https, mailto or tel. Throws `invalidInput` for any other. */
export function externalAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && schemes.includes(url.protocol)) return url.href;
  throw new FailureError({ code: 'invalidInput', issues: [{ path: 'url', problem: 'invalid_address' }] });
}
