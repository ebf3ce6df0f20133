import { type MessagePortMain, MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromArchive, ToArchive } from '../archive-messages.ts';
import type { BackupPlace } from '../hosting/backup-places.ts';
import { createGrants, type Grant } from '../hosting/grants.ts';

/** How long (ms) to wait before the archive process is started again: at once, then longer the sooner it failed. */
const restartDelays = [0, 500, 2_000, 5_000];

/** A process that ran this long (ms) was well; its end is not another failure in a row. */
const healthy = 30_000;

/** How long (ms) a single answer from the archive process may take. */
const answerLimit = 30_000;

/** The archive process as the main process sees it. */
export interface ArchiveHost {
  /** A new port to the archive for a page. */
  port(): MessagePortMain;
  /** Makes a path known to the archive under its token; resolves once it is. */
  grant(grant: Grant): Promise<void>;
  /** The path behind a token that was granted; null when there is none. */
  find(token: string): Grant | null;
  /** Where the open archive keeps its backups; null when none is open, or it has no second place. */
  place(place: BackupPlace): Promise<string | null>;
  /** Locks the archive if it has a password. */
  lock(): void;
  /** Closes the archive and opens another folder in its place. Ports given before are dead then. */
  open(folder: string): Promise<void>;
  /** Closes the archive, with a backup when asked for, and ends the process; after `limit` ms it is killed. */
  close(options: { readonly backup: boolean; readonly limit: number }): Promise<void>;
}

/**
 * Runs the archive in a process of its own and starts it again whenever it ends by itself; then `restarted` is
 * called, and every page needs a new port.
 */
export function startArchive(options: {
  readonly entry: string;
  readonly folder: string;
  readonly createFolder: boolean;
  readonly appVersion: string;
  readonly env: Readonly<Record<string, string>>;
  readonly restarted: () => void;
  readonly crashed: (exitCode: number) => void;
  /** The archive is being locked, and needs none of the files that it was given any more. */
  readonly locking: () => void;
}): ArchiveHost {
  const grants = createGrants();
  const answers = new Map<number, { resolve(value: string | null): void; reject(error: Error): void }>();
  let { folder, createFolder } = options;
  let closing = false;
  let alive = false;
  let failures = 0;
  let nextId = 1;
  let child = fork();

  function fork(): UtilityProcess {
    const started = Date.now();
    const process = utilityProcess.fork(options.entry, [], {
      serviceName: 'Kedang archive',
      stdio: 'inherit',
      env: { ...options.env },
    });
    process.on('message', (message: FromArchive) => {
      if (message.kind === 'done') answers.get(message.id)?.resolve(message.value);
      if (message.kind === 'locking') options.locking();
    });
    alive = true;
    process.on('exit', (code) => {
      if (process === child) alive = false;
      for (const answer of answers.values()) answer.reject(new Error('The archive process ended.'));
      if (closing || process !== child) return;
      failures = Date.now() - started > healthy ? 0 : failures + 1;
      options.crashed(code);
      setTimeout(restart, restartDelays[Math.min(failures, restartDelays.length) - 1] ?? 0);
    });
    tell(process, {
      kind: 'open',
      folder,
      createFolder,
      appVersion: options.appVersion,
      grants: grants.all(),
    });
    return process;
  }

  function restart(): void {
    if (closing) return;
    child = fork();
    options.restarted();
  }

  function ask(message: (id: number) => ToArchive): Promise<string | null> {
    const id = nextId++;
    return new Promise<string | null>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The archive process does not answer.')), answerLimit);
      answers.set(id, {
        resolve: (value) => (clearTimeout(timer), resolve(value)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      });
      tell(child, message(id));
    }).finally(() => answers.delete(id));
  }

  async function close(end: { readonly backup: boolean; readonly limit: number }): Promise<void> {
    closing = true;
    const process = child;
    if (!alive) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => process.kill(), end.limit);
      process.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      tell(process, { kind: 'close', backup: end.backup });
    });
  }

  return {
    port() {
      const { port1, port2 } = new MessageChannelMain();
      tell(child, { kind: 'port' }, [port1]);
      return port2;
    },
    async grant(grant) {
      // Kept first: a process started meanwhile gets all of them.
      grants.add(grant);
      await ask((id) => ({ kind: 'grant', id, grant }));
    },
    find: (token) => grants.find(token),
    place: (place) => ask((id) => ({ kind: 'place', id, place })),
    lock: () => tell(child, { kind: 'lock' }),
    async open(next) {
      await close({ backup: true, limit: answerLimit });
      folder = next;
      createFolder = false;
      closing = false;
      child = fork();
      options.restarted();
    },
    close,
  };
}

function tell(process: UtilityProcess, message: ToArchive, ports: MessagePortMain[] = []): void {
  process.postMessage(message, ports);
}
