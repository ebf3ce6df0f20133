import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { type Archive, openArchive } from '../archive/archive.ts';
import { explain } from '../archive/explain.ts';
import { createLog } from '../archive/log.ts';
import { createGrants } from '../hosting/grants.ts';
import { pageHeaders } from '../hosting/page-headers.ts';
import { createUploads, type Uploads } from '../hosting/uploads.ts';
import { createDoorKeeper, loopback } from './door-keeper.ts';
import { createHostRouter, type Visitor } from './host-router.ts';
import { answer } from './requests.ts';

/** Largest message (bytes) that a page may send: far more than any input that the contract accepts. */
const messageLimit = 16 * 1024 ** 2;

export interface BrowserHostOptions {
  /** The archive folder. */
  readonly folder: string;
  readonly createFolder?: boolean;
  /** The built page. */
  readonly pageFolder: string;
  readonly appVersion: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly uploadLimitBytes?: number;
  /** Opens an address or a folder with the system's program for it. */
  readonly open?: (target: string) => Promise<void>;
  /** The page asked to end the program. */
  readonly quit?: () => void;
}

export interface BrowserHost {
  /** What to open in a browser; it holds the token. */
  readonly entrance: string;
  readonly origin: string;
  /** Where uploads and files to download are kept until the end. */
  readonly uploadFolder: string;
  /** Ends all connections and closes the archive, with a backup of what was changed. */
  close(): Promise<void>;
}

/** Serves the page and the archive of a folder to browsers on this computer. */
export async function serve(options: BrowserHostOptions): Promise<BrowserHost> {
  const { folder, open = async () => {}, quit = () => {} } = options;
  const log = createLog(folder);
  const grants = createGrants();
  const archive = await openArchive({
    folder,
    createFolder: options.createFolder ?? false,
    files: grants,
    appVersion: options.appVersion,
    log,
  });
  const uploadFolder = mkdtempSync(join(tmpdir(), 'kedang-files-'));
  const uploads = createUploads({
    folder: uploadFolder,
    grant: grants.add,
    ...(options.uploadLimitBytes === undefined ? {} : { limitBytes: options.uploadLimitBytes }),
  });

  const server = createServer();
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await end(archive, uploads);
    throw error;
  });
  const doorKeeper = createDoorKeeper(port);
  const hostRouter = createHostRouter({
    appVersion: options.appVersion,
    folder,
    grants,
    log,
    uploads,
    backupFolder: () => backupFolder(archive),
    open,
    openWindow: () => open(doorKeeper.entrance),
    quit,
  });

  const reach = {
    pageFolder: options.pageFolder,
    doorKeeper,
    grants,
    uploads,
    headers: pageHeaders({ sockets: [doorKeeper.origin.replace('http:', 'ws:')] }),
    explain: (error: unknown) => explain(error, { path: '', log }),
  };
  server.on('request', (request, response) => {
    answer(request, response, reach).catch((error: unknown) => {
      log.incident(error);
      response.destroy();
    });
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageLimit });
  const doors = {
    '/archive': new RPCHandler(archive.router),
    '/host': new RPCHandler(hostRouter),
  };
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const door = isDoor(request.url) && doorKeeper.knows(request.headers, true) ? doors[request.url] : null;
    if (door === null) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      void door.upgrade(webSocket, { context: visitorOf(request) });
    });
  });

  return {
    entrance: doorKeeper.entrance,
    origin: doorKeeper.origin,
    uploadFolder,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.close();
      server.closeAllConnections();
      await end(archive, uploads);
    },
  };
}

const isDoor = (path: string | undefined): path is '/archive' | '/host' =>
  path === '/archive' || path === '/host';

function visitorOf(request: IncomingMessage): Visitor {
  const [first = ''] = (request.headers['accept-language'] ?? '').split(/[,;]/u);
  return { locale: first === '' || first === '*' ? Intl.DateTimeFormat().resolvedOptions().locale : first };
}

async function backupFolder(archive: Archive): Promise<string | null> {
  const client = createRouterClient(archive.router, { context: {} });
  const { state } = await client.archive.state();
  return state === 'open' ? (await client.backups.state()).folder : null;
}

async function end(archive: Archive, uploads: Uploads): Promise<void> {
  await archive.close({ backup: true });
  uploads.clear();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('The server has no port.'));
    });
  });
}
