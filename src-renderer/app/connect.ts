import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { archiveContract } from '../../src-shared/contract.ts';
import type { hostContract } from '../../src-shared/host.ts';
import { connectByPorts } from './connect-by-ports.ts';
import { connectBySockets } from './connect-by-sockets.ts';
import { reconnectingLink } from './reconnecting-link.ts';

export type ArchiveClient = ContractRouterClient<typeof archiveContract>;
export type HostClient = ContractRouterClient<typeof hostContract>;

/** The page's two doors. The clients stay the same for the life of the page, through every reconnection. */
export interface Connection {
  readonly archive: ArchiveClient;
  readonly host: HostClient;
  /** Calls the listener each time the connection to the archive is lost. Returns how to stop listening. */
  onLost(listener: () => void): () => void;
  /** Calls the listener each time it is there again: events may have been missed, so read everything anew. */
  onBack(listener: () => void): () => void;
}

/**
 * Connects the page to the archive and to its host: by ports that Electron's preload script relays, or by
 * WebSockets to the browser host. Resolves once both are there for the first time. Call it once.
 *
 * A call that was under way when the connection was lost fails with `connectionLost`; a later one waits up to ten
 * seconds for the connection to come back. Event iterators end with `connectionLost` and have to be asked for again.
 */
export async function connect(): Promise<Connection> {
  const links = { archive: reconnectingLink(), host: reconnectingLink() };
  const lost = new Set<() => void>();
  const back = new Set<() => void>();
  const there = new Set<string>();

  await new Promise<void>((resolve) => {
    const open = location.protocol === 'kedang:' ? connectByPorts : connectBySockets;
    open({
      up(door, link) {
        const again = there.has(door);
        there.add(door);
        links[door].attach(link);
        if (again && door === 'archive') for (const listener of back) listener();
        if (there.size === 2) resolve();
      },
      down(door) {
        links[door].detach();
        if (door === 'archive') for (const listener of lost) listener();
      },
    });
  });

  return {
    archive: createORPCClient<ArchiveClient>(links.archive),
    host: createORPCClient<HostClient>(links.host),
    onLost: (listener) => subscribe(lost, listener),
    onBack: (listener) => subscribe(back, listener),
  };
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
