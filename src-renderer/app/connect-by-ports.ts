import { RPCLink } from '@orpc/client/message-port';
import type { Door, Doors } from './doors.ts';

/**
 * Takes the ports that the preload script relays with `window.postMessage`. The main process sends a new archive
 * port whenever it has started a new archive process.
 */
export function connectByPorts(doors: Doors): void {
  const ports = new Map<Door, MessagePort>();

  const close = (door: Door, port: MessagePort) => {
    if (ports.get(door) !== port) return;
    ports.delete(door);
    doors.down(door);
  };

  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== location.origin) return;
    const door = doorOf(event.data);
    const port = event.ports[0];
    if (door === null || port === undefined) return;
    // The link ends its pending calls on this event, which does not come by itself from a port replaced alive.
    ports.get(door)?.dispatchEvent(new Event('close'));
    ports.set(door, port);
    port.addEventListener('close', () => close(door, port));
    port.start();
    doors.up(door, new RPCLink({ port }));
  });
}

function doorOf(data: unknown): Door | null {
  if (typeof data !== 'object' || data === null || !('kedang' in data)) return null;
  return data.kedang === 'archive' || data.kedang === 'host' ? data.kedang : null;
}
