import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Archive, openArchive } from '../archive/archive.ts';
import { explain } from '../archive/explain.ts';
import { createLog, type Log } from '../archive/log.ts';
import { homeOf } from '../archive/moving/notes.ts';
import { backupPlace } from '../hosting/backup-places.ts';
import { createGrants } from '../hosting/grants.ts';
import { pageHeaders } from '../hosting/page-headers.ts';
import { createUploads, type Uploads } from '../hosting/uploads.ts';
import { createDoorKeeper, loopback } from './door-keeper.ts';
import { createHostRouter, type Visitor } from './host-router.ts';
import { answer } from './requests.ts';
import { newUploadFolder } from './upload-folder.ts';

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
  /** The archive is opened in another folder from now on. */
  readonly remember?: (folder: string) => void;
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
  const { open = async () => {}, quit = () => {} } = options;
  const grants = createGrants();
  const log = currentLog(() => home.log);
  const openIn = async (folder: string, createFolder: boolean): Promise<Home> => {
    const ownLog = createLog(folder);
    const archive = await openArchive({
      folder,
      createFolder,
      files: grants,
      appVersion: options.appVersion,
      log: ownLog,
      locking: () => uploads.clear(),
    });
    return { folder, log: ownLog, archive, door: new RPCHandler(archive.router) };
  };
  let home = await openIn(homeOf(options.folder), options.createFolder ?? false);
  const uploadFolder = newUploadFolder();
  const uploads = createUploads({
    folder: uploadFolder,
    grant: grants.add,
    ...(options.uploadLimitBytes === undefined ? {} : { limitBytes: options.uploadLimitBytes }),
  });

  const server = createServer();
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await end(home.archive, uploads);
    throw error;
  });
  const doorKeeper = createDoorKeeper(port);
  const hostRouter = createHostRouter({
    appVersion: options.appVersion,
    folder: () => home.folder,
    grants,
    log,
    uploads,
    changeFolder,
    async followMove() {
      if (homeOf(home.folder) === home.folder) return false;
      await changeFolder(home.folder);
      return true;
    },
    place: (place) => backupPlace(home.archive.router, place),
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
  const hostDoor = new RPCHandler(hostRouter);
  const archiveSockets = new Set<WebSocket>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const { url } = request;
    if (!isDoor(url) || !doorKeeper.knows(request.headers, true))
      return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      if (url === '/host') return void hostDoor.upgrade(webSocket, { context: visitorOf(request) });
      archiveSockets.add(webSocket);
      webSocket.on('close', () => archiveSockets.delete(webSocket));
      void home.door.upgrade(webSocket, { context: visitorOf(request) });
    });
  });

  /** Pages lose their way to the archive, come again, and find the other one. */
  async function changeFolder(next: string): Promise<void> {
    const folder = homeOf(next);
    await home.archive.close({ backup: true });
    home = await openIn(folder, false);
    options.remember?.(folder);
    for (const socket of archiveSockets) socket.terminate();
  }

  return {
    entrance: doorKeeper.entrance,
    origin: doorKeeper.origin,
    uploadFolder,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.close();
      server.closeAllConnections();
      await end(home.archive, uploads);
    },
  };
}

/** The archive that is open now, and what goes with its folder. */
interface Home {
  readonly folder: string;
  readonly log: Log;
  readonly archive: Archive;
  readonly door: RPCHandler<Record<never, never>>;
}

/** A log that follows the archive from folder to folder. */
const currentLog = (log: () => Log): Log => ({
  note: (event, facts) => log().note(event, facts),
  incident: (error) => log().incident(error),
});

const isDoor = (path: string | undefined): path is '/archive' | '/host' =>
  path === '/archive' || path === '/host';

function visitorOf(request: IncomingMessage): Visitor {
  const [first = ''] = (request.headers['accept-language'] ?? '').split(/[,;]/u);
  return { locale: first === '' || first === '*' ? Intl.DateTimeFormat().resolvedOptions().locale : first };
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
