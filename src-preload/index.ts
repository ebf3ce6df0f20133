import { ipcRenderer } from 'electron';

/*
 * Relays ports from the main process to the page, and nothing else: the page gets no function and no object of
 * this script. It asks for the ports at once, and hands them on when the page's own script has run and listens.
 */
const listening = new Promise<void>((resolve) => {
  window.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});

ipcRenderer.on('port', (event, door: unknown) => {
  void listening.then(() => window.postMessage({ kedang: door }, location.origin, event.ports));
});

ipcRenderer.send('ports');
