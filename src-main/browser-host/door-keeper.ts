import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { newToken } from '../hosting/grants.ts';

/** The one address the host listens on: loopback, by number, so that no name can be made to point at it. */
export const loopback = '127.0.0.1';

/**
 * Decides who may come in. Whoever opens the address with the token gets a cookie; everything else needs that
 * cookie, the host's own name in `Host` (a page that rebinds a name to 127.0.0.1 sends its own), and, where the
 * browser says which page asks, this page.
 */
export interface DoorKeeper {
  /** The address to open in a browser, with the token. */
  readonly entrance: string;
  /** The page's own address, without the token. */
  readonly origin: string;
  /** `set-cookie` for a request that brings the right token; null for a wrong or missing one. */
  admit(headers: IncomingHttpHeaders, address: URL): string | null;
  /** Whether the request comes from someone who was let in. `mustHaveOrigin`: for what changes something. */
  knows(headers: IncomingHttpHeaders, mustHaveOrigin: boolean): boolean;
}

/** A door keeper for a host that listens on `port`, with a token of its own. */
export function createDoorKeeper(port: number): DoorKeeper {
  const host = `${loopback}:${port}`;
  const origin = `http://${host}`;
  const token = newToken();
  const session = newToken();
  // Cookies are shared by all ports of a host, so the name carries the port.
  const cookie = `kedang-${port}=${session}`;

  const hostIsRight = (headers: IncomingHttpHeaders) => headers.host === host;

  return {
    origin,
    entrance: `${origin}/?token=${token}`,
    admit(headers, address) {
      if (!hostIsRight(headers) || !isSame(address.searchParams.get('token') ?? '', token)) return null;
      return `${cookie}; HttpOnly; SameSite=Strict; Path=/`;
    },
    knows(headers, mustHaveOrigin) {
      if (!hostIsRight(headers)) return false;
      const foreign = headers.origin === undefined ? mustHaveOrigin : headers.origin !== origin;
      if (foreign) return false;
      return (headers.cookie ?? '').split(/; */u).some((pair) => isSame(pair, cookie));
    },
  };
}

/** Compares secrets in a time that does not tell how much of them was right. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
