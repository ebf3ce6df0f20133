import { RPCHandler } from '@orpc/server/message-port';
import { BrowserWindow, ipcMain, type IpcMainEvent, MessageChannelMain } from 'electron';
import { isOurs } from './addresses.ts';
import type { ArchiveHost } from './archive-host.ts';
import type { HostRouter } from './host-router.ts';

/**
 * Gives each page that asks a port to the archive process and one to the host, and a new archive port whenever
 * `renew` is called. Only the main frame of a window of ours, on our own page, gets any.
 */
export function handOutPorts(archive: ArchiveHost, router: HostRouter): { renew(): void } {
  const handler = new RPCHandler(router);
  const served = new Set<BrowserWindow>();

  const sendArchivePort = (window: BrowserWindow) =>
    window.webContents.postMessage('port', 'archive', [archive.port()]);

  ipcMain.on('ports', (event) => {
    const window = windowOf(event);
    if (window === null) return;
    if (!served.has(window)) {
      served.add(window);
      window.once('closed', () => served.delete(window));
    }
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: { window } });
    port1.start();
    window.webContents.postMessage('port', 'host', [port2]);
    sendArchivePort(window);
  });

  return {
    renew() {
      for (const window of served) sendArchivePort(window);
    },
  };
}

function windowOf(event: IpcMainEvent): BrowserWindow | null {
  const { sender, senderFrame } = event;
  if (senderFrame === null || senderFrame !== sender.mainFrame || !isOurs(senderFrame.url)) return null;
  return BrowserWindow.fromWebContents(sender);
}
