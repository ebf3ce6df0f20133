import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Failure } from '../../src-shared/failures.ts';
import type { Grants } from '../hosting/grants.ts';
import { readPageFile } from '../hosting/page-files.ts';
import type { Uploads } from '../hosting/uploads.ts';
import type { DoorKeeper } from './door-keeper.ts';

/** What a visitor without a cookie sees. It may be anyone, so it says nothing about what is here. */
const noEntry = `<!doctype html><meta charset="utf-8"><title>客档</title>
<p>请使用启动客档时显示的地址打开。</p><p lang="en">Please open the address that was shown when Kedang was started.</p>`;

/** Everything a request can reach. */
export interface Reach {
  readonly pageFolder: string;
  readonly doorKeeper: DoorKeeper;
  readonly grants: Grants;
  readonly uploads: Uploads;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly explain: (error: unknown) => Failure;
}

/** Answers one request: the entrance, an upload, a download, or a file of the page. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  reach: Reach,
): Promise<void> {
  for (const [name, value] of Object.entries(reach.headers)) response.setHeader(name, value);
  const address = addressOf(request, reach.doorKeeper.origin);
  if (address === null) return end(response, 400);

  if (request.method === 'GET' && address.searchParams.has('token')) {
    const cookie = reach.doorKeeper.admit(request.headers, address);
    if (cookie === null) return refuse(response);
    response.setHeader('set-cookie', cookie);
    response.setHeader('location', '/');
    return end(response, 303);
  }
  if (!reach.doorKeeper.knows(request.headers, request.method !== 'GET')) return refuse(response);
  if (request.method === 'POST' && address.pathname === '/files') return takeUpload(request, response, reach);
  if (request.method !== 'GET') return end(response, 405);
  if (address.pathname.startsWith('/files/'))
    return giveDownload(address.pathname.slice(7), response, reach.grants);

  const file = await readPageFile(reach.pageFolder, address.pathname);
  if (file === null) return end(response, 404);
  response.setHeader('content-type', file.type);
  response.setHeader('cache-control', 'no-store');
  response.end(file.body);
}

/** The address as it was sent: `new URL` would fold `..` away before anyone could refuse it. */
function addressOf(request: IncomingMessage, origin: string): URL | null {
  const target = request.url ?? '';
  return target.startsWith('/') && !target.startsWith('//') && URL.canParse(target, origin)
    ? new URL(target, origin)
    : null;
}

async function takeUpload(request: IncomingMessage, response: ServerResponse, reach: Reach): Promise<void> {
  const name = request.headers['x-file-name'];
  try {
    const file = await reach.uploads.receive(typeof name === 'string' ? name : null, request);
    json(response, 200, file);
  } catch (error) {
    // What is left of the body is not wanted: without this the browser would go on sending it.
    response.setHeader('connection', 'close');
    json(response, 422, reach.explain(error));
    request.destroy();
  }
}

async function giveDownload(token: string, response: ServerResponse, grants: Grants): Promise<void> {
  const grant = grants.find(token);
  if (grant?.access !== 'write' || !existsSync(grant.path)) return end(response, 404);
  const name = encodeURIComponent(basename(grant.path)).replaceAll(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  response.setHeader('content-type', 'application/octet-stream');
  response.setHeader('content-length', statSync(grant.path).size);
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${name}`);
  await pipeline(createReadStream(grant.path), response);
}

function refuse(response: ServerResponse): void {
  response.statusCode = 403;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(noEntry);
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}
