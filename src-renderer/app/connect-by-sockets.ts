import { RPCLink } from '@orpc/client/websocket';
import type { Door, Doors } from './doors.ts';

const delays = [200, 500, 1_000, 2_000, 3_000];

/** Opens a WebSocket to the browser host for each door, and again whenever it closes. */
export function connectBySockets(doors: Doors): void {
  open('archive', doors, 0);
  open('host', doors, 0);
}

function open(door: Door, doors: Doors, attempt: number): void {
  const address = new URL(`/${door}`, location.href);
  address.protocol = 'ws:';
  const socket = new WebSocket(address);
  let opened = false;
  socket.addEventListener('open', () => {
    opened = true;
    doors.up(door, new RPCLink({ websocket: socket }));
  });
  socket.addEventListener('close', () => {
    if (opened) doors.down(door);
    const next = opened ? 0 : attempt + 1;
    setTimeout(() => open(door, doors, next), delays[Math.min(next, delays.length - 1)]);
  });
}
