import { net, protocol } from 'electron';
import { FailureError } from '../../src-shared/failures.ts';
import { pageHeaders } from '../hosting/page-headers.ts';
import { readPageFile } from '../hosting/page-files.ts';
import type { Uploads } from '../hosting/uploads.ts';
import { isOurs, scheme } from './addresses.ts';

/** Must run before the app is ready: the page's scheme behaves like https, but is nobody else's. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
    },
  ]);
}

/**
 * Serves the built page, and takes uploads at `POST /files`. With `developmentServer` (an http address) the page
 * comes from there instead, under the same origin.
 */
export function servePage(options: {
  readonly folder: string;
  readonly uploads: Uploads;
  readonly developmentServer: string | null;
  readonly explain: (error: unknown) => { code: string };
}): void {
  const { folder, uploads, developmentServer } = options;
  const development = developmentServer !== null;
  const sockets = development ? [developmentServer.replace(/^http/u, 'ws')] : [];
  const headers = pageHeaders({ development, sockets });

  const upload = async (request: Request): Promise<Response> => {
    try {
      const body = request.body ?? new Blob([]).stream();
      return Response.json(await uploads.receive(request.headers.get('x-file-name'), body), { headers });
    } catch (error) {
      return Response.json(options.explain(error), { status: statusOf(error), headers });
    }
  };

  const fromServer = async (url: URL, server: string): Promise<Response> => {
    const answer = await net.fetch(new URL(url.pathname + url.search, server).href);
    return new Response(answer.body, {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), ...headers },
    });
  };

  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (!isOurs(request.url)) return new Response(null, { status: 404, headers });
    if (request.method === 'POST' && url.pathname === '/files') return upload(request);
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    if (developmentServer !== null) return fromServer(url, developmentServer);
    const file = await readPageFile(folder, url.pathname);
    if (file === null) return new Response(null, { status: 404, headers });
    return new Response(file.body, { headers: { ...headers, 'content-type': file.type } });
  });
}

const statusOf = (error: unknown): number => (error instanceof FailureError ? 422 : 500);
