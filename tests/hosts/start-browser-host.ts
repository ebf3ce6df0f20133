import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserHost, type BrowserHostOptions, serve } from '../../src-main/browser-host/serve.ts';
import type { archiveContract } from '../../src-shared/contract.ts';
import type { hostContract } from '../../src-shared/host.ts';

/** What a test needs to talk to a host. */
export type Reachable = Pick<TestHost, 'entrance' | 'origin' | 'port'>;

/** A browser host on a folder of its own, with a small page; closed after the test. */
export interface TestHost extends BrowserHost {
  readonly folder: string;
  /** Holds `index.html`; `secret.js` lies beside it. */
  readonly pageFolder: string;
  readonly port: number;
}

export const page = '<!doctype html><title>客档</title>';
export const secret = 'export const secret = true;';

export async function startBrowserHost(options: Partial<BrowserHostOptions> = {}): Promise<TestHost> {
  const root = mkdtempSync(join(tmpdir(), 'kedang-host-'));
  const folder = join(root, '客户 档案（备用）📁');
  const pageFolder = join(root, 'renderer');
  mkdirSync(folder);
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), page);
  writeFileSync(join(root, 'secret.js'), secret);
  // A folder whose name begins like the page's own.
  mkdirSync(join(root, 'renderer-old'));
  writeFileSync(join(root, 'renderer-old/secret.js'), secret);

  const host = await serve({ folder, pageFolder, appVersion: '0.1.0', ...options });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= host.close());
  onTestFinished(async () => {
    await close();
    rmSync(root, { recursive: true, force: true });
  });
  return { ...host, close, folder, pageFolder, port: Number(new URL(host.origin).port) };
}

/** What came back for one request. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request as it is written, without what `fetch` would tidy up: any path, any `Host`. */
export function ask(
  host: Reachable,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Comes in by the entrance, and answers the headers of someone who was let in. */
export async function enter(host: Reachable): Promise<{ cookie: string; origin: string }> {
  const url = new URL(host.entrance);
  const { headers } = await ask(host, url.pathname + url.search);
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '', origin: host.origin };
}

/** Opens a WebSocket; answers it once open, or the HTTP status with which it was refused. */
export function openSocket(
  host: Reachable,
  path: string,
  headers: Record<string, string>,
): Promise<WebSocket | number> {
  const socket = new WebSocket(`${host.origin.replace('http:', 'ws:')}${path}`, { headers });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

/** What a page has of a host: the two contracts, and the headers it came in with. */
export interface Connected {
  readonly headers: Record<string, string>;
  readonly archive: ContractRouterClient<typeof archiveContract>;
  readonly host: ContractRouterClient<typeof hostContract>;
}

/** The two contracts, over the WebSockets that a page would open. */
export async function connectTo(host: Reachable, locale = 'zh-CN'): Promise<Connected> {
  const headers = { ...(await enter(host)), 'accept-language': `${locale},en;q=0.5` };
  const [archive, desk] = await Promise.all([
    openSocket(host, '/archive', headers),
    openSocket(host, '/host', headers),
  ]);
  if (typeof archive === 'number' || typeof desk === 'number')
    throw new Error('The host refused its own page.');
  return {
    headers,
    archive: createORPCClient<ContractRouterClient<typeof archiveContract>>(link(archive)),
    host: createORPCClient<ContractRouterClient<typeof hostContract>>(link(desk)),
  };
}

/** `ws` speaks the browser's interface but for types of events that nobody here uses. */
function link(socket: WebSocket) {
  const websocket = socket as unknown as ConstructorParameters<typeof RPCLink>[0]['websocket'];
  return new RPCLink({ websocket });
}
